import { ROLE_MODELS } from "../../../models/roles";
import { wordProblems } from "../../lab/tasks/word-problems";
import { Complaints } from "../complaints.svelte";
import { complain } from "../number-settings";
import type { Judges } from "./judges.svelte";
import {
  JUDGE_NUMBERS,
  type JudgeDraft,
  judgeLink,
  type JudgeNumber,
  type JudgeSettings,
  readJudgeLink,
} from "./judge-settings";

const DEFAULTS: JudgeSettings = {
  level: wordProblems.defaultLevel,
  count: 50,
  seed: 1,
  judge: ROLE_MODELS.judge.id,
  sampled: 0,
};

/** The fields of Judge: what they hold, what is wrong with it, and the link that says the same. */
export class JudgeForm {
  readonly values: JudgeDraft = $state({ ...DEFAULTS });
  readonly complaints = new Complaints();
  readonly #judges: Judges;

  constructor(judges: Judges) {
    this.#judges = judges;
  }

  setNumber(name: JudgeNumber, value: number | null): void {
    this.values[name] = value;
    this.complaints.dismiss(name);
    const message = complain(JUDGE_NUMBERS[name], value);
    if (message) this.complaints.add(name, message);
  }

  link(options?: { run: boolean }): string {
    return judgeLink(this.values, DEFAULTS, options);
  }

  /** Takes over what a link says; true where it says to start and nothing in it is wrong. */
  open(params: URLSearchParams): boolean {
    const ids = this.#judges.choices.map(({ id }) => id);
    const { settings, complaints, run } = readJudgeLink(params, DEFAULTS, ids);
    Object.assign(this.values, settings);
    this.complaints.replace(complaints);
    return run && complaints.length === 0;
  }

  /** What the fields ask for; null where one of them is wrong, which it then says. */
  check(): JudgeSettings | null {
    const names = Object.keys(JUDGE_NUMBERS) as JudgeNumber[];
    const wrong = names.flatMap((field) => {
      const message = complain(JUDGE_NUMBERS[field], this.values[field]);
      return message ? [{ field, message }] : [];
    });
    this.complaints.replace(wrong);
    return wrong.length > 0 ? null : ($state.snapshot(this.values) as JudgeSettings);
  }
}
