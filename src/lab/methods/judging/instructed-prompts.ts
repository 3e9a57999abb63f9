/**
 * Judging asked of any chat model, with the parts of J1's prompts (Whitehouse et al. 2025, arXiv 2505.10320): an impartial judge,
 * criteria and an answer of one's own first, a warning of what must not count, and a strict form for the verdict.
 */
export function instructedPairPrompt(question: string, a: string, b: string): string {
  return [
    "You are an impartial judge of two answers to a question.",
    `[Question]\n${question}`,
    `[Answer A]\n${a}\n[End of answer A]`,
    `[Answer B]\n${b}\n[End of answer B]`,
    "Say first what a good answer needs, and work out an answer of your own. Then compare. The order of the two, their length " +
      "and their style must not count. Give each a score from 0 to 10, as <score_A>…</score_A> and <score_B>…</score_B>, and end " +
      "with the better one: [[A]] or [[B]].",
  ].join("\n\n");
}

export function instructedPointPrompt(question: string, answer: string): string {
  return [
    "You are an impartial judge of an answer to a question.",
    `[Question]\n${question}`,
    `[Answer]\n${answer}\n[End of the answer]`,
    "Say first what a good answer needs, and work out an answer of your own. Then judge this one by its correctness alone, and end " +
      "with a score from 0 to 10, as <score>…</score>.",
  ].join("\n\n");
}
