import * as Plot from "@observablehq/plot";
import { count } from "../metrics/in-words";
import type { PairedDifference } from "../metrics/paired-difference";
import { pairedInWords, points } from "../metrics/paired-words";
import type { Drawing, Reading } from "./drawing";
import { framed } from "./frame";
import { linearScale } from "./linear-scale";
import { differenceMarks, discordantMarks, type Side } from "./paired-marks";

/** How much righter one method is than another, and below it the problems that only one of them gets right. */
export function pairedPlot(
  paired: PairedDifference,
  [a, b]: readonly [string, string],
  width: number,
): Drawing {
  const font = width < 500 ? 13 : 15;
  const height = 13 * font;
  const frame = { width, height, font, left: 1.5 * font, right: width - 1.5 * font, top: 2 * font, bottom: height }; // prettier-ignore
  const reach = Math.ceil(10 * Math.max(0.1, -paired.difference.low, paired.difference.high) - 1e-9) / 10;
  const x = linearScale([-reach, reach], [frame.left, frame.right]);
  const [dot, top, thickness] = [3.4 * font, 8.6 * font, 2 * font];
  const sides = sidesOf(paired, [a, b], 0.32 * (frame.right - frame.left));
  const svg = Plot.plot({
    ...framed(frame),
    x: { domain: x.domain, axis: null },
    y: { type: "identity", axis: null },
    marks: [
      Plot.ruleX([0], { y1: frame.top, y2: top + thickness + 0.3 * font, stroke: "var(--line-strong)" }),
      differenceMarks(paired, reach, dot, frame),
      sides.map((side) => discordantMarks(side, x(0), top, thickness, font)),
    ],
  }) as SVGSVGElement;
  const readings: Reading[] = [
    {
      key: "difference",
      row: 0,
      x: x(paired.difference.value),
      y: dot,
      what: `Difference between ${paired.a} and ${paired.b}`,
      value: points(paired.difference),
      opens: `Only one of ${paired.a} and ${paired.b} is right`,
      problems: () => [...paired.onlyA, ...paired.onlyB],
    },
    ...sides.toReversed().map(({ sign, label, problems, length }) => ({
      key: `only ${sign}`,
      row: 1,
      x: x(0) + (sign * length) / 2,
      y: top + thickness / 2,
      size: { width: Math.max(6, length), height: thickness },
      what: `Only ${label} is right`,
      value: count(problems.length, "problem"),
      problems: () => problems,
    })),
  ];
  return {
    svg,
    title: `${paired.a} compared with ${paired.b}`,
    description: pairedInWords(paired),
    readings,
  };
}

/** The longer bar is `most` pixels long. */
function sidesOf(
  { a, b, onlyA, onlyB }: PairedDifference,
  ids: readonly [string, string],
  most: number,
): Side[] {
  const perProblem = most / Math.max(1, onlyA.length, onlyB.length);
  return [
    { id: ids[0], label: a, problems: onlyA, sign: 1, length: perProblem * onlyA.length },
    { id: ids[1], label: b, problems: onlyB, sign: -1, length: perProblem * onlyB.length },
  ];
}
