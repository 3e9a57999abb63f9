import type { PlotOptions } from "@observablehq/plot";
import { linearScale, type LinearScale } from "./linear-scale";
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

/** A frame with room at the right for the names of lines that end there. */
export function namedFrame(sizes: {
  width: number;
  height: number;
  font: number;
  names: readonly string[];
}): Frame {
  const { width, height, font, names } = sizes;
  const longest = 0.52 * font * Math.max(0, ...names.map(({ length }) => length));
  const right = width - longest - 1.5 * font;
  return { width, height, font, left: 2.5 * font, right, top: 2.6 * font, bottom: height - 3.6 * font };
}

/** A frame for one picture among several. */
export function smallFrame(width: number, names: readonly string[] = []): Frame {
  const height = Math.round(Math.max(250, Math.min(0.62 * width, 380)));
  return namedFrame({ width, height, font: width < 500 ? 13 : 15, names });
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
