/** Rows that a pile's name takes, above it. */
const NAME_ROWS = 1.6;
/** Rows between two piles. */
const GAP_ROWS = 0.5;

interface Place {
  column: number;
  row: number;
}

/** Where squares lie, in squares: in their order, or gathered in piles of these sizes, one below the other with its name above. */
export function pilePlaces(
  /** Which pile each belongs to. */
  piles: readonly number[],
  columns: number,
  gathered: boolean,
): { places: Place[]; names: number[]; rows: number } {
  const filled: number[] = [];
  for (const pile of piles) filled[pile] = (filled[pile] ?? 0) + 1;
  const heights = Array.from(filled, (count = 0) => Math.ceil(count / columns) + NAME_ROWS + GAP_ROWS);
  const names = heights.map((_, pile) => heights.slice(0, pile).reduce((sum, height) => sum + height, 0));
  const rows = heights.reduce((sum, height) => sum + height, 0);
  const inPile = heights.map(() => 0);
  const at = (place: number, top: number): Place => ({
    column: place % columns,
    row: top + Math.floor(place / columns),
  });
  const places = piles.map((pile, i) =>
    gathered ? at(inPile[pile]!++, names[pile]! + NAME_ROWS) : at(i, 0),
  );
  return { places, names, rows: gathered ? rows : Math.ceil(piles.length / columns) };
}
