import type { Estimate } from "../../metrics/interval";
import type { Summary } from "../../metrics/summary";

export interface Column {
  title: string;
  summary: Summary;
}

type Share = Exclude<keyof Summary, "count">;

/** A table for people: one row per share with its 95 % interval, one column per sampling setting. */
export function reportTable(columns: readonly Column[], n: number): string {
  const rows: [string, Share][] = [
    ["pass@1", "pass1"],
    [`maj@${n}`, "maj"],
    [`pass@${n}`, "pass"],
    ["minority right", "minorityRight"],
    ["parsed", "parsed"],
  ];
  const widths = columns.map(({ title }) => Math.max(title.length, 24));
  const line = (head: string, cells: string[]) =>
    [head.padEnd(16), ...cells.map((cell, i) => cell.padEnd(widths[i]!))].join("  ").trimEnd();
  return [
    line(
      "",
      columns.map(({ title }) => title),
    ),
    ...rows.map(([head, share]) =>
      line(
        head,
        columns.map(({ summary }) => percent(summary[share])),
      ),
    ),
    "",
    "[…] is the 95 % interval over problems: normal for pass@1 and parsed, Wilson for the others.",
    "A tied vote counts as a fair draw; minority right: no answer tied for first is right, though some sample is;",
    "parsed: the sample ended by itself, with an answer in the pocket form.",
  ].join("\n");
}

export function percent({ value, low, high }: Estimate): string {
  const written = (share: number) => (100 * Math.min(1, Math.max(0, share))).toFixed(1);
  return `${written(value).padStart(5)} %  [${written(low)}, ${written(high)}]`;
}

/** The line for programs: shares from 0 to 1, rounded to four places. */
export function reportJson({ count, pass1, maj, pass, minorityRight, parsed }: Summary, n: number): string {
  const share = ({ value }: Estimate) => Math.round(value * 1e4) / 1e4;
  return JSON.stringify({
    count,
    n,
    pass1: share(pass1),
    maj: share(maj),
    pass: share(pass),
    minorityRight: share(minorityRight),
    parsed: share(parsed),
  });
}
