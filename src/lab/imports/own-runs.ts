import type { Mapping } from "./roles";
import type { Row } from "./row";

/** What `storage/export-runs.ts` calls its lines: one sample each, with its run around it. */
export const RUN_FORMAT = "quorum-samples/1";

/** The columns of such a line. A run is a problem; its samples' answers are read from their texts where an old file has none. */
export const RUN_COLUMNS: Mapping = {
  problem: "id",
  question: "spec.question",
  answer: "spec.expected",
  samples: "sample.text",
  predictions: "answer",
  tokens: "sample.tokens",
  logprobs: "sample.logprob",
};

export const isOwnRun = ({ cells }: Pick<Row, "cells">) => cells.format === RUN_FORMAT;
