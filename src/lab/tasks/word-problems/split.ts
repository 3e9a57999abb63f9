import { hash32 } from "../../random";
import type { Split } from "../task";
import { type Program, programHash, signature } from "./program";

/** One in this many sequences of three or more operations is never trained on. */
const NOVEL_SHARE = 10;
/** One in this many programs, of the sequences that are trained on, is held out. */
const TEST_SHARE = 10;

/** A program belongs to exactly one split, so the splits cannot overlap whatever seeds generated them. */
export function splitOf(program: Program): Split {
  const sequence = signature(program);
  if (sequence.length >= 3 && hash32(`novel:${sequence}`) % NOVEL_SHARE === 0) return "novel";
  return hash32(`test:${programHash(program)}`) % TEST_SHARE === 0 ? "test" : "train";
}
