/** A pair of answers, and whether they are held to be equal. */
export interface Case {
  line: number;
  gold: string;
  pred: string;
  expected: boolean;
}

/** The rows of a JSON Lines file; blank lines are passed over. Throws SyntaxError with the line that cannot be used. */
export function readCases(text: string): Case[] {
  return text.split("\n").flatMap((row, i) => (row.trim() === "" ? [] : [readCase(row, i + 1)]));
}

function readCase(row: string, line: number): Case {
  let value: unknown;
  try {
    value = JSON.parse(row);
  } catch {
    throw new SyntaxError(`line ${line} is not JSON`);
  }
  const { gold, pred, expected } = Object(value) as Record<string, unknown>;
  if (typeof gold === "string" && typeof pred === "string" && isTruth(expected))
    return { line, gold, pred, expected: Boolean(expected) };
  throw new SyntaxError(
    `line ${line} needs the texts "gold" and "pred", and "expected": true, false, 1 or 0`,
  );
}

const isTruth = (value: unknown) => typeof value === "boolean" || value === 0 || value === 1;
