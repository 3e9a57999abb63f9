import type { Writer } from "../bench.svelte";
import type { Complaint } from "../complaints.svelte";
import type { Library } from "../library.svelte";
import { LessonJob } from "./lesson-job.svelte";
import { type LessonAddress, lessonLink, type LessonPlace, readLesson } from "./lesson-link";
import type { LessonId } from "./list";

/** A guided page: where its learner stands, what they guessed, and who writes for it. */
export abstract class Lesson<Place extends LessonPlace = LessonPlace> {
  readonly id: LessonId;
  readonly steps: number;
  readonly job: LessonJob;
  /** What stands in where this machine cannot. */
  abstract readonly recorded: { readonly recordedAt: string };
  /** What the learner guessed at each step. */
  readonly guesses: Record<number, string> = $state({});
  /** Null while nobody has led anywhere. */
  #place = $state.raw<Place | null>(null);
  #complaints = $state.raw<readonly Complaint[]>([]);
  readonly #address: LessonAddress<Place>;

  constructor(address: LessonAddress<Place>, library: Library, others: Writer) {
    this.id = address.id;
    this.steps = address.steps;
    this.#address = address;
    this.job = new LessonJob(library, others);
  }

  get place(): Place {
    return this.#place ?? this.#address.defaults;
  }
  get complaints() {
    return this.#complaints;
  }

  openLink(params: URLSearchParams): void {
    const { place, complaints } = readLesson(params, this.#address);
    const before = this.place;
    this.#place = place;
    this.#complaints = complaints;
    if (place.recorded && !before.recorded) void this.showRecorded();
    if (!place.recorded && before.recorded) void this.useThisMachine();
  }

  link(step = this.place.step): string {
    return lessonLink({ ...this.place, step }, this.#address);
  }

  /** From now on recorded samples stand in for this machine's. */
  async showRecorded(): Promise<void> {
    this.move({ recorded: true } as Partial<Place>);
    await this.job.standInFor({ why: "asked" });
  }

  /** Gives up what was recorded: what is drawn from now on is this machine's own. */
  async useThisMachine(): Promise<void> {
    this.move({ recorded: false } as Partial<Place>);
    await this.job.standInFor(null);
    this.clear();
  }

  protected move(change: Partial<Place>): void {
    this.#place = { ...this.place, ...change };
  }

  /** Gives up all that was drawn. */
  protected abstract clear(): void;
}
