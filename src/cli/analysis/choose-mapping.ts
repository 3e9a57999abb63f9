import { valueAt } from "../../lab/imports/paths";
import type { Preview } from "../../lab/imports/preview";
import { type Mapping, ROLES } from "../../lab/imports/roles";
import { placeWords } from "../../lab/imports/row";

/** The mapping of a preview, if it is enough to go on. Throws RangeError that says what is missing and what there is. */
export function chooseMapping({ rows, faults, paths, mapping }: Preview, given: Mapping): Mapping {
  const columns = `the columns are ${paths.join(", ")}`;
  if (rows.length === 0)
    throw new RangeError(
      `--file: no row can be read; ${faults[0] ? `${placeWords(faults[0])}: ${faults[0].reason}` : "it is blank"}`,
    );
  for (const role of ROLES) {
    const path = given[role];
    if (path && rows.every(({ cells }) => valueAt(cells, path) === undefined))
      throw new RangeError(`--map: ${role}=${path} is in none of the first rows; ${columns}`);
  }
  if (!mapping.samples && !mapping.predictions)
    throw new RangeError(
      `no column was recognised as the samples of a problem; name one with --map samples=…; ${columns}`,
    );
  if (!mapping.answer && !mapping.labels)
    throw new RangeError(
      `no column was recognised as the right answer; name one with --map answer=… (or labels=…); ${columns}`,
    );
  return mapping;
}
