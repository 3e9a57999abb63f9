/** Tokens without meaning, different each time: a prompt that was read before would be remembered. */
export function randomTokens(count: number, vocabularySize: number): number[] {
  return Array.from({ length: count }, () => Math.floor(Math.random() * vocabularySize));
}
