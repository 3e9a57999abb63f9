/**
 * A text without the characters at its end that `isPart` accepts. A regular expression (`/[…]+$/`) would begin anew at every
 * character of a run that does not reach the end, and so take quadratic time.
 */
export function withoutEnd(text: string, isPart: (character: string) => boolean): string {
  let end = text.length;
  while (end > 0 && isPart(text[end - 1]!)) end--;
  return text.slice(0, end);
}
