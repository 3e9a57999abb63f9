// Compares pairs of answers as mathematics and counts how often that agrees with what is expected.
// npm run equal -- --file cases.jsonl
// Rows are {"gold": "1/2", "pred": "0.5", "expected": true}; the texts may be whole solutions. Every disagreement is printed
// with the reason for the verdict; the last line is one JSON document.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { decide } from "../lab/answers/equality";
import { readCases } from "./equal/cases";
import { disagreement } from "./equal/disagreement";

const TEXT = { type: "string" } as const;
try {
  const { values } = parseArgs({ options: { file: TEXT } });
  if (!values.file) throw new RangeError("--file names a file of rows {gold, pred, expected}");
  let agree = 0;
  let longestMs = 0;
  const cases = readCases(readFileSync(values.file, "utf8"));
  for (const one of cases) {
    const began = performance.now();
    const decision = decide(one.gold, one.pred);
    longestMs = Math.max(longestMs, performance.now() - began);
    if ((decision.verdict === "equal") === one.expected) agree++;
    else console.log(disagreement(one, decision));
  }
  console.log(`${agree} of ${cases.length} agree; the longest comparison took ${longestMs.toFixed(1)} ms`);
  console.log(JSON.stringify({ count: cases.length, agree }));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
