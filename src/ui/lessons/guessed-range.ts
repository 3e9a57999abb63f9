/** Whether a number lies in a range such as “8–11”. */
export function fallsIn(value: number, range: string): boolean {
  const [low, high = low] = range.split("–").map(Number);
  return value >= low! && value <= high!;
}
