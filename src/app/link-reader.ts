import type { Complaint } from "./complaints.svelte";

/** A link that is being read. What it should not say is complained of by name, and counts as not said. */
export class LinkReader {
  readonly complaints: Complaint[] = [];
  readonly #params: URLSearchParams;

  constructor(params: URLSearchParams) {
    this.#params = params;
  }

  /** A value that `complain` has nothing to say of. */
  checked(key: string, field: string, complain: (value: string) => string | null): string | undefined {
    const value = this.#params.get(key);
    const message = value === null ? null : complain(value);
    if (message) this.#complain(field, `${message} The link's value was replaced by the default.`);
    return message ? undefined : (value ?? undefined);
  }

  /** One of `values`, as `read` makes them of text. */
  oneOf<Value extends string | number>(
    key: string,
    values: readonly Value[],
    read: (text: string) => string | number = String,
  ): Value | undefined {
    const text = this.#params.get(key);
    if (text === null) return undefined;
    const value = values.find((each) => each === read(text));
    const name = key[0]!.toUpperCase() + key.slice(1);
    if (value === undefined)
      this.#complain(key, `${name} must be one of ${values.join(", ")}; “${text}” is not.`);
    return value;
  }

  model(ids: readonly string[]): string | undefined {
    const id = this.#params.get("model");
    if (id === null || ids.includes(id)) return id ?? undefined;
    this.#complain("model", `There is no model “${id}” here; the default stands in for it.`);
    return undefined;
  }

  /** Whether it says to start. */
  run(): boolean {
    const run = this.#params.get("run");
    if (run !== null && run !== "1" && run !== "0")
      this.#complain("link", `run must be 1 or 0 in the link; “${run}” is not.`);
    return run === "1";
  }

  complainOfOthers(known: ReadonlySet<string>): void {
    for (const key of this.#params.keys())
      if (!known.has(key)) this.#complain("link", `The link sets “${key}”, which is not a setting here.`);
  }

  #complain(field: string, message: string): void {
    this.complaints.push({ field, message });
  }
}
