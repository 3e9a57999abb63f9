import type { Reading } from "../../plots/drawing";

/** The value that an arrow key leads to: along its line, or the one nearest across on the next line. None at the end. */
export function walk(readings: readonly Reading[], from: Reading, key: string): Reading | undefined {
  const along = readings.filter(({ row }) => row === from.row);
  const place = along.indexOf(from);
  if (key === "ArrowRight") return along[place + 1];
  if (key === "ArrowLeft") return along[place - 1];
  if (key === "Home") return along[0];
  if (key === "End") return along.at(-1);
  if (key === "ArrowUp") return nearestAcross(readings, from, from.row - 1);
  if (key === "ArrowDown") return nearestAcross(readings, from, from.row + 1);
  return undefined;
}

function nearestAcross(readings: readonly Reading[], { x }: Reading, row: number): Reading | undefined {
  const line = readings.filter((reading) => reading.row === row);
  return line.sort((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x))[0];
}

/** The value that somebody points at: the bar that holds the place, else the nearest point within reach. */
export function nearest(
  readings: readonly Reading[],
  place: { x: number; y: number },
  reach: number,
): Reading | undefined {
  const distances = readings.map(({ x, y, size }) =>
    Math.hypot(
      Math.max(0, Math.abs(place.x - x) - (size?.width ?? 0) / 2),
      Math.max(0, Math.abs(place.y - y) - (size?.height ?? 0) / 2),
    ),
  );
  const least = Math.min(...distances);
  return least <= reach ? readings[distances.indexOf(least)] : undefined;
}

/** The points that lie where this one does, itself first: nobody could press one of them and not the others. Bars never do. */
export function atSamePlace(readings: readonly Reading[], at: Reading, within: number): Reading[] {
  if (at.size) return [at];
  const others = readings.filter(
    ({ x, y, size, key }) => !size && key !== at.key && Math.hypot(x - at.x, y - at.y) <= within,
  );
  return [at, ...others];
}
