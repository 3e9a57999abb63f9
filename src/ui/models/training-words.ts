import type { Training } from "../../../models/card";
import { significant } from "../../metrics/in-words";
import { grouped } from "../ask/grouped";

/** Whether it was rewarded for what it wrote; else it learned from examples. */
export const isRewarded = ({ options = {} }: Training): boolean => "clip_low" in options;

/** "706 steps, 5,516,712 tokens, 10 minutes on 1 processor core". */
export function amountOf({ steps, tokens, minutes, options = {} }: Training): string {
  const threads = typeof options.threads === "number" ? options.threads : null;
  return [
    `${grouped(steps)} steps`,
    tokens ? `${grouped(tokens)} tokens` : "",
    `${significant(minutes)} minutes${threads === null ? "" : ` on ${threads} processor ${threads === 1 ? "core" : "cores"}`}`,
  ]
    .filter(Boolean)
    .join(", ");
}
