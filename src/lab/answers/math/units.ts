import { withoutUnit } from "../units";

/** A text box after an expression, with the power of its unit: `\text{ cm}^2`, `\mbox{ miles}`, `\mathrm{kg}`. */
const BOXED_UNIT =
  /^(.*[\d}).!]|.*\\pi|.*[a-z])\s*\\(?:text[a-z]*|mbox|hbox|mathrm|rm|operatorname)\s*\{([^{}]*)\}\s*(?:\^\s*(?:\{?\s*-?\d\s*\}?))?$/s;
const CURRENCY_BEFORE = /^([+-]?)\s*(?:[$€£¥₹₽₩]|USD|EUR)\s*(?=[\d.+-])/;
const CURRENCY_AFTER = /\s*(?:[$€£¥₹₽₩]|USD|EUR)$/;
const PERCENT_AFTER = /\s*(?:\\?%|\\?percent|percentage|pct|per cent)$/i;
const PLAIN_UNIT =
  /^(.*[\d}.)])\s*(?:mm|cm|dm|km|m|mg|kg|g|ml|l|s|min|h|hrs?|hours?|minutes?|seconds?|days?|weeks?|years?|inch(?:es)?|feet|ft|miles?|meters?|metres?|units?|degrees?|radians?|dollars?|cents?|euros?|yuan)(?:\s*\^\s*\{?[23]\}?|[23²³])?$/;

/** The expression without its unit, and whether the unit was percent. Which unit it was is fixed by the question. */
export function splitUnit(text: string): { text: string; percent: boolean } {
  let rest = text.trim();
  const boxed = /^(.*?)\\text\s*\{\s*(?:percent|%|\\%)\s*\}$/.exec(rest);
  if (boxed) return { text: boxed[1]!.trim(), percent: true };
  if (PERCENT_AFTER.test(rest) && /\d/.test(rest))
    return { text: rest.replace(PERCENT_AFTER, "").trim(), percent: true };
  const match = BOXED_UNIT.exec(rest);
  if (match && !/^\s*[eidx]?\s*$/.test(match[2]!)) rest = match[1]!.trim();
  rest = rest.replace(CURRENCY_BEFORE, "$1").replace(CURRENCY_AFTER, "");
  rest = PLAIN_UNIT.exec(rest)?.[1] ?? rest;
  return { text: withoutUnit(rest).trim(), percent: false };
}
