import type { Task } from "../lab/tasks/task";
import { fetchPart } from "./fetch-part";

/** Links that name a problem, or ask a question that may be like none. */
const WANTED_BY = /[?&](problem|level|question)=/;

/** Who tells problems. A first visit opens with one that is written down, so it is fetched when another is asked for. */
export class Generator {
  #task = $state.raw<Task | null>(null);

  constructor() {
    if (WANTED_BY.test(location.hash)) this.fetch().catch(() => {}); // Whoever reads the link will say it.
  }

  /** Null until it was fetched. */
  get task() {
    return this.#task;
  }

  /** Rejects with a sentence for people; the next call tries again. */
  async fetch(): Promise<Task> {
    const { wordProblems } = await fetchPart(import("../lab/tasks/word-problems"));
    return (this.#task = wordProblems);
  }
}
