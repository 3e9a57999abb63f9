/** A finite number, in CSV perhaps as text; null for anything else. A label is no score. */
export function readScore(value: unknown): number | null {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

/** True and false, 1 and 0, and as tools write them into text; null for anything else. */
export function readLabel(value: unknown): boolean | null {
  const text = String(value).trim().toLowerCase();
  if (text === "true" || Number(text) === 1) return true;
  if (text === "false" || (text !== "" && Number(text) === 0)) return false;
  return null;
}

/** A text or a number as the text of an answer; null for what stands for none. */
export function readAnswer(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return null;
  const text = value.trim();
  return text === "" || text === NO_MATCH ? null : text;
}

/** What lm-evaluation-harness writes where its filter finds no answer. */
const NO_MATCH = "[invalid]";

/** A value in words, for a message about it. */
export function inWords(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  const text = JSON.stringify(value);
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}
