/** What a column can be to an analysis of recorded samples. Those after the third hold one value per sample. */
export const ROLES = [
  "question",
  "answer",
  "problem",
  "samples",
  "predictions",
  "scores",
  "labels",
  "tokens",
  "logprobs",
] as const;
export type Role = (typeof ROLES)[number];

/** Which column, or path within one, plays which role. */
export type Mapping = Partial<Record<Role, string>> & {
  /** Of a log of lm-evaluation-harness, which has a row for each document and filter, the filter whose rows are read. */
  filter?: string;
};

/** In plain words, for messages and forms. */
export const ROLE_LABELS: Record<Role, string> = {
  question: "the question",
  answer: "the right answer",
  problem: "which problem a row belongs to, where each sample has its own row",
  samples: "the solutions, one per sample",
  predictions: "the answers already taken from the solutions",
  scores: "a judge's or reward model's scores",
  labels: "whether each sample is right",
  tokens: "how many tokens each sample took",
  logprobs: "the log-probability of each whole sample",
};
