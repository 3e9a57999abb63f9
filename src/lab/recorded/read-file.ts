import type { ProblemOutcome } from "../../metrics/outcomes";
import { countedBytes } from "../imports/counted-bytes";
import { FaultLog } from "../imports/fault-log";
import type { Mapping } from "../imports/roles";
import { type Found, type RecordedSummary, summaryOf } from "./found";
import { type Imported, readImported } from "./read-imported";
import { recordedOutcomes } from "./recorded-outcomes";
import type { RecordedSetProblem } from "./recorded-set";

/** What a message may hold: more would hold up whoever unpacks it. */
const AT_ONCE = 50;

/** A file that was read, of which the content stays here and is handed over as it is asked for. For a thread of its own: it does not breathe. */
export class ReadFile {
  readonly found: Found;
  readonly #imported: Imported;

  private constructor(imported: Imported, { count, kept }: FaultLog) {
    const skipped = { count, kept };
    this.#imported = imported;
    this.found =
      imported.kind === "problems"
        ? { kind: "problems", count: imported.items.length, skipped }
        : { kind: "recorded", ...summaryOf(imported.set), filters: imported.filters, skipped };
  }

  /** `tell` hears how many bytes were read so far. Rejects with RangeError, in words, where the file is of another kind. */
  static async of(
    file: Blob,
    name: string,
    mapping: Mapping,
    tell: (bytes: number) => void,
  ): Promise<ReadFile> {
    const faults = new FaultLog();
    const reading = {
      breathe: () => undefined,
      onFault: (fault: Parameters<FaultLog["add"]>[0]) => faults.add(fault),
    };
    return new ReadFile(await readImported(countedBytes(file, tell), name, mapping, reading), faults);
  }

  /** Problems to be asked, from one on. */
  items(from: number, count: number): { question: string; answer: string }[] {
    return this.#imported.kind === "problems" ? this.#imported.items.slice(from, from + count) : [];
  }

  /** Recorded problems with their samples, by their numbers. */
  problemsAt(numbers: readonly number[]): RecordedSetProblem[] {
    const { problems } = this.#set;
    return numbers.flatMap((number) => problems[number] ?? []);
  }

  /** Hands over what the problems came to, some at a time, each time when the last were taken. */
  async outcomes(take: (outcomes: readonly ProblemOutcome[]) => unknown): Promise<void> {
    let some: ProblemOutcome[] = [];
    for await (const outcome of recordedOutcomes(this.#set, this.found as RecordedSummary)) {
      if (some.push(outcome) < AT_ONCE) continue;
      await take(some);
      some = [];
    }
    await take(some);
  }

  get #set() {
    if (this.#imported.kind === "recorded") return this.#imported.set;
    throw new Error("the file has no recorded samples");
  }
}
