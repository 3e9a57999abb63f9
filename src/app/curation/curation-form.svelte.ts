import { Complaints } from "../complaints.svelte";
import { complain } from "../number-settings";
import {
  CURATION_DEFAULTS,
  CURATION_NUMBERS,
  type CurationDraft,
  curationLink,
  type CurationNumber,
  type CurationSettings,
  NUMBERS,
  readCurationLink,
} from "./curation-settings";

/** The fields of Curation: what they hold, what is wrong with it, and the link that says the same. */
export class CurationForm {
  readonly values: CurationDraft = $state({ ...CURATION_DEFAULTS });
  readonly complaints = new Complaints();

  setNumber(name: CurationNumber, value: number | null): void {
    this.values[name] = value;
    this.complaints.dismiss(name);
    const message = complain(CURATION_NUMBERS[name], value);
    if (message) this.complaints.add(name, message);
  }

  link(options?: { run: boolean }): string {
    return curationLink(this.values, options);
  }

  /** Takes over what a link says; true where it says to start and nothing in it is wrong. */
  open(params: URLSearchParams): boolean {
    const { settings, complaints, run } = readCurationLink(params);
    Object.assign(this.values, settings);
    this.complaints.replace(complaints);
    return run && complaints.length === 0;
  }

  /** What the fields ask for; null while one of them is wrong. */
  get settings(): CurationSettings | null {
    const wrong = NUMBERS.some((name) => complain(CURATION_NUMBERS[name], this.values[name]));
    return wrong ? null : ($state.snapshot(this.values) as CurationSettings);
  }

  /** The same, and each field says what is wrong with it. */
  check(): CurationSettings | null {
    const wrong = NUMBERS.flatMap((field) => {
      const message = complain(CURATION_NUMBERS[field], this.values[field]);
      return message ? [{ field, message }] : [];
    });
    this.complaints.replace(wrong);
    return this.settings;
  }
}
