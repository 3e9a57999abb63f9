import type { FinishReason } from "../../../workers/protocol";
import type { RecordedProblem } from "../imports/recorded";
import type { SampleEnds } from "./recorded-candidates";
import type { RunOrigin } from "./recorded-set";
import { SWEEP_FORMAT } from "./sweep-lines";

type Cells = RecordedProblem["cells"];

const isText = (value: unknown): value is string => typeof value === "string";
const isNumber = (value: unknown): value is number => typeof value === "number";
const isFinish = (value: unknown): value is FinishReason =>
  ["stop", "length", "cancelled"].includes(value as FinishReason);

/** What a line of Quorum's own says beyond the columns that other tools know; null for a line of another's. */
export function ownColumns({ cells, samples }: RecordedProblem) {
  if (cells.format !== SWEEP_FORMAT) return null;
  const id = isText(cells.problem) ? cells.problem : null;
  const seed = isNumber(cells.seed) ? cells.seed : null;
  return { id, seed, ends: endsOf(cells, samples.length), origin: originOf(cells) };
}

/** Null where a person has edited the line and it no longer fits. */
function endsOf({ finish, chunkEnds }: Cells, count: number): SampleEnds | null {
  const fits = (list: unknown): list is unknown[] => Array.isArray(list) && list.length === count;
  if (!fits(finish) || !finish.every(isFinish) || !fits(chunkEnds)) return null;
  if (!chunkEnds.every((ends) => Array.isArray(ends) && ends.every(isNumber))) return null;
  return { finish, chunkEnds };
}

function originOf(cells: Cells): RunOrigin | null {
  const { model, modelSha, device, version, sweepSeed, stoppedBy } = cells;
  const sampling = samplingOf(cells);
  const createdAt = Date.parse(String(cells.createdAt));
  if (!isText(model) || !isText(version) || !sampling || Number.isNaN(createdAt)) return null;
  if (device !== "webgpu" && device !== "wasm") return null;
  return {
    ...{ model, device, version, createdAt, sampling },
    ...(isText(modelSha) && { modelSha }),
    ...(isNumber(sweepSeed) && { seed: sweepSeed }),
    ...(Array.isArray(stoppedBy) && stoppedBy.every(isText) && { stoppedBy }),
  };
}

function samplingOf(cells: Cells): RunOrigin["sampling"] | null {
  const { temperature, topK, topP, minP, maxTokens, stop, repetitionPenalty, bannedTokens, forcedTokens } =
    cells;
  const numbers = [temperature, topK, topP, minP, maxTokens];
  if (!numbers.every(isNumber) || !Array.isArray(stop) || !stop.every(isText)) return null;
  const more = { repetitionPenalty, bannedTokens, forcedTokens };
  const given = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined));
  return { temperature, topK, topP, minP, maxTokens, stop, ...given } as RunOrigin["sampling"];
}
