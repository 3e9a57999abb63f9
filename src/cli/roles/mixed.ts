import { seededRandom } from "../../lab/random";
import type { RoleRow } from "./role-row";

/** Easy groups for each hard one among the pocket policy's: what a share is a share of. Counted over 6,144 groups of 8. */
const EASY_PER_HARD = 2.5;

/** All hard rows, and as many easy ones as `easyShare` for each hard one on average; all where it is null. */
export function* mixed(rows: Iterable<RoleRow>, easyShare: number | null): Generator<RoleRow> {
  for (const row of rows) {
    const keep =
      easyShare === null || row.hard !== false || seededRandom(row.question)() < easyShare / EASY_PER_HARD;
    if (keep) yield row;
  }
}
