import type { Sample } from "../../workers/protocol";
import { type Candidate, toCandidate } from "../lab/candidates";
import type { AnswerGroups } from "../lab/answers/plain-groups";
import { clusterCandidates } from "../lab/clusters";
import { answersOf, inGroup } from "../lab/in-group";
import { SELECTORS } from "../lab/selectors";
import { LiveGroups } from "./live-groups.svelte";

/** What a set of samples amounts to: their answers, the clusters of these, and what each selector takes. */
export class Tally {
  #samples = $state.raw<readonly Sample[]>([]);
  #expected = $state.raw("");
  /** Samples that an event does not touch stay the same objects, so most candidates outlive a frame. */
  #known = new WeakMap<Sample, Candidate>();
  readonly #grouped = new WeakMap<Candidate, { by: AnswerGroups; candidate: Candidate }>();
  readonly #groups = new LiveGroups();

  readonly candidates = $derived(this.#samples.map((sample) => this.#candidateOf(sample, this.#expected)));
  readonly clusters = $derived(clusterCandidates(this.candidates));
  readonly selections = $derived(
    SELECTORS.map((selector) => ({ selector, selection: selector.select(this.candidates, this.clusters) })),
  );
  readonly tokens = $derived(this.#samples.reduce((sum, { tokens }) => sum + tokens, 0));
  readonly finished = $derived(this.#samples.filter(({ finish }) => finish).length);

  get samples() {
    return this.#samples;
  }

  /** The right answer, blank where nobody knows it. */
  get expected() {
    return this.#expected;
  }

  /** Whether the right answer is known. */
  get expects() {
    return this.#expected.trim() !== "";
  }

  /** Replaces the samples. `expected` is the right answer, or blank where nobody knows it. */
  show(samples: readonly Sample[], expected = this.#expected): void {
    if (expected !== this.#expected) {
      this.#known = new WeakMap();
      this.#groups.forget();
    }
    this.#samples = samples;
    this.#expected = expected;
    this.#groups.take(answersOf(this.candidates, expected));
  }

  /** Resolves when all answers are in their clusters: some take a moment to compare. */
  settle(): Promise<void> {
    return this.#groups.settle();
  }

  /** Rank by size of the cluster a candidate belongs to; undefined while it has none. */
  rankOf(candidate: Candidate): number | undefined {
    const rank = this.clusters.findIndex(({ candidates }) => candidates.includes(candidate));
    return rank < 0 ? undefined : rank;
  }

  #candidateOf(sample: Sample, expected: string): Candidate {
    const known = this.#known.get(sample) ?? toCandidate(sample, expected);
    this.#known.set(sample, known);
    return this.#inGroup(known, this.#groups.told, expected);
  }

  #inGroup(known: Candidate, by: AnswerGroups, expected: string): Candidate {
    const before = this.#grouped.get(known);
    if (before?.by === by) return before.candidate;
    let candidate = inGroup(known, by, expected);
    const stays =
      before && before.candidate.group === candidate.group && before.candidate.correct === candidate.correct;
    if (stays) ({ candidate } = before);
    this.#grouped.set(known, { by, candidate });
    return candidate;
  }
}
