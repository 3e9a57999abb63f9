/** What `npm run eval` calls its numbers, in plain words. */
export const SCORE_LABELS: Readonly<Record<string, string>> = {
  pass1: "One attempt right (pass@1)",
  maj: "Vote right",
  pass: "Some attempt right (pass@16)",
  minorityRight: "Vote wrong though some attempt is right",
  parsed: "Attempts that give an answer",
  agg: "Aggregator right",
  diff: "Aggregator less vote",
  easyKept: "Of votes that were right, kept right",
  minorityRecovered: "Of wrong votes with a right attempt, put right",
  noCandidates: "Aggregator shown no attempts",
  otherCandidates: "Aggregator shown another problem's attempts",
  iterated: "Aggregator, twice",
  choice: "Aggregator picks one attempt",
  weighted: "Judge-weighted vote",
  bestByJudge: "Best by judge",
  majEqualCost: "Vote at the aggregator's cost",
  solveEqualCost: "One more attempt instead",
  english: "Among 100 labels, English",
  mean: "Among 100 labels, 20 other languages",
  unseenConcepts: "Never trained in any design, English",
  unseenConceptsMean: "Never trained in any design, other languages",
  unseenLanguage: "Named in training only in other languages",
  consistentAccuracy: "Right in both orders",
  flipRate: "Verdict changes with the order",
  auc: "Right scored above wrong (AUC)",
  untrainedFlipRate: "Verdict changes, before training",
  untrainedConsistentAccuracy: "Right in both orders, before training",
};

/** Shares of all problems or pairs that were tried, so that their count gives an interval. */
export const OF_ALL: ReadonlySet<string> = new Set([
  ...["maj", "agg", "iterated", "choice", "noCandidates", "otherCandidates"],
  ...["weighted", "bestByJudge", "majEqualCost", "solveEqualCost"],
  ...["english", "unseenConcepts"],
  ...["consistentAccuracy", "flipRate", "untrainedFlipRate", "untrainedConsistentAccuracy"],
]);

/** A name without a label of its own, in words: "flipRate" is "flip rate". */
export const inWords = (name: string) =>
  name.replaceAll(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
