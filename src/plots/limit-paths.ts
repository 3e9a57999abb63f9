import { logSteps, type LogScale } from "./log-scale";
import { LIMIT_NAMES, type LimitLine } from "./rates";

const STEPS = 48;
/** Of the figure's letters, in pixels: their mean width, and what a name needs around itself. */
const LETTER = 6.4;
const ROOM = 12;

export interface LimitPath {
  line: LimitLine;
  d: string;
  /** The path's corners, in pixels. */
  corners: { x: number; y: number }[];
  /** Where its name stands, and by how many degrees it rises there; absent where there is no room for it in the frame. */
  label?: { x: number; y: number; angle: number; anchor: "start" | "middle" };
}

/** Each limit as a path, its name along it. Names of lines that run side by side stand one behind the other. */
export function limitPaths(lines: readonly LimitLine[], x: LogScale, y: LogScale): LimitPath[] {
  const xs = logSteps(x.domain, STEPS);
  return lines.map((line, order) => {
    const points = xs.map((at) => ({ at, x: x(at), y: y(line.at(at)) }));
    const d = points
      .map((point, i) => `${i ? "L" : "M"}${point.x.toFixed(1)} ${point.y.toFixed(1)}`)
      .join("");
    const visible = points.filter(({ at }) => line.at(at) <= y.domain[1] && line.at(at) >= y.domain[0]);
    const label = labelAlong(visible, LETTER * LIMIT_NAMES[line.limit].length, order);
    return { line, d, corners: points, ...(label && { label }) };
  });
}

/** Above the middle of a level line; else along the line, as near to its lower end as other names leave room. */
function labelAlong(
  visible: readonly { x: number; y: number }[],
  width: number,
  order: number,
): LimitPath["label"] {
  const [from, to] = [visible[0], visible.at(-1)];
  if (!from || !to) return undefined;
  const [across, down] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(across, down);
  if (length < width + 2 * ROOM) return undefined;
  if (Math.abs(down) < 0.02 * across) {
    return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, angle: 0, anchor: "middle" };
  }
  const start = Math.min(ROOM + 0.3 * order * length, length - width - ROOM) / length;
  const angle = (Math.atan2(down, across) * 180) / Math.PI;
  return { x: from.x + start * across, y: from.y + start * down, angle, anchor: "start" };
}

/** What lies above the lowest limit, up to the top of the frame, as a closed path. */
export function outOfReach(lines: readonly LimitLine[], x: LogScale, y: LogScale, top: number): string {
  if (lines.length === 0) return "";
  const roof = logSteps(x.domain, STEPS).map((at) => {
    const lowest = Math.min(...lines.map((line) => line.at(at)));
    return `L${x(at).toFixed(1)} ${Math.max(top, y(lowest)).toFixed(1)}`;
  });
  return `M${x(x.domain[0])} ${top}${roof.join("")}L${x(x.domain[1])} ${top}Z`;
}
