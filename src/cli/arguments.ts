/** Throws RangeError with a sentence that names the value and what it may be. */
export function oneOf<T>(
  name: string,
  value: string,
  choices: readonly T[],
  nameOf: (choice: T) => string,
): T {
  const choice = choices.find((candidate) => nameOf(candidate) === value);
  if (choice !== undefined) return choice;
  throw new RangeError(`--${name} must be one of ${choices.map(nameOf).join(", ")}; "${value}" is not`);
}

export interface Range {
  low: number;
  high: number;
  whole: boolean;
}

/** `standard` where nothing was said. Throws RangeError with a sentence that names the value and its range. */
export function numberWithin(
  name: string,
  text: string | undefined,
  standard: number,
  { low, high, whole }: Range,
): number {
  if (text === undefined) return standard;
  const number = Number(text);
  if (text.trim() !== "" && number >= low && number <= high && (!whole || Number.isInteger(number)))
    return number;
  throw new RangeError(
    `--${name} must be a ${whole ? "whole " : ""}number from ${low} to ${high}; "${text}" is not`,
  );
}
