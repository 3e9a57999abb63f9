import { splitAt } from "./scan";
import type { Comparison } from "./value";

const COMPARISONS: Record<string, Comparison | "≈"> = {
  "=": "=",
  "\\equiv": "=",
  "<": "<",
  ">": ">",
  "\\le": "≤",
  "\\ge": "≥",
  "\\ne": "≠",
  "\\approx": "≈",
};

/**
 * The sides of `a < x ≤ b` and what stands between them; null if it is no relation. An approximation after an equals
 * sign only repeats what was said and is left out; alone it is taken as an equation.
 */
export function splitRelation(text: string): { sides: string[]; comparisons: Comparison[] } | null {
  const { parts, separators } = splitAt(text, (token) => token in COMPARISONS);
  if (separators.length === 0 || parts.some((part) => part === "")) return null;
  const signs = separators.map((separator) => COMPARISONS[separator]!);
  const about = signs.indexOf("≈");
  const end = about > 0 ? about : signs.length;
  const comparisons = signs.slice(0, end).map((sign) => (sign === "≈" ? "=" : sign));
  return { sides: parts.slice(0, end + 1), comparisons };
}
