import type { Candidate } from "../candidates";
import type { RecordedProblem } from "../imports/recorded";
import type { Method } from "../methods/method";
import { drawingMethods, Enough } from "../sweep/enough";
import { ROUND } from "../sweep/rounds";
import { ownColumns } from "./own-columns";
import { commonOrigin } from "./read-recorded-set";
import { recordedCandidates } from "./recorded-candidates";
import type { RunOrigin } from "./recorded-set";
import type { RecordedVotes } from "./votes";

/**
 * Whether methods stopped a recorded sweep early, and which of its votes are then a fair draw: how many samples a problem has depends on
 * what they said, so that only the first ones count, which every problem has. The page counts them in the same way.
 */
export class EarlyStop {
  #origin: RunOrigin | null | undefined;
  /** By number of the problem; nothing of files that say of no stop. */
  readonly #candidates: Candidate[][] = [];

  /** Takes row after row of a file. */
  add(recorded: RecordedProblem): void {
    const own = ownColumns(recorded);
    const origin = own?.origin ?? null;
    this.#origin = this.#origin === undefined ? origin : commonOrigin(this.#origin, origin);
    if (!own || !origin?.stoppedBy) return;
    const known = (this.#candidates[recorded.number] ??= []);
    known.push(...recordedCandidates(recorded, own.ends, known.length));
  }

  /** The methods that stopped it; none where nothing did. */
  get by(): readonly Method[] {
    return drawingMethods(this.#origin?.stoppedBy ?? []);
  }

  /** The votes that count, of the problems of which its methods have enough. */
  fairVotes(problems: readonly RecordedVotes[]): readonly RecordedVotes[] {
    const { by } = this;
    if (by.length === 0) return problems;
    const enough = new Enough(Math.max(...problems.map(({ ballots }) => ballots.length)));
    return problems.flatMap(({ ballots, scores }, problem) => {
      enough.look(problem, this.#candidates[problem] ?? []);
      if (!enough.has(problem, by)) return [];
      return { ballots: ballots.slice(0, ROUND), scores: scores && scores.slice(0, ROUND) };
    });
  }
}
