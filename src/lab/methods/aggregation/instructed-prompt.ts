/**
 * Aggregation asked of any chat model. The parts and their order are those of AggLM (Zhao et al. 2025, arXiv 2509.06870):
 * problem, attempts, the warning that any, all or none may be right, what to do with them, and a final answer in a box.
 */
export function instructedPrompt(question: string, attempts: readonly string[]): string {
  return [
    ...shown(question, attempts),
    "Any, all or none of these attempts may be right or complete. Go through them, correct mistakes, fill gaps, and combine " +
      "what is useful in them. Then write one complete, correct solution, with the final answer in \\boxed{}.",
  ].join("\n\n");
}

/** Universal self-consistency (Chen et al. 2023, arXiv 2311.17311). */
export function instructedChoicePrompt(question: string, attempts: readonly string[]): string {
  return [
    ...shown(question, attempts),
    "Which of these attempts agrees best with the others and with the problem? End with its number, as in: Attempt 2.",
  ].join("\n\n");
}

function shown(question: string, attempts: readonly string[]): string[] {
  return [
    `Here is a problem and ${attempts.length} attempts to solve it.`,
    `Problem:\n${question}`,
    ...attempts.map((attempt, at) => `Attempt ${at + 1}:\n${attempt}`),
  ];
}
