// A link that holds a run: `#/ask?recorded=…`, or, for a long one, `#/ask?file=run.jsonl` with the file beside the page.
import { importRuns } from "../storage/import-runs";
import { readRun } from "../storage/read-run";
import type { RunRecord } from "../storage/run-record";
import { wordProblemLevels } from "./defaults";
import { fileBeside } from "./file-beside";
import { packed, unpacked } from "./packed";
import { NUMBER_SETTINGS } from "./number-settings";
import { sentenceOf } from "./sentence-of";

/** More than any sample has; what is drawn to scale would not be seen any more. */
const MOST_TOKENS = 100_000;
const LAST_DATE = 8.64e15;

/** The link that shows a run as it ended; null where it is too long. */
export async function recordedRunLink(run: RunRecord): Promise<string | null> {
  const text = await packed(run);
  return text === null ? null : `#/ask?recorded=${text}`;
}

/** The same without what others wrote about the samples, where that would be too long with it. */
export async function sharedRunLink(run: RunRecord): Promise<{ link: string; unread: boolean } | null> {
  const whole = await recordedRunLink(run);
  if (whole !== null) return { link: whole, unread: false };
  const { readings, ...rest } = run;
  const link = readings ? await recordedRunLink(rest) : null;
  return link === null ? null : { link, unread: true };
}

/** The run of a link. Rejects with a sentence where there is none. */
export async function readRecordedRun(params: URLSearchParams): Promise<RunRecord> {
  const file = params.get("file");
  const run = file === null ? await runIn(params.get("recorded")!) : await runBeside(file);
  const fault = faultOf(run);
  if (fault) throw new RangeError(`The run in the link cannot be shown: ${fault}.`);
  return run;
}

async function runIn(text: string): Promise<RunRecord> {
  const value = await unpacked(text);
  const id = typeof value === "object" && value !== null && "id" in value ? String(value.id) : "";
  const read = readRun(id, value);
  if ("run" in read) return read.run;
  throw new RangeError(`The link holds no run: ${read.malformed.fault}.`);
}

/** The first run of a file, whatever else there is. */
async function runBeside(path: string): Promise<RunRecord> {
  const text = await (await fileBeside(path)).text();
  try {
    const [run] = importRuns(text);
    if (run) return run;
  } catch (error) {
    throw new RangeError(`“${path}” cannot be shown: ${sentenceOf(error)}.`, { cause: error });
  }
  throw new RangeError(`“${path}” is empty.`);
}

/** A stranger's run has the right shape by now; what the page draws of it must be within what it can draw. */
function faultOf({ samples, createdAt, spec }: RunRecord): string | null {
  const most = NUMBER_SETTINGS.samples.max;
  if (samples.length > most) return `it has ${samples.length} samples, and ${most} is the most`;
  const misplaced = samples.findIndex(({ sample }, i) => sample !== i);
  if (misplaced >= 0) return `sample ${misplaced} is not in its place`;
  const odd = samples.find(({ tokens }) => !Number.isInteger(tokens) || tokens < 0 || tokens > MOST_TOKENS);
  if (odd) return `sample ${odd.sample} has ${odd.tokens} tokens`;
  if (Math.abs(createdAt) > LAST_DATE) return `${createdAt} is no date`;
  const isKnown = spec.level === undefined || wordProblemLevels.some(({ level }) => level === spec.level);
  return isKnown ? null : `there is no level ${spec.level}`;
}
