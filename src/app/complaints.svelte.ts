/** What is wrong with one value, at the field it belongs to. */
export interface Complaint {
  field: string;
  message: string;
}

/** What is wrong with the fields of a form, or with the link that filled them. */
export class Complaints {
  #all = $state.raw<readonly Complaint[]>([]);

  get all() {
    return this.#all;
  }

  at(field: string): string | undefined {
    return this.#all.find((complaint) => complaint.field === field)?.message;
  }

  add(field: string, message: string): void {
    this.#all = [...this.#all.filter((complaint) => complaint.field !== field), { field, message }];
  }

  /** Takes back what was complained of at a field, because it has changed. */
  dismiss(field: string): void {
    this.#all = this.#all.filter((complaint) => ![field, "link"].includes(complaint.field));
  }

  replace(complaints: readonly Complaint[]): void {
    this.#all = complaints;
  }
}
