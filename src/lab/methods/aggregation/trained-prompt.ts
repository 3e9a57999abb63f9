/**
 * What the pocket aggregator is asked: the question, the attempts by number, and the question again, so that what it writes
 * stands behind the question as a solver's answer does. No instruction: it was trained to know what to do.
 */
export function trainedPrompt(question: string, attempts: readonly string[]): string {
  return `${readAttempts(question, attempts)}\n${question}`;
}

/** The same, asked for the number of the attempt to trust: it answers `#3`. */
export function trainedChoicePrompt(question: string, attempts: readonly string[]): string {
  return `${readAttempts(question, attempts)}\n#?`;
}

/** The part that both share, which is read once. */
export function readAttempts(question: string, attempts: readonly string[]): string {
  return [question, ...attempts.map((attempt, at) => `#${at + 1}\n${attempt}`)].join("\n");
}
