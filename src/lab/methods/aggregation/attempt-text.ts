import { visibleSpan } from "../../answers/visible-text";

/** A solution as another model reads it: without its thinking (arXiv 2509.06870, §3) and without the marks around its steps. */
export function attemptText(text: string): string {
  const { start, end } = visibleSpan(text);
  return text
    .slice(start, end)
    .replaceAll(/<\/?chunk>/g, "")
    .trim();
}
