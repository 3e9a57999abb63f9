export interface Spot {
  x: number;
  y: number;
}

export interface ValuePlace {
  /** Pixels from the point to the text's anchor on its base line. */
  dx: number;
  dy: number;
  anchor: "start" | "middle" | "end";
}

/** Best first. */
const PLACES: readonly ValuePlace[] = [
  { dx: 0, dy: 21, anchor: "middle" },
  { dx: 8, dy: 18, anchor: "start" },
  { dx: -8, dy: 18, anchor: "end" },
  { dx: 0, dy: -11, anchor: "middle" },
  { dx: 8, dy: -8, anchor: "start" },
  { dx: -8, dy: -8, anchor: "end" },
];
/** Of the figure's digits, in pixels. */
const DIGIT = 7;
const ASCENT = 11;
const MARGIN = 2;

/** Where a point's value covers least of what is drawn, and stays between `leftmost` and `right`. */
export function valuePlace(
  point: Spot,
  text: string,
  drawn: readonly Spot[],
  right: number,
  leftmost = -Infinity,
): ValuePlace {
  const width = DIGIT * text.length;
  const cost = ({ dx, dy, anchor }: ValuePlace) => {
    const left = point.x + dx - (anchor === "start" ? 0 : anchor === "end" ? width : width / 2);
    if (left + width > right || left < leftmost) return Infinity;
    return drawn.filter(
      ({ x, y }) =>
        x > left - MARGIN &&
        x < left + width + MARGIN &&
        y > point.y + dy - ASCENT - MARGIN &&
        y < point.y + dy + MARGIN,
    ).length;
  };
  const costs = PLACES.map(cost);
  return PLACES[costs.indexOf(Math.min(...costs))]!;
}

/** Spots along the lines between corners, close enough that no text fits between two. */
export function spotsAlong(corners: readonly Spot[]): Spot[] {
  return corners.slice(1).flatMap((to, index) => {
    const from = corners[index]!;
    const count = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 4);
    return Array.from({ length: count + 1 }, (_, i) => ({
      x: from.x + ((to.x - from.x) * i) / Math.max(1, count),
      y: from.y + ((to.y - from.y) * i) / Math.max(1, count),
    }));
  });
}
