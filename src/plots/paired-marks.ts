import * as Plot from "@observablehq/plot";
import type { PairedDifference } from "../metrics/paired-difference";
import type { Frame } from "./frame";
import { methodLook } from "./method-colours";

/** A method with the problems that only it gets right, as a bar that grows from the middle. */
export interface Side {
  id: string;
  label: string;
  problems: readonly number[];
  /** To the right for the first method, to the left for the other. */
  sign: 1 | -1;
  /** In pixels. */
  length: number;
}

const asIs = { text: (words: string) => words, fill: "var(--ink)" };
const pixels = (value: number) => ({ value: () => value, scale: null });

/** A dot with its interval at height `y`, over an axis through nought; `reach` is the axis' end. */
export function differenceMarks(
  { difference, a, b }: PairedDifference,
  reach: number,
  y: number,
  { font, top }: Frame,
): Plot.Markish[] {
  const step = reach > 0.5 ? 0.5 : reach > 0.2 ? 0.2 : reach / 2;
  const count = Math.floor(reach / step + 1e-9);
  const ticks = Array.from({ length: 2 * count + 1 }, (_, i) => (i - count) * step);
  const atSide = (frameAnchor: "left" | "right", line: number) => ({
    frameAnchor,
    dx: (frameAnchor === "left" ? -1.5 : 1.5) * font,
    y: () => line * font,
  });
  return [
    Plot.text([`← ${b} righter`], { ...asIs, ...atSide("left", 0.7) }),
    Plot.text([`${a} righter →`], { ...asIs, ...atSide("right", 0.7) }),
    Plot.ruleX(ticks.filter(Boolean), { y1: top, y2: 5 * font, stroke: "var(--line)" }),
    Plot.text(ticks, {
      x: (tick: number) => tick,
      y: () => 5.8 * font,
      text: signed,
      fill: "currentColor",
      stroke: "var(--paper)",
      strokeWidth: 6,
    }),
    Plot.text(["points"], { ...asIs, ...atSide("right", 7), fill: "currentColor" }),
    Plot.link([difference], { x1: "low", x2: "high", y1: y, y2: y, stroke: "var(--ink)", strokeWidth: 2.5 }),
    Plot.dot([difference], {
      x: "value",
      y: () => y,
      r: 0.5 * font,
      fill: "var(--ink)",
      stroke: "var(--paper)",
      strokeWidth: 1.5,
    }),
  ];
}

function signed(share: number): string {
  return `${share > 0 ? "+" : share < 0 ? "−" : ""}${Math.round(100 * Math.abs(share))}`;
}

/** The bar's number stands at its end, and below it whose problems they are. `zero` is the middle, in pixels. */
export function discordantMarks(
  side: Side,
  zero: number,
  top: number,
  height: number,
  font: number,
): Plot.Markish[] {
  const { id, label, problems, sign, length } = side;
  const end = zero + sign * length;
  const beside = (x: number, y: number) => ({
    ...asIs,
    x: pixels(x + 0.5 * sign * font),
    y: () => y,
    textAnchor: sign > 0 ? ("start" as const) : ("end" as const),
  });
  return [
    Plot.rect([0], {
      x1: pixels(Math.min(zero, end)),
      x2: pixels(Math.max(zero, end)),
      y1: top,
      y2: top + height,
      fill: methodLook(id).colour,
    }),
    Plot.text([problems.length.toLocaleString("en")], { ...beside(end, top + height / 2), fontWeight: 600 }),
    Plot.text([`only ${label}`], beside(zero, top + height + 1.1 * font)),
  ];
}
