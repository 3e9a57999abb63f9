/** Where something stands in a text: offsets in UTF-16 units, the end not included. */
export interface Found {
  text: string;
  start: number;
  end: number;
}

/**
 * In the order in which they are looked for, the most deliberate way of answering first; `recorded` is the answer that a file
 * gives for a sample, which stands nowhere in its text.
 */
export type AnswerForm = "boxed" | "marked" | "pocket" | "prose" | "alone" | "recorded";

/** The final answer that a sample gives. */
export interface Answer extends Found {
  form: AnswerForm;
}
