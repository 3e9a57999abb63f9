/**
 * Words are told apart by their keys; formulas, lists, Chinese numbers and choices with what they say may be the same though
 * written differently. E is a choice, and a number.
 */
const MATHEMATICAL =
  /^(?:text (?:.*[\\^_√π∞=<>≤≥±+*×·÷\d零〇一二两兩三四五六七八九十百千万萬]|\p{L}\/\p{L}$|\(?[a-j]\s*[).:]\s*\S)|choice E$)/isu;
/** Longer texts are no answers that could be read. */
const LONGEST_KEY = 300;

/** Whether mathematics may find the answer of a key equal to that of another key. */
export const isMathematical = (key: string): boolean => key.length <= LONGEST_KEY && MATHEMATICAL.test(key);

/** Whether mathematics may find the answer of a key equal to a mathematical one. */
export const isComparable = (key: string): boolean => !key.startsWith("text ") || isMathematical(key);

/** Whether the keys of a problem's answers leave open which of these are equal. Numbers, choices and words alone do not. */
export function needMathematics(keys: Iterable<string>): boolean {
  const comparable = [...new Set(keys)].filter(isComparable);
  return comparable.length > 1 && comparable.some(isMathematical);
}
