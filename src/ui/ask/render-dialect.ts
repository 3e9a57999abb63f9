import { Lexer, Marked, type RendererObject, type TokenizerObject } from "marked";
import { CLOSE, OPEN } from "./math-hold";
import { escapeHtml } from "./render-escape";

/** Stands for `OPEN` inside code: the formula's source belongs there. */
export const OPEN_IN_CODE = "\uE002";

/** A single star next to an operand multiplies: `2*3`, `2*pi*r`, `a*(b+c)`. */
const AFTER_OPERAND = /[\w)\]}\uE001]$/;
const TIMES = /(?<=[\w)\]}\uE001])\*(?=[\w([{\uE000])/g;
/** Two of them raise: `2**3`, `x**2`. Next to words they are bold: `**Step 1**Then`. */
const POWER = /(?<=[\d)\]}\uE001]|(?<![A-Za-z])[A-Za-z])\*\*(?=\d|[A-Za-z](?![A-Za-z]))/g;

/** The only HTML of a model's own that is one: letter styles and line breaks, without attributes. */
const LETTER_STYLE = /^<(\/?)(br|b|i|u|sub|sup)\s*\/?>/i;

const tokenizer: TokenizerObject = {
  emStrong: (source, _masked, before = "") =>
    /^\*(?!\*)/.test(source) && AFTER_OPERAND.test(before) ? undefined : false,
  del: (source) => (source.startsWith("~~") ? false : undefined), // A single tilde is "about".
  tag(source) {
    const found = LETTER_STYLE.exec(source);
    if (!found) return undefined; // Any other tag is text, and shown as text: <answer>, List<int>.
    const [raw, slash, name] = found;
    const text = `<${slash}${name!.toLowerCase()}>`;
    return { type: "html", raw, text, block: false, inLink: false, inRawBlock: false };
  },
  html: () => undefined,
  def: () => undefined, // It would be swallowed.
  lheading: () => undefined, // A line of dashes below a sum is a rule, not a heading.
};

/** What code holds, formulas as they were written. */
const codeText = (text: string) => escapeHtml(text.replaceAll(OPEN, OPEN_IN_CODE));

const renderer: RendererObject = {
  heading({ tokens }) {
    return `<h4>${this.parser.parseInline(tokens)}</h4>`; // Below the title of the dialog, whatever level the model chose.
  },
  code: ({ text }) => `<pre><code>${codeText(text)}</code></pre>`,
  codespan: ({ text }) => `<code>${codeText(text)}</code>`,
  link: ({ raw }) => escapeHtml(raw), // Nothing a model writes may navigate or load; its address can be read.
  image: ({ raw }) => escapeHtml(raw),
  checkbox: ({ checked }) => (checked ? "☑ " : "☐ "),
};

/** Stars that multiply are hidden from the search for the end of an emphasis. */
const hooks = {
  emStrongMask: (text: string) => text.replace(TIMES, CLOSE).replace(POWER, CLOSE + CLOSE),
};

const marked = new Marked({ gfm: true, breaks: true, tokenizer, renderer, hooks });

/** The Markdown of each block of a text whose formulas are held. Each can be rendered alone. */
export function blocksOf(held: string): string[] {
  const text = held.replace(/\r\n?/g, "\n");
  return new Lexer(marked.defaults) // Blocks only: what is in their lines is read when they are rendered.
    .blockTokens(text)
    .map(({ raw }) => raw)
    .filter((raw) => raw.trim() !== "");
}

/** HTML of a text whose formulas are held; not yet sanitized. */
export const htmlOf = (held: string): string => marked.parse(held, { async: false });
