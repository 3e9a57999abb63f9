import DOMPurify from "dompurify";
import "katex/dist/katex.min.css";
import { Marked } from "marked";
import markedKatex from "marked-katex-extension";

const marked = new Marked(
  { gfm: true, breaks: true },
  markedKatex({ throwOnError: false, nonStandard: true }),
);

/** Arithmetic such as `14 * 3` is no emphasis: a star between spaces stays a star. */
const keepStars = (text: string) => text.replace(/(?<=\s)\*(?=\s)/g, "\\*");

/** A model's text as HTML that is safe to show. Steps (`<chunk>`) become paragraphs with a rule beside them. */
export function renderMarkdown(text: string): string {
  const html = text
    .split(/(<chunk>[\s\S]*?(?:<\/chunk>|$))/)
    .map((piece) => {
      const step = /^<chunk>([\s\S]*?)(?:<\/chunk>)?$/.exec(piece);
      const body = marked.parse(keepStars(step ? step[1]! : piece), { async: false });
      return step ? `<div class="step">${body}</div>` : body;
    })
    .join("");
  return DOMPurify.sanitize(html, {
    USE_PROFILES: { html: true, mathMl: true, svg: true },
    FORBID_TAGS: ["style", "form", "img"],
  });
}
