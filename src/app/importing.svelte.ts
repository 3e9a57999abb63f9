import { FaultLog } from "../lab/imports/fault-log";
import { guessMapping } from "../lab/imports/guess-mapping";
import { type Preview, preview } from "../lab/imports/preview";
import type { Mapping, Role } from "../lab/imports/roles";
import { type Imported, readImported } from "../lab/recorded/read-imported";
import { breathing } from "./breathing";
import { countedBytes } from "./counted-bytes";
import { complainOfFile, complainOfMapping, complainOfPreview } from "./import-faults";

export type { Imported };

/** A file on its way in: what it seems to hold, what each column is taken for, and what reading it by that came to. */
export class Importing {
  #file = $state.raw<File | null>(null);
  #preview = $state.raw<Preview | null>(null);
  /** What was chosen by hand; "" for a role that no column plays. */
  #given = $state.raw<Mapping>({});
  #bytes = $state<number | null>(null);
  #result = $state.raw<Imported | null>(null);
  #faults = $state.raw<FaultLog | null>(null);
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
    const faults = new FaultLog();
    this.#bytes = 0;
    try {
      const result = await this.#readBy(this.mapping, file, faults, signal);
      if (signal.aborted) return;
      if (result.kind === "recorded") this.#filters = result.filters;
      const isEmpty = (result.kind === "problems" ? result.items : result.set.problems).length === 0;
      if (isEmpty) this.#fault = `No row of “${file.name}” can be used this way; below is why.`;
      else this.#result = result;
    } catch (error) {
      if (signal.aborted) return;
      this.#fault = complainOfFile(file, error);
    }
    this.#faults = faults;
    this.#bytes = null;
  }

  /** Ends the reading that is under way. */
  stop(): void {
    this.#abort.abort();
    this.#bytes = null;
  }

  #readBy(mapping: Mapping, file: File, faults: FaultLog, signal: AbortSignal): Promise<Imported> {
    const tell = (bytes: number) => signal.aborted || (this.#bytes = bytes);
    return readImported(countedBytes(file, tell), file.name, mapping, {
      breathe: breathing(signal),
      onFault: (fault) => faults.add(fault),
    });
  }

  /** Forgets what the last reading came to. */
  #begin(): AbortController {
    this.stop();
    this.#result = null;
    this.#faults = null;
    this.#fault = "";
    return (this.#abort = new AbortController());
  }
}
