import { readRows } from "../imports/read-rows";
import { inWords } from "../imports/read-values";
import type { Reading } from "../imports/reading";
import { faultAt, type Place, placeOf, placeWords, type Row } from "../imports/row";
import type { ByteSource } from "../imports/text-pieces";
import { readOpinions } from "./read-opinions";
import type { PairOpinions } from "./pair-judgement";
import type { SolutionPair } from "./solution-pair";

/** What a file of pairs holds: the pairs, and by the names of judges what these were recorded to have said. */
export interface PairFile {
  pairs: SolutionPair[];
  recorded: Map<string, PairOpinions[]>;
}

/** The judge of verdicts that stand in a file without its name. */
const NAMELESS = "Recorded judge";

/**
 * Pairs as JudgeBench has them (`question, response_A, response_B, label`: "A>B" or "B>A"), each perhaps with what a judge said of it.
 * A pair that stands there again is skipped, unless with another judge. Which column is which is fixed, as the format is.
 */
export async function readPairs(source: ByteSource, { breathe, onFault }: Reading): Promise<PairFile> {
  const file: PairFile = { pairs: [], recorded: new Map() };
  const seen = new Map<string, Seen>();
  for await (const row of readRows(source, breathe)) {
    const reason = row.kind === "row" ? take(row, file, seen) : null;
    if (row.kind === "fault") onFault(row);
    else if (reason) onFault(faultAt(row, reason, JSON.stringify(row.cells)));
  }
  return file;
}

interface Seen {
  pair: SolutionPair;
  place: Place;
  judges: Set<string>;
}

/** Adds a row, or says why it cannot be used. */
function take(row: Row, file: PairFile, seen: Map<string, Seen>): string | null {
  const read = pairOf(row, file.pairs.length + 1);
  if (typeof read === "string") return read;
  const opinions = readOpinions(row.cells, read.id);
  if (typeof opinions === "string") return opinions;
  const judge = textOf(row.cells.judge) ?? NAMELESS;
  const key = textOf(row.cells.pair_id) ?? contentOf(read);
  const before = seen.get(key);
  if (before && contentOf(before.pair) !== contentOf(read))
    return `another pair than ${placeWords(before.place)}, under the same pair_id`;
  if (before && (!opinions || before.judges.has(judge)))
    return `the same pair as ${placeWords(before.place)}`;
  const pair = before?.pair ?? read;
  if (!before) {
    seen.set(key, { pair, place: placeOf(row), judges: new Set() });
    file.pairs.push(pair);
  }
  if (!opinions) return null;
  seen.get(key)!.judges.add(judge);
  file.recorded.set(judge, [...(file.recorded.get(judge) ?? []), { ...opinions, pair: pair.id }]);
  return null;
}

const LABELS: Readonly<Record<string, SolutionPair["better"]>> = { "A>B": "A", "B>A": "B" };

function pairOf({ cells }: Row, number: number): SolutionPair | string {
  for (const column of ["question", "response_A", "response_B"])
    if (!textOf(cells[column])) return `no ${column}: it is ${inWords(cells[column])}`;
  const better = LABELS[(textOf(cells.label) ?? "").replaceAll(" ", "")];
  if (!better) return `label must be "A>B" or "B>A"; it is ${inWords(cells.label)}`;
  const source = textOf(cells.source);
  return {
    id: textOf(cells.pair_id) ?? `pair ${number}`,
    question: textOf(cells.question)!,
    responses: { A: textOf(cells.response_A)!, B: textOf(cells.response_B)! },
    better,
    ...(source !== null && { source }),
  };
}

const contentOf = ({ question, responses: { A, B }, better }: SolutionPair) =>
  JSON.stringify([question, A, B, better]);

function textOf(cell: unknown): string | null {
  const text = typeof cell === "number" ? `${cell}` : cell;
  return typeof text === "string" && text.trim() !== "" ? text.trim() : null;
}
