const MANTISSAS = [10, 12, 15, 20, 25, 30, 40, 50, 60, 80];

/** Where a slider over whole numbers stops: 1 to 9, then ten round numbers to each decade, up to the first that is at least `most`. */
export function logStops(most: number): number[] {
  const stops = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  for (let scale = 1; stops.at(-1)! < most; scale *= 10)
    for (const mantissa of MANTISSAS) if (stops.at(-1)! < most) stops.push(mantissa * scale);
  return stops;
}

/** The place of the stop that is nearest to a number by ratio. */
export function nearestStop(stops: readonly number[], value: number): number {
  const distance = (stop: number) => Math.abs(Math.log(stop / Math.max(1, value)));
  return stops.reduce((best, stop, at) => (distance(stop) < distance(stops[best]!) ? at : best), 0);
}
