import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** A line of what models/train/candidates.py writes: a problem and a policy's samples of it. */
export interface CandidateLine {
  id: string;
  hash: string;
  question: string;
  solution: string;
  answer: string;
  samples: { text: string; right: boolean }[];
}

export async function* candidateLines(files: readonly string[]): AsyncGenerator<CandidateLine> {
  for (const file of files) {
    for await (const line of createInterface({ input: createReadStream(file) })) {
      yield JSON.parse(line) as CandidateLine;
    }
  }
}
