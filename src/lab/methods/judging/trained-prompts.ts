/** What the pocket judge is asked about two solutions: the question, both, and the question again. */
export function trainedPairPrompt(question: string, a: string, b: string): string {
  return [question, "A", a, "B", b, question].join("\n");
}

/** What the pocket judge is asked about one solution. */
export function trainedPointPrompt(question: string, solution: string): string {
  return [question, "A", solution, question].join("\n");
}
