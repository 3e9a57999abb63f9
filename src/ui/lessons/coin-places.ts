interface Place {
  column: number;
  row: number;
}

/** In the order they come, so many stand in a row. */
const IN_A_ROW = 8;

/** Where coins lie, in coins: in the order they came, or gathered in a row for each answer. */
export function coinPlaces(
  /** Of each coin's answer; undefined while it has none. */
  ranks: readonly (number | undefined)[],
  /** Of the answers, by rank. */
  sizes: readonly number[],
  slots: number,
  gathered: boolean,
): { places: Place[]; columns: number; rows: number } {
  if (!gathered) {
    const places = Array.from({ length: Math.max(slots, ranks.length) }, (_, i) => ({
      column: i % IN_A_ROW,
      row: Math.floor(i / IN_A_ROW),
    }));
    return { places, columns: IN_A_ROW, rows: Math.ceil(places.length / IN_A_ROW) };
  }
  const filled = sizes.map(() => 0);
  const places = ranks.map((rank = 0) => ({ column: filled[rank]!++, row: rank }));
  return { places, columns: Math.max(IN_A_ROW, ...sizes), rows: sizes.length };
}
