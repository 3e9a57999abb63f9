import type { FinishReason } from "../../../workers/protocol";
import { isOwnRun } from "../imports/own-runs";
import type { RecordedProblem } from "../imports/recorded";
import type { SampleEnds } from "./recorded-candidates";
import { readCell, type ReadOutcome } from "./read-outcomes";
import type { RunOrigin } from "./recorded-set";
import { SWEEP_FORMAT } from "./sweep-lines";

type Cells = RecordedProblem["cells"];

/** What a line of Quorum's own says beyond the columns that other tools know. */
interface OwnColumns {
  id: string | null;
  seed: number | null;
  ends: SampleEnds | null;
  origin: RunOrigin | null;
  read: ReadOutcome[];
}

const isText = (value: unknown): value is string => typeof value === "string";
const isNumber = (value: unknown): value is number => typeof value === "number";
const isFinish = (value: unknown): value is FinishReason =>
  ["stop", "length", "cancelled"].includes(value as FinishReason);
const inside = (value: unknown): Cells =>
  typeof value === "object" && value !== null ? (value as Cells) : {};

/** Of a line of a sweep or of a run; null for a line of another's. */
export function ownColumns({ cells, samples }: RecordedProblem): OwnColumns | null {
  if (isOwnRun({ cells })) return runColumns(cells);
  if (cells.format !== SWEEP_FORMAT) return null;
  const id = isText(cells.problem) ? cells.problem : null;
  const seed = isNumber(cells.seed) ? cells.seed : null;
  const { finish, chunkEnds, sweepSeed, stoppedBy } = cells;
  const made = originOf(cells, sweepSeed);
  const stopped = Array.isArray(stoppedBy) && stoppedBy.every(isText) ? { stoppedBy } : {};
  const origin = made && { ...made, ...stopped };
  return { id, seed, ends: endsOf(finish, chunkEnds, samples.length), origin, read: readCell(cells.read) };
}

/** A line of a run is one sample, with what was asked for in objects of its own. */
function runColumns({ spec, sample, appVersion, createdAt }: Cells): OwnColumns {
  const { sampling, model, modelSha, device } = inside(spec);
  const { finish = "cancelled", chunkEnds } = inside(sample); // What was still being written when its run ended.
  const { seed, ...rest } = inside(sampling);
  const made = { ...rest, model, modelSha, device, version: appVersion, createdAt };
  return {
    id: null,
    seed: isNumber(seed) ? seed : null,
    ends: endsOf([finish], [chunkEnds], 1),
    origin: originOf(made, seed),
    read: [],
  };
}

/** Null where a person has edited the line and it no longer fits. */
function endsOf(finish: unknown, chunkEnds: unknown, count: number): SampleEnds | null {
  const fits = (list: unknown): list is unknown[] => Array.isArray(list) && list.length === count;
  if (!fits(finish) || !finish.every(isFinish) || !fits(chunkEnds)) return null;
  if (!chunkEnds.every((ends) => Array.isArray(ends) && ends.every(isNumber))) return null;
  return { finish, chunkEnds };
}

function originOf(cells: Cells, seed: unknown): RunOrigin | null {
  const { model, modelSha, device, version } = cells;
  const sampling = samplingOf(cells);
  const createdAt = isNumber(cells.createdAt) ? cells.createdAt : Date.parse(String(cells.createdAt));
  if (!isText(model) || !isText(version) || !sampling || Number.isNaN(createdAt)) return null;
  if (device !== "webgpu" && device !== "wasm") return null;
  return {
    ...{ model, device, version, createdAt, sampling },
    ...(isText(modelSha) && { modelSha }),
    ...(isNumber(seed) && { seed }),
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
