import { isWithoutSpaces } from "./language";

/** What is in no word: all but letters, marks, digits, apostrophes, hyphens, joiners and the dots within a word. */
const BETWEEN = /(?:[^\p{L}\p{M}\p{N}'’·\-\u200c\u200d\s]|[\t\n\r]| {2,})+/u;
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu;

/**
 * The words of a text in runs that only single spaces part, or nothing in a language without spaces: two neighbours of a
 * run are a pair that can be found again.
 */
export function wordRuns(text: string, language: string): string[][] {
  const runs = text.split(BETWEEN);
  return isWithoutSpaces(language) ? runs.flatMap((run) => segmented(run, language)) : runs.map(parted);
}

function parted(run: string): string[] {
  return run
    .split(/\s/)
    .map((word) => word.replace(EDGES, ""))
    .filter((word) => word !== "");
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmented(run: string, language: string): string[][] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "word" });
  segmenters.set(language, segmenter);
  return run
    .split(/\s/)
    .filter((part) => part !== "")
    .map((part) => Array.from(segmenter.segment(part)).filter(({ isWordLike }) => isWordLike))
    .map((segments) => segments.map(({ segment }) => segment));
}
