import type { Outcome } from "./outcome";
import { asInterval, type Region, regionOf } from "./region";
import { shown, shownNumber } from "./shown";
import type { Value } from "./value";

/** How far beside an edge is looked: less would be lost in the doubles of a steep expression. */
const BESIDE = 1e-4;

/**
 * Whether two descriptions hold the same real numbers, tried at every edge of either, beside it, between edges, far out
 * and on a grid. Null where one of them describes no such set.
 */
export function sameRegion(gold: Value, answer: Value): Outcome | null {
  const [ours, theirs] = [regionOf(asInterval(gold)), regionOf(asInterval(answer))];
  if (!ours || !theirs) return null;
  const places = placesToTry(ours, theirs);
  if (!places.some((x) => ours.holds(x) || theirs.holds(x))) return null; // Two that hold nothing may be misread.
  const apart = places.find((x) => ours.holds(x) !== theirs.holds(x));
  const [a, b] = [shown(gold.text), shown(answer.text)];
  if (apart === undefined) return { same: true, why: `${a} and ${b} hold the same numbers` };
  const [holds, lacks] = ours.holds(apart) ? [a, b] : [b, a];
  return { same: false, why: `${shownNumber(apart)} is in ${holds} but not in ${lacks}` };
}

function placesToTry(ours: Region, theirs: Region): number[] {
  const edges = [...new Set([...ours.edges, ...theirs.edges])].sort((a, b) => a - b).slice(0, 60);
  const beside = edges.flatMap((edge) => {
    const step = BESIDE * Math.max(1, Math.abs(edge));
    return [edge, edge - step, edge + step];
  });
  const between = edges.slice(1).map((edge, i) => (edge + edges[i]!) / 2);
  const grid = Array.from({ length: 61 }, (_, i) => -12 + 0.4 * i + 0.0137);
  return [...beside, ...between, 0, 1, -1, ...grid, -1e3, 1e3, -1e6, 1e6];
}
