import { LIMITS } from "./limits";
import { plainLatex } from "./plain-latex";
import { hasThousands } from "./read-scalar";
import { Reader } from "./reader";
import type { Value } from "./value";

const DECIMAL_COMMA = /^([^\d,]{0,4}\d+),(\d+)(?![\d,])([^,]*)$/;
const CHOICE = /^\(\s*(?:\\(?:text|mathrm|textbf)\s*\{)?\s*([A-Ja-j])\s*\}?\s*\)$/;
const TEXT_WITH_DIGITS = /^\\text\s*\{([^{}]*\d[^{}]*)\}$/;
const LABELLED_CHOICE = /^\(?([A-J])\s*[).:]\s*(\S.*)$/;
const OUTER = [
  /^\$\$([^]*)\$\$$/,
  /^\$([^$]*)\$$/,
  /^\\\[([^]*)\\\]$/,
  /^\\\(([^]*)\\\)$/,
  /^\\boxed\{([^{}]*)\}$/,
];

/**
 * The ways in which an answer can be understood, the likeliest first; none where it cannot. `100,200` is a number or
 * a list, `0,5` a list or a number; `B) 12` is the choice B or what it says.
 */
export function readings(answer: string): Value[] {
  if (answer.length > LIMITS.answer) return [];
  const text = plainLatex(withoutDelimiters(answer));
  if (text.length > LIMITS.answer) return [];
  const found: (Value | null)[] = [];
  const labelled = LABELLED_CHOICE.exec(text);
  const choice = CHOICE.exec(text);
  if (choice) found.push({ kind: "words", text: choice[1]! });
  if (labelled) found.push({ kind: "words", text: labelled[1]! }, new Reader().read(labelled[2]!));
  if (hasThousands(text)) found.push(new Reader().scalar(text));
  // `100,200` may be a list of two all the same; `1,000` and `100,200.5` are none.
  if (hasThousands(text) && /,0|\./.test(text)) return found.filter((value) => value !== null);
  found.push(new Reader().read(text));
  const boxed = TEXT_WITH_DIGITS.exec(text);
  if (boxed) found.push(new Reader().read(boxed[1]!));
  const comma = DECIMAL_COMMA.exec(text);
  if (comma && !hasThousands(text)) found.push(new Reader().scalar(`${comma[1]}.${comma[2]}${comma[3]}`));
  return found.filter((value) => value !== null);
}

/** An answer without the marks of a formula, and of emphasis, around all of it. */
function withoutDelimiters(answer: string): string {
  let bare = answer.trim().replace(/^\*\*|\*\*$/g, "");
  for (let i = 0; i < 4; i++) {
    const match = OUTER.map((pattern) => pattern.exec(bare)).find((one) => one !== null);
    if (!match) break;
    bare = match[1]!.trim();
  }
  // `12 $ and $ 13` is left of two formulas; one sign alone is a price.
  return bare.split("$").length > 2 ? bare.replace(/(?<!\\)\$/g, " ") : bare;
}
