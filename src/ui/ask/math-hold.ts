import { mathAt } from "./math-spans";

export interface Formula {
  tex: string;
  display: boolean;
  /** As the model wrote it. */
  source: string;
}

/** Private-use characters around a formula's number; Markdown takes them for letters of a word. */
export const OPEN = "\uE000";
export const CLOSE = "\uE001";

const SPECIAL = /[`~\\$]/g;
const BEFORE_FENCE = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?$/;
const FENCED = /(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})[^\n]*(?:\n(?![ \t>]*\1)[^\n]*)*(?:\n[ \t>]*\1[^\n]*)?/y;
const CODE = /(`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])*?(?<!`)\1(?!`)|`+/y;

/**
 * Takes the formulas out of a text before Markdown sees it, which would eat their backslashes and read their stars,
 * underscores, bars and lines as its own. Code keeps what looks like one.
 */
export function holdMaths(text: string): { text: string; formulas: Formula[] } {
  const source = text.replace(/[\uE000-\uE002]/g, "\uFFFD"); // So that a text cannot bring its own marks.
  const formulas: Formula[] = [];
  let held = "";
  let copied = 0;
  SPECIAL.lastIndex = 0;
  for (let found = SPECIAL.exec(source); found; found = SPECIAL.exec(source)) {
    const at = found.index;
    const math = mathAt(source, at);
    if (math) {
      held += `${source.slice(copied, at)}${OPEN}${formulas.length}${CLOSE}`;
      formulas.push({ tex: math.tex, display: math.display, source: source.slice(at, math.end) });
      copied = math.end;
    }
    SPECIAL.lastIndex = math?.end ?? codeEnd(source, at) ?? at + (found[0] === "\\" ? 2 : 1);
  }
  return { text: held + source.slice(copied), formulas };
}

/** Puts the formulas back as they were written. */
export function releaseMaths(text: string, formulas: readonly Formula[]): string {
  return text.replace(/\uE000(\d+)\uE001/g, (_, number: string) => formulas[Number(number)]?.source ?? "");
}

/** Where the code that starts at `at` ends, if code starts there. */
function codeEnd(text: string, at: number): number | null {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  const rule = BEFORE_FENCE.test(line) && matchesAt(FENCED, text, at) ? FENCED : CODE;
  return matchesAt(rule, text, at) ? rule.lastIndex : null;
}

function matchesAt(rule: RegExp, text: string, at: number): boolean {
  rule.lastIndex = at;
  return rule.test(text);
}
