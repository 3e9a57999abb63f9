import type { Answer, AnswerForm, Found } from "./answer";
import { findAlone } from "./alone-form";
import { findBoxed } from "./boxed";
import { findMarked } from "./marked-form";
import { findPocketForm } from "./pocket-form";
import { findProseForm } from "./prose-form";
import { visibleSpan } from "./visible-text";

/** Looked for in this order, wherever in the text they stand: a box is an answer even if prose follows it. */
const FORMS: readonly [AnswerForm, (text: string) => Found | null][] = [
  ["boxed", findBoxed],
  ["marked", findMarked],
  ["pocket", findPocketForm],
  ["prose", findProseForm],
  ["alone", findAlone],
];

/** The final answer a text gives and where it stands, or null. Nothing inside a think block counts. Never throws. */
export function extractAnswer(text: string): Answer | null {
  const visible = visibleSpan(text);
  const solution = text.slice(visible.start, visible.end);
  for (const [form, find] of FORMS) {
    const found = find(solution);
    if (found) {
      return { text: found.text, start: visible.start + found.start, end: visible.start + found.end, form };
    }
  }
  return null;
}
