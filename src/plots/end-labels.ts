import * as Plot from "@observablehq/plot";
import type { Frame } from "./frame";
import type { MethodLook } from "./method-colours";
import { spread } from "./spread";
import { type Spot, spotsAlong, valuePlace } from "./value-place";

/** A line's name and where its points are, in pixels. */
export interface NamedLine {
  text: string;
  look: MethodLook;
  spots: readonly Spot[];
}

/** A line's name in its place, and where a thin line leads to it from. */
interface EndLabel {
  line: NamedLine;
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
  from?: Spot;
}

/** Between a line's end and its name, in letters' heights. */
const LEAD = 1.1;
/** How far from the right side a line may end and still be named there, as a share of the frame. */
const NEAR = 0.4;

/** Names at the right side for the lines that end near it, one below the other; beside its end for any other. */
export function endLabels(lines: readonly NamedLine[], frame: Frame): EndLabel[] {
  const end = ({ spots }: NamedLine) => spots.at(-1)!;
  const isNear = (line: NamedLine) => frame.right - end(line).x < NEAR * (frame.right - frame.left);
  const near = lines.filter(isNear);
  const heights = spread(near.map((line) => end(line).y), 1.3 * frame.font, frame.top, frame.bottom); // prettier-ignore
  const drawn = lines.flatMap(({ spots }) => spotsAlong(spots));
  return [
    ...near.map((line, i): EndLabel => {
      const x = frame.right + LEAD * frame.font;
      return { line, x, y: heights[i]!, anchor: "start", from: end(line) };
    }),
    ...lines.filter((line) => !isNear(line)).map((line) => besideEnd(line, end(line), drawn, frame)),
  ];
}

function besideEnd(line: NamedLine, spot: Spot, drawn: readonly Spot[], frame: Frame): EndLabel {
  const scale = frame.font / 13; // Places are for letters of 13 pixels.
  const shrunk = drawn.map(({ x, y }) => ({ x: x / scale, y: y / scale }));
  const [left, right] = [frame.left / scale, frame.right / scale];
  const place = valuePlace({ x: spot.x / scale, y: spot.y / scale }, line.text, shrunk, right, left);
  const lift = 0.35 * frame.font; // From the base line to the middle of a letter.
  return { line, x: spot.x + scale * place.dx, y: spot.y + scale * place.dy - lift, anchor: place.anchor };
}

export function labelMarks(labels: readonly EndLabel[], frame: Frame): Plot.Markish[] {
  const pixels = (value: (label: EndLabel) => number) => ({ value, scale: null });
  return labels.map((label) => [
    label.from &&
      Plot.link([label], {
        x1: pixels(({ from }) => from!.x),
        y1: pixels(({ from }) => from!.y),
        x2: pixels(({ x }) => x - 0.3 * frame.font),
        y2: pixels(({ y }) => y),
        stroke: label.line.look.colour,
        strokeDasharray: "1 3",
        strokeWidth: 1.5,
      }),
    Plot.text([label], {
      x: pixels(({ x }) => x),
      y: pixels(({ y }) => y),
      text: ({ line }: EndLabel) => line.text,
      textAnchor: label.anchor,
      fill: "var(--ink)",
      stroke: "var(--paper)",
      strokeWidth: 4,
      fontWeight: 600,
    }),
  ]);
}
