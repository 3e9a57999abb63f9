/** Cuts tokens less likely than p times the likeliest one. 0 cuts nothing. */
export function minPFloor(greatest: number, p: number): number {
  return p > 0 ? greatest + Math.log(p) : -Infinity;
}
