import DOMPurify from "dompurify";
import { type Formula, holdMaths, releaseMaths } from "./math-hold";
import { typeset } from "./math-typeset";
import { blocksOf, htmlOf } from "./render-dialect";
import { escapeHtml } from "./render-escape";

/** What Markdown makes and nothing else: no link, no name, no style, no class can come from a model. */
const ALLOWED = {
  ALLOWED_TAGS: [
    ..."p br hr h4 em strong del b i u sub sup code pre blockquote ul ol li".split(" "),
    ..."table thead tbody tr th td".split(" "),
  ],
  ALLOWED_ATTR: ["start"],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
};

/** The blocks of a model's text, so that a text that grows renders only its last one again. */
export function splitBlocks(text: string): string[] {
  const held = holdMaths(text);
  return blocksOf(held.text).map((block) => releaseMaths(block, held.formulas));
}

/** A block as HTML that is safe to show: Markdown is sanitized first, then KaTeX's own output is put in. */
export function renderBlock(block: string): string {
  const { text, formulas } = holdMaths(block);
  return fill(DOMPurify.sanitize(htmlOf(text), ALLOWED), formulas);
}

/** The marks stand only in text, since no attribute that could hold one is left. */
function fill(html: string, formulas: readonly Formula[]): string {
  return html
    .replace(/\uE002(\d+)\uE001/g, (_, number: string) => escapeHtml(formulas[Number(number)]?.source ?? ""))
    .replace(/(<br>\s*)?\uE000(\d+)\uE001(\s*<br>)?/g, (_, before = "", number: string, after = "") => {
      const formula = formulas[Number(number)];
      if (!formula) return "";
      return formula.display ? typeset(formula) : `${before}${typeset(formula)}${after}`;
    });
}
