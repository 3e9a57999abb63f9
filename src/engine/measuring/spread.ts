import type { Spread } from "../../../workers/protocol/measure";

/** Browsers' clocks tick in steps of 0.1 ms or so: single times are coarse, means over this long are not. */
const LONG_ENOUGH_MS = 4;

/** Median and quartiles of times in milliseconds, of which there is at least one. Short ones are averaged in groups first. `each` things share a time. */
export function spreadOf(times: readonly number[], each = 1): Spread {
  const means = groupMeans(times).sort((a, b) => a - b);
  const at = (share: number) => means[Math.round(share * (means.length - 1))]! / each;
  return { ms: at(0.5), lowMs: at(0.25), highMs: at(0.75), tries: times.length };
}

/** Means of successive times, as many together as take `LONG_ENOUGH_MS`; what is left at the end joins the last group. */
function groupMeans(times: readonly number[]): number[] {
  const total = times.reduce((sum, ms) => sum + ms, 0);
  const size = Math.max(1, Math.ceil((LONG_ENOUGH_MS * times.length) / Math.max(total, 1e-9)));
  const groups = Math.max(1, Math.floor(times.length / size));
  return Array.from({ length: groups }, (_, group) => {
    const members = times.slice(group * size, group === groups - 1 ? undefined : (group + 1) * size);
    return members.reduce((sum, ms) => sum + ms, 0) / members.length;
  });
}
