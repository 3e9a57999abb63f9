// Numbers of the paper's tables (arXiv 2505.10320), in percent. † position-consistent: right in both orders.
export const PUBLISHED_BIAS = {
  caption: "Verdicts and order: Llama-3.1-8B-Instruct and J1 trained from it",
  columns: ["8 billion parameters", "AB order", "BA order", "both orders", "flips"],
  rows: [
    ["PPE Correctness: before training", 54.7, 54.1, 30.2, 44.1],
    ["PPE Correctness: trained in one order", 58.3, 57.6, 38.3, 36.7],
    ["PPE Correctness: trained in both orders", 59.2, 58.4, 39.1, 36.8],
    ["PPE Correctness: both, consistency rewarded", 58.4, 58.2, 43.9, 28.7],
    ["JudgeBench: before training", 67.4, 42.3, 32.3, 37.4],
    ["JudgeBench: trained in one order", 48.3, 59.4, 36.6, 32.9],
    ["JudgeBench: trained in both orders", 63.1, 51.4, 42.0, 27.7],
    ["JudgeBench: both, consistency rewarded", 52.3, 64.6, 45.4, 26.0],
  ],
} as const;

export const PUBLISHED_SCORES = {
  caption: "Accuracy of judges on five benchmarks",
  columns: ["model", "overall", "PPE", "RewardBench", "RM-Bench", "JudgeBench†", "FollowBenchEval†"],
  rows: [
    ["Llama-3.1-8B-Instruct", 48.3, 55.6, 69.5, 54.0, 32.3, 30.2],
    ["J1-Llama-8B", 61.9, 59.8, 85.7, 73.4, 42.0, 48.3],
    ["Llama-3.3-70B-Instruct", 64.3, 65.8, 85.4, 69.5, 48.6, 52.2],
    ["J1-Llama-70B", 75.0, 69.6, 93.3, 82.7, 60.0, 69.3],
    ["Qwen3-32B", 77.3, 66.5, 90.9, 88.1, 70.8, 70.0],
    ["J1-Qwen-32B, multi-task", 80.8, 71.8, 93.6, 90.3, 71.4, 77.1],
    ["DeepSeek-R1", 78.4, 72.3, 90.6, 88.6, 68.9, 71.7],
    ["o3", 77.4, 72.1, 86.4, 86.1, 75.7, 66.8],
  ],
} as const;

export const PUBLISHED_KS = {
  caption: "J1-Llama-70B asked 32 times",
  columns: ["70 billion parameters", "once", "32 times"],
  rows: [
    ["pointwise, mean of scores", 65.0, 74.8],
    ["pairwise, majority of verdicts", 72.9, 73.7],
  ],
} as const;
