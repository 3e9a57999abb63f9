import { visibleSpan } from "../visible-text";
import { findBoxes } from "./find-boxes";
import { firstFormulas, lastFormulas } from "./find-formulas";
import { LIMITS } from "./limits";

const SAID = /final answer is[:\s*"]*(?=[$\d\\(-])|answer(?: is|:)[:\s*]*/gi;
const NUMBER =
  /(?<![\p{L}\p{N}.,])[-+−]?[$€£¥]?(?:\d{1,3}(?:[ ,]\d{3})+(?!\d)|\d+)(?:[.,]\d+)?(?:\s*\/\s*\d+)?(?:\s*(?:\\?%|percent|pct)|(?=\s|[.,;:!?)$€£¥%*m]|$))/giu;
/** A text with more words than this outside of its formulas is prose about an answer, not one. */
const MOST_WORDS = 4;

/**
 * The answer that a text gives: its boxes, or what it says the answer is, or its last formulas or number; all of a
 * text that is no more than an answer. Several parts of one answer are joined by commas.
 */
export function findAnswer(text: string): string {
  const visible = visibleSpan(text);
  const said = text.slice(visible.start, visible.end).trim() || text.trim();
  const end = said.slice(-LIMITS.prose);
  const boxes = findBoxes(end);
  const last = [...end.matchAll(SAID)].at(-1);
  const after = last ? end.slice(last.index + last[0].length) : "";
  const stated = last && last.index > (boxes?.end ?? -1) ? firstOf(after) : null;
  if (stated) return stated;
  if (boxes) return boxes.inside.join(", ");
  if (!isProse(said)) return answerOnly(said);
  return lastOf(after) ?? lastOf(end) ?? said;
}

function isProse(text: string): boolean {
  if (text.length > LIMITS.answer) return true;
  const formulas = lastFormulas(text);
  const bare = text.replace(/\$[^$]*\$|\\[[(][^]*?\\[\])]|\\[a-zA-Z]+\s*(?:\{[^{}]*\})?/g, " ");
  const words = bare.match(/\p{L}\p{Ll}+/gu)?.length ?? 0;
  return (
    words > MOST_WORDS ||
    /^\p{L}{4,}\s*:/u.test(text) ||
    (words > 0 && formulas !== null) ||
    (words > 1 && /\d/.test(bare) && !/[=<>^]/.test(bare))
  );
}

/** `$21, 16$ or $11$` without the marks of its formulas. */
function answerOnly(text: string): string {
  const formulas = lastFormulas(text);
  return formulas && formulas.inside.length > 1 ? formulas.inside.join(", ") : text;
}

/** What a text begins with, if that is a formula with those that follow it, or a number. */
function firstOf(text: string): string | null {
  const formulas = firstFormulas(text);
  if (formulas) return formulas.join(", ");
  const number = text.slice(0, 100).matchAll(NUMBER).next().value;
  return number?.index === 0 ? number[0].trim() : null;
}

/** The formulas or the number that end last. */
function lastOf(text: string): string | null {
  const formulas = lastFormulas(text);
  const number = [...text.matchAll(NUMBER)].at(-1);
  if (formulas && (!number || number.index + number[0].length <= formulas.end))
    return formulas.inside.join(", ");
  return number ? number[0].trim() : null;
}
