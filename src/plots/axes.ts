import * as Plot from "@observablehq/plot";
import type { Estimate } from "../metrics/interval";
import type { Frame } from "./frame";

/** From the tenth below the lowest interval to the tenth above the highest. */
export function shareDomain(estimates: readonly Estimate[]): [number, number] {
  const low = Math.floor(10 * Math.min(1, ...estimates.map(({ low }) => low)) + 1e-9) / 10;
  const high = Math.ceil(10 * Math.max(0, ...estimates.map(({ high }) => high)) - 1e-9) / 10;
  return low < high ? [low, high] : [0, 1];
}

/** Percent up the left side, with thin lines across. */
export function shareAxis(
  [low, high]: readonly [number, number],
  label: string,
  frame: Frame,
): Plot.Markish[] {
  const lines = (frame.bottom - frame.top) / (2.4 * frame.font);
  const step = [0.05, 0.1, 0.2, 0.5].find((step) => (high - low) / step <= lines) ?? 1;
  const count = Math.floor((high - low) / step + 1e-9);
  const ticks = Array.from({ length: count + 1 }, (_, i) => low + i * step);
  return [
    Plot.gridY(ticks, { stroke: "var(--line)", strokeOpacity: 1 }),
    Plot.axisY(ticks, {
      label: null,
      tickSize: 0,
      tickFormat: (share: number) => Math.round(100 * share).toString(),
    }),
    atCorner(label, { frameAnchor: "top-left", dx: -frame.left, dy: -1.8 * frame.font }),
  ];
}

/** Whole numbers from 0 up the left side, with thin lines across. */
export function countAxis(most: number, label: string, frame: Frame): Plot.Markish[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((step) => most / step <= 6) ?? most;
  const ticks = Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
  return [
    Plot.gridY(ticks, { stroke: "var(--line)", strokeOpacity: 1 }),
    Plot.axisY(ticks, { label: null, tickSize: 0, tickFormat: (tick: number) => tick.toLocaleString("en") }),
    atCorner(label, { frameAnchor: "top-left", dx: -frame.left, dy: -1.8 * frame.font }),
  ];
}

/** Numbers along the foot, times `factor`. */
export function numberAxis(
  ticks: readonly number[],
  label: string,
  frame: Frame,
  factor = 1,
): Plot.Markish[] {
  return [
    Plot.ruleY([frame.bottom], { y: { value: Number, scale: null }, stroke: "var(--line-strong)" }),
    Plot.axisX(ticks, {
      label: null,
      tickSize: 5,
      stroke: "var(--line-strong)",
      fill: "currentColor",
      text: (value: number) => (factor * value).toLocaleString("en"), // `tickFormat` would leave some out on a log axis.
    }),
    atCorner(label, { frameAnchor: "bottom-right", dy: 2.9 * frame.font }),
  ];
}

function atCorner(text: string, options: Plot.TextOptions): Plot.Markish {
  return Plot.text([text], { ...options, text: (one: string) => one, fill: "currentColor" });
}
