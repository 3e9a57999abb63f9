import * as Plot from "@observablehq/plot";
import { numberAxis } from "./axes";
import type { Frame } from "./frame";

/** Powers of ten up the left side. The axis is log(1 + n), so that none is at its foot. */
export function entryAxis(most: number, frame: Frame): Plot.Markish[] {
  const ticks = [0, 1, 10, 100, 1000, 10_000, 100_000, 1_000_000].filter((n) => Math.log1p(n) <= most);
  const values = ticks.map((n) => Math.log1p(n));
  return [
    Plot.gridY(values, { stroke: "var(--line)", strokeOpacity: 1 }),
    Plot.axisY(values, {
      ...{ label: null, tickSize: 0 },
      tickFormat: (_, i: number) => shortNumber(ticks[i]!),
    }),
    Plot.text(["Entries"], {
      ...{ frameAnchor: "top-left", dx: -frame.left, dy: -1.8 * frame.font, fill: "currentColor" },
      text: (one: string) => one,
    }),
  ];
}

/** Each bin's first number under its middle; every other where there are many. */
export function binAxis(bins: readonly { from: number }[], frame: Frame): Plot.Markish[] {
  const every = (frame.right - frame.left) / bins.length < 2.6 * frame.font ? 2 : 1;
  const shown = bins
    .map(({ from }, i) => ({ from, i }))
    .filter(({ i }) => i % every === every - 1 || every === 1);
  return [
    numberAxis([], "Texts that an entry is in", frame),
    Plot.text(shown, {
      x: ({ i }: { i: number }) => i + 0.5,
      text: ({ from }: { from: number }) => (from < 2 ? `${from}` : `${shortNumber(from)}–`),
      ...{ frameAnchor: "bottom", dy: 1.3 * frame.font, fill: "currentColor" },
    }),
  ];
}

/** Entries beyond are thinned. */
export function thresholdMark(threshold: number | null, bins: number, frame: Frame): Plot.Markish[] {
  if (threshold === null) return [];
  const at = Math.min(bins, 1 + Math.log2(Math.max(1, threshold)));
  const left = at > bins / 2;
  return [
    Plot.ruleX([at], { stroke: "var(--accent)", strokeWidth: 1.5 }),
    Plot.text([`thinned above ${threshold.toLocaleString("en")}`], {
      ...{ x: () => at, text: (one: string) => one, frameAnchor: "top", textAnchor: left ? "end" : "start" },
      ...{ dx: left ? 1 : -1, dy: -0.9 * frame.font, fill: "var(--accent)" },
    }),
  ];
}

/** "512", "4k", "1M": thousands of 1,024 beyond 1,000, as bins are by powers of two. */
function shortNumber(value: number): string {
  if (value < 1000) return `${value}`;
  return value < 1e6 ? `${Math.floor(value / 1000)}k` : `${Math.floor(value / 1e6)}M`;
}
