import { judgeBefore, ROLE_MODELS } from "../../../models/roles";
import type { JudgeId } from "../../lab/lessons/crowd-wrong";
import type { Problem } from "../../lab/tasks/task";
import { openModel } from "../evaluation/open-model";
import { type DrawnTries, recordTries } from "./record-tries";

/** Writes the likeliest answer to a prompt about a problem. */
type Read = (problem: Problem, prompt: string) => Promise<DrawnTries>;

/** The lesson's models that read attempts. */
export type Readers = Record<"aggregator" | JudgeId, Read>;

export const READER_IDS = {
  aggregator: ROLE_MODELS.aggregator.id,
  before: judgeBefore.id,
  after: ROLE_MODELS.judge.id,
};

export async function openReaders(): Promise<Readers> {
  return {
    aggregator: await reader(READER_IDS.aggregator),
    before: await reader(READER_IDS.before),
    after: await reader(READER_IDS.after),
  };
}

async function reader(id: string): Promise<Read> {
  const { card, model } = await openModel(id);
  const setting = { ...card.recommended, temperature: 0, topP: 1, seed: 0 };
  return (problem, prompt) => recordTries(model, { ...problem, question: prompt }, 1, setting);
}
