import katex, { type KatexOptions } from "katex";
import "katex/dist/katex.min.css";
import type { Formula } from "./math-hold";
import { escapeHtml } from "./render-escape";

/** No command that links, loads, names or styles; no size or loop that could fill the page or stop it. */
const OPTIONS: KatexOptions = {
  output: "htmlAndMathml",
  trust: false,
  strict: "ignore",
  maxSize: 20,
  maxExpand: 500,
  errorColor: "currentColor",
};
const LONGEST = 5000;
const CACHED = 500;
const cache = new Map<string, string>();

/** A formula as HTML, with MathML for those who cannot see it. One that KaTeX cannot read stands as it was written. */
export function typeset(formula: Formula): string {
  const key = `${formula.display} ${formula.tex}`; // While a text is written, each frame asks for the same ones.
  const known = cache.get(key);
  if (known !== undefined) return known;
  if (cache.size >= CACHED) cache.clear();
  const html = typesetAnew(formula);
  cache.set(key, html);
  return html;
}

function typesetAnew({ tex, display, source }: Formula): string {
  if (tex.length > LONGEST) return escapeHtml(source);
  const whole = escapeEach(tex, "%"); // To TeX a comment, to a model a percentage.
  const attempts = [
    () => katex.renderToString(whole, { ...OPTIONS, displayMode: display }),
    () => katex.renderToString(escapeEach(whole, "$#"), { ...OPTIONS, displayMode: display }), // \boxed{$20}
    () => katex.renderToString(whole, { ...OPTIONS, displayMode: display, throwOnError: false }),
  ];
  for (const attempt of attempts) {
    try {
      return attempt();
    } catch {
      // The next one is more forgiving.
    }
  }
  return escapeHtml(source);
}

/** Puts a backslash before each of these characters that has none. */
const escapeEach = (tex: string, characters: string) =>
  tex.replace(/\\[\s\S]|[%$#]/g, (found) => (characters.includes(found) ? `\\${found}` : found));
