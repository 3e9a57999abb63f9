const DIGIT = /(?![0-9])\p{Nd}/gu;

/** Digits of any script as `0` to `9`, with Arabic separators as a point and nothing. */
export function westernDigits(text: string): string {
  return text.replace(DIGIT, digitValue).replace(/٫/g, ".").replace(/٬/g, "");
}

/** Unicode lays out the ten digits of a script one after the other. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0)!;
  for (let below = 1; below <= 10; below++) {
    if (below === 10 || !/\p{Nd}/u.test(String.fromCodePoint(code - below))) return String((below - 1) % 10);
  }
  return digit;
}
