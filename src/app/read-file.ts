import { ImportsClient } from "../client/imports-client";
import type { Mapping } from "../lab/imports/roles";
import type { Found, RecordedSummary } from "../lab/recorded/found";
import type { RecordedSource } from "./tradeoffs/recorded-source";

/** Problems to be asked, as they are handed over at a time. */
const ITEMS = 2000;

/** What a file was found to hold: problems to be asked, or problems with samples that were drawn before. */
export type Imported =
  | { kind: "problems"; name: string; items: { question: string; answer: string }[]; skipped: number }
  | { kind: "recorded"; source: RecordedSource; skipped: number; filters: readonly string[] };

/** Reads a whole file in a worker of its own, which goes on to keep its samples; it ends with the signal, or where there are none. */
export async function readFile(
  file: Blob,
  name: string,
  mapping: Mapping,
  { signal, tell }: { signal: AbortSignal; tell: (bytes: number) => void },
): Promise<{ imported: Imported; skipped: Found["skipped"] }> {
  const client = new ImportsClient();
  const leave = () => client.end();
  signal.addEventListener("abort", leave);
  try {
    const found = await client.read(file, name, mapping, tell);
    const skipped = found.skipped.count;
    if (found.kind === "recorded")
      return {
        imported: { kind: "recorded", source: fileSource(found, client), skipped, filters: found.filters },
        skipped: found.skipped,
      };
    const items: { question: string; answer: string }[] = [];
    while (items.length < found.count) items.push(...(await client.items(items.length, ITEMS)));
    client.end();
    return { imported: { kind: "problems", name, items, skipped }, skipped: found.skipped };
  } catch (error) {
    client.end();
    throw error;
  } finally {
    signal.removeEventListener("abort", leave);
  }
}

function fileSource(summary: RecordedSummary, client: ImportsClient): RecordedSource {
  const { name, origin, count, samples, fewestSamples, rows, scored, readFor } = summary;
  return {
    ...{ name, origin, count, samples, fewestSamples, rows, scored, readFor },
    problemsAt: (numbers) => client.problemsAt(numbers),
    outcomes: (take) => client.outcomes(take),
    end: () => client.end(),
  };
}
