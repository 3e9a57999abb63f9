/** What the trainer reads, one JSON line each. */
export interface RoleRow {
  /** The user's message, word for word as the page will send it. */
  question: string;
  /** What a first, supervised phase teaches the model to write. */
  solution: string;
  /** What the reward compares with. */
  answer: string;
  /** A function of models/train/rewards.py. */
  reward: "answer" | "choice" | "verdict" | "consistent" | "order";
  /** Rows in a row that share one are rewarded together. */
  unit?: string;
  /**
   * Characters of the message behind each of which the model should know something about what it has just read, and the
   * one-letter token that says it. Only learnt from; never part of a prompt.
   */
  marks?: [end: number, token: string][];
  /** Whether the vote over the attempts is wrong (arXiv 2509.06870, §3). */
  hard?: boolean;
}

export interface RowOptions {
  seed: number;
  /** Groups or pairs drawn from the samples of one problem. */
  groups: number;
  /** Attempts in a group; 0 draws from 2 to 12, mostly 8. */
  m: number;
  /** Judge: each pair in one order only, and rewarded so. */
  oneOrder: boolean;
}
