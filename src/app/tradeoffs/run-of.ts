import { randomId } from "../../storage/random-id";
import type { RunRecord } from "../../storage/run-record";
import { APP_VERSION } from "../version";
import type { Recorded } from "./recorded.svelte";
import { originOf } from "./sweep-export";
import type { Sweep } from "./sweep.svelte";

const UNKNOWN = { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 256, stop: [] };

/** One problem of many as Ask shows a run, with the seed under which Ask draws the same samples again. */
export async function runOf(shown: Sweep | Recorded, problem: number): Promise<RunRecord> {
  const origin = originOf(shown);
  const [found] = await shown.problemsAt([problem]);
  const { question, answer, seed = 0, candidates } = found!;
  return {
    id: randomId(),
    createdAt: origin?.createdAt ?? Date.now(),
    appVersion: origin?.version ?? APP_VERSION,
    status: "finished",
    spec: {
      model: origin?.model ?? "",
      ...(origin?.modelSha && { modelSha: origin.modelSha }),
      device: origin?.device ?? "wasm",
      question,
      ...(answer && { expected: answer }),
      sampling: { ...(origin?.sampling ?? UNKNOWN), seed },
      samples: shown.samples,
    },
    timings: {},
    samples: candidates.map(({ sample }) => ({ ...sample, tokens: sample.tokens || 0 })),
  };
}
