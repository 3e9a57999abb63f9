import type { PlotOptions } from "@observablehq/plot";
import { logScale, type LogScale } from "./log-scale";

/** Where the data area lies in a picture, in pixels, and the size of the letters around it. */
export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  font: number;
}

/** A number on an axis with equal lengths for equal differences, in pixels. */
export interface LinearScale {
  (value: number): number;
  readonly domain: readonly [number, number];
}

export function linearScale(
  domain: readonly [number, number],
  range: readonly [number, number],
): LinearScale {
  const [low, high] = domain;
  const scale = (value: number) => range[0] + ((value - low) / (high - low)) * (range[1] - range[0]);
  return Object.assign(scale, { domain });
}

/** A frame's scales: the same lengths that Plot draws, for what is placed beside its marks. */
export const across = (frame: Frame, domain: readonly [number, number]): LogScale =>
  logScale(domain, [frame.left, frame.right]);
export const upwards = (frame: Frame, domain: readonly [number, number]): LinearScale =>
  linearScale(domain, [frame.bottom, frame.top]);

/** What all pictures ask of Plot: the page's letters and no colours of its own. */
export function framed({ width, height, left, right, top, bottom, font }: Frame): PlotOptions {
  return {
    width,
    height,
    marginLeft: left,
    marginRight: width - right,
    marginTop: top,
    marginBottom: height - bottom,
    style: {
      background: "none",
      color: "var(--ink-soft)",
      fontFamily: "var(--words)",
      fontSize: `${font}px`,
      fontVariant: "tabular-nums",
      overflow: "visible",
    },
  };
}
