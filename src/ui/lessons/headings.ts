/** Of the steps, in their order. */
export const HEADINGS = [
  "One question, one try",
  "The same question again",
  "Sixteen tries and a vote",
  "When a vote cannot help",
  "What it costs",
  "Your own curve",
] as const;
