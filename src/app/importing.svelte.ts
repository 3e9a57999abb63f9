import { guessMapping } from "../lab/imports/guess-mapping";
import { type Preview, preview } from "../lab/imports/preview";
import type { Mapping, Role } from "../lab/imports/roles";
import type { Found } from "../lab/recorded/found";
import { complainOfFile, complainOfMapping, complainOfPreview } from "./import-faults";
import { type Imported, readFile } from "./read-file";

export type { Imported };

/** A file on its way in: what it seems to hold, what each column is taken for, and what reading it by that came to. */
export class Importing {
  #file = $state.raw<File | null>(null);
  #preview = $state.raw<Preview | null>(null);
  /** What was chosen by hand; "" for a role that no column plays. */
  #given = $state.raw<Mapping>({});
  #bytes = $state<number | null>(null);
  #result = $state.raw<Imported | null>(null);
  #faults = $state.raw<Found["skipped"] | null>(null);
  #fault = $state("");
  /** Of a log with several rows for each problem; they are known once it was read. */
  #filters = $state.raw<readonly string[]>([]);
  #abort = new AbortController();

  /** What each column is taken for: chosen by hand, and guessed for the rest. */
  readonly mapping: Mapping = $derived(this.#preview ? guessMapping(this.#preview.rows, this.#given) : {});
  /** What keeps the file from being read, or nothing of it from being used, in a sentence. */
  readonly complaint = $derived(this.#fault || (this.#preview ? complainOfMapping(this.mapping) : ""));

  get file() {
    return this.#file;
  }
  get preview() {
    return this.#preview;
  }
  /** How many bytes were read so far; null while nothing is being read. */
  get bytes() {
    return this.#bytes;
  }
  /** Null until the whole file is read, and where no row can be used. */
  get result() {
    return this.#result;
  }
  /** The rows that were skipped so far; null before any was read. */
  get faults() {
    return this.#faults;
  }

  /** Those of a log of lm-evaluation-harness, of which one is read. */
  get filters() {
    return this.#filters;
  }

  async choose(file: File): Promise<void> {
    const { signal } = this.#begin();
    this.#file = file;
    this.#preview = null;
    this.#given = {};
    this.#filters = [];
    try {
      const seen = await preview(file);
      if (signal.aborted) return;
      this.#fault = complainOfPreview(file, seen);
      if (!this.#fault) this.#preview = seen;
    } catch (error) {
      if (!signal.aborted) this.#fault = complainOfFile(file, error);
    }
    if (this.#preview) await this.read();
  }

  /** Takes a column for a role, or none for "", or another filter, and reads the file again. */
  take(role: Role | "filter", path: string): Promise<void> {
    this.#given = { ...this.#given, [role]: path };
    return this.read();
  }

  /** Reads the whole file; one that is being read is left. */
  async read(): Promise<void> {
    const { signal } = this.#begin();
    const file = this.#file;
    if (!file || this.complaint) return;
    const tell = (bytes: number) => signal.aborted || (this.#bytes = bytes);
    this.#bytes = 0;
    try {
      const { imported, skipped } = await readFile(file, file.name, this.mapping, { signal, tell });
      if (signal.aborted) return letGo(imported);
      this.#faults = skipped;
      if (imported.kind === "recorded") this.#filters = imported.filters;
      const count = imported.kind === "problems" ? imported.items.length : imported.source.count;
      if (count > 0) this.#result = imported;
      else {
        this.#fault = `No row of “${file.name}” can be used this way; below is why.`;
        letGo(imported);
      }
    } catch (error) {
      if (signal.aborted) return;
      this.#fault = complainOfFile(file, error);
    }
    this.#bytes = null;
  }

  /** Ends the reading that is under way. */
  stop(): void {
    this.#abort.abort();
    this.#bytes = null;
  }

  /** What was read, for whoever keeps it from now on. */
  handOver(): Imported | null {
    const result = this.#result;
    this.#result = null;
    return result;
  }

  /** Ends the reading and lets go of what was read. */
  leave(): void {
    this.stop();
    if (this.#result) letGo(this.#result);
    this.#result = null;
  }

  /** Forgets what the last reading came to. */
  #begin(): AbortController {
    this.leave();
    this.#faults = null;
    this.#fault = "";
    return (this.#abort = new AbortController());
  }
}

function letGo(imported: Imported): void {
  if (imported.kind === "recorded") imported.source.end();
}
