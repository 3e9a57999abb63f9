import type { FaultLog } from "../../lab/imports/fault-log";
import { placeWords } from "../../lab/imports/row";

const SHOWN = 10;

/** Says which rows were skipped and why; empty where none was. */
export function reportFaults({ count, kept }: FaultLog): string {
  if (count === 0) return "";
  const lines = kept
    .slice(0, SHOWN)
    .map((fault) => `  ${placeWords(fault)}: ${fault.reason}: ${fault.excerpt}`);
  const more = count > lines.length ? [`  and ${count - lines.length} more`] : [];
  return [`${count} ${count === 1 ? "row" : "rows"} skipped:`, ...lines, ...more].join("\n");
}
