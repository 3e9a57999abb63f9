// Says of each text of a corpus how likely MetaCLIP 2's curation keeps it. The last line printed is one JSON document.
// npm run curate -- --in rows.jsonl --t-en 20 --seed 1 --out kept.jsonl
import { createReadStream, createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import type { CorpusRow } from "../lab/curation/corpus";
import { corpusRow } from "../lab/curation/corpus-cells";
import { curate, type Curated } from "../lab/curation";
import { readRows } from "../lab/imports/read-rows";
import { numberWithin } from "./arguments";

const TEXT = { type: "string" } as const;
const { values } = parseArgs({ options: { in: TEXT, out: TEXT, "t-en": TEXT, seed: TEXT } });
if (!values.in || !values.out)
  throw new RangeError("say which rows to read, and where to write them: --in rows.jsonl --out kept.jsonl");
const tEn = numberWithin("t-en", values["t-en"], 20, { low: 1, high: 1e9, whole: false });
const seed = numberWithin("seed", values.seed, 1, { low: 0, high: 1e9, whole: true });

const { rows, corpus } = await read(values.in);
const curated = await curate(corpus, { tEn, seed });
await pipeline(Readable.from(lines(rows, curated)), createWriteStream(values.out));
console.log(JSON.stringify(summary(curated)));

/** Rows as they are, and what of them is curated. Those that cannot be read are named and left out. */
async function read(file: string) {
  const rows: Record<string, unknown>[] = [];
  const corpus: CorpusRow[] = [];
  const bytes = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
  for await (const row of readRows(bytes, () => undefined)) {
    const read = row.kind === "row" ? corpusRow(row.cells) : row.reason;
    if (row.kind === "row" && typeof read !== "string") {
      rows.push(row.cells);
      corpus.push(read);
    } else console.error(`line ${row.line} is left out: ${read as string}`);
  }
  return { rows, corpus };
}

/** Each row with its probability, and whether chance kept it under this seed. */
function* lines(rows: readonly Record<string, unknown>[], { probabilities, kept }: Curated) {
  for (const [i, row] of rows.entries()) {
    const keep = Number(probabilities[i]!.toPrecision(6));
    yield `${JSON.stringify({ ...row, keep, kept: kept[i] === 1 })}\n`;
  }
}

function summary({ languages }: Curated) {
  const shown = languages.map(({ language, texts, matched, entries, threshold, keptExpected, keptDrawn }) => [
    language,
    { texts, matched, entries, t: threshold, expected: Math.round(keptExpected), kept: keptDrawn },
  ]);
  return Object.fromEntries(shown) as Record<string, unknown>;
}
