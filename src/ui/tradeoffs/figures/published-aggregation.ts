/** Right answers in percent, with eight solutions to a problem (Zhao et al. 2025, arXiv 2509.06870). */
export const BENCHMARKS = ["AIME24", "AIME25", "HMMT24", "HMMT25"] as const;

export interface PublishedRow {
  method: string;
  percent: readonly [number, number, number, number];
}

/** By the model that wrote the solutions. */
export const PUBLISHED: readonly { of: string; rows: readonly PublishedRow[] }[] = [
  {
    of: "Qwen3-1.7B, thinking",
    rows: [
      { method: "One solution", percent: [50.91, 35.68, 22.45, 22.84] },
      { method: "Majority vote", percent: [67.92, 45.89, 29.01, 26.72] },
      { method: "Prompted aggregation", percent: [63.57, 44.85, 29.52, 27.91] },
      { method: "AggLM-1.7B, trained", percent: [70.69, 50.0, 33.34, 32.07] },
    ],
  },
  {
    of: "Qwen3-1.7B, not thinking",
    rows: [
      { method: "One solution", percent: [11.82, 10.0, 6.25, 3.39] },
      { method: "Majority vote", percent: [18.07, 15.42, 8.75, 7.29] },
      { method: "Prompted aggregation", percent: [28.51, 17.79, 16.3, 12.08] },
      { method: "AggLM-1.7B, trained", percent: [29.96, 19.77, 17.03, 12.76] },
    ],
  },
];
