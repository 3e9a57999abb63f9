import type { LanguageClient } from "../../client/language-client";
import type { Writer } from "../bench.svelte";
import type { Library } from "../library.svelte";
import type { CrowdWrong } from "./crowd-wrong.svelte";
import { LESSONS, type LessonId } from "./list";
import type { SecondSample } from "./second-sample.svelte";

interface Opened {
  "second-sample": SecondSample;
  "crowd-wrong": CrowdWrong;
}

/** The lessons there are. One is fetched when it is first opened, and stands where it stood when one comes back to it. */
export class Lessons {
  /** Those that were opened, the last one last. */
  #open = $state.raw<readonly Opened[LessonId][]>([]);
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it
  readonly #fetched = new Map<LessonId, Promise<Opened[LessonId]>>();
  readonly #client: LanguageClient;
  readonly #library: Library;
  readonly #others: Writer;

  constructor(client: LanguageClient, library: Library, others: Writer) {
    this.#client = client;
    this.#library = library;
    this.#others = others;
  }

  /** Whether one of them has the worker. */
  readonly busy = $derived.by(() => this.#open.some(({ job }) => job.job.busy));

  /** Where the learner stands who was in a lesson last, or the first one's beginning. */
  readonly link = $derived.by(() => this.#open.at(-1)?.link() ?? this.linkOf(LESSONS[0].id));

  /** Where the learner stands in a lesson, or its beginning. */
  linkOf(id: LessonId): string {
    return this.#open.find((one) => one.id === id)?.link() ?? `#/lesson/${id}`;
  }

  async open(id: LessonId): Promise<Opened[LessonId]> {
    const fetched = this.#fetched.get(id) ?? this.#fetch(id);
    this.#fetched.set(id, fetched);
    fetched.catch(() => this.#fetched.delete(id)); // To be tried again.
    const lesson = await fetched;
    this.#open = [...this.#open.filter((one) => one !== lesson), lesson];
    return lesson;
  }

  async #fetch(id: LessonId): Promise<Opened[LessonId]> {
    const parts = [this.#client, this.#library, this.#othersOf(id)] as const;
    if (id === "crowd-wrong") {
      const { CrowdWrong } = await import("./crowd-wrong.svelte");
      return new CrowdWrong(...parts);
    }
    const { SecondSample } = await import("./second-sample.svelte");
    return new SecondSample(...parts);
  }

  /** The other views, and the other lessons. */
  #othersOf(id: LessonId): Writer {
    const others = this.#others;
    const busy = () => this.#open.filter((one) => one.id !== id && one.job.job.busy);
    return {
      get name() {
        return others.name || (busy().length > 0 ? "The other lesson" : "");
      },
      stop() {
        others.stop();
        for (const { job } of busy()) job.stop();
      },
    };
  }
}
