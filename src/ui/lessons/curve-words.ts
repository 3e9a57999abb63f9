import type { CurvePoint } from "../../metrics/accuracy-curve";

/** Where a curve ends, in whole percent. */
export const endOf = (curve: readonly CurvePoint[]) => Math.round(100 * curve.at(-1)!.accuracy.value);

/** What a curve says, from its first point to its last. */
export function curveInWords(curve: readonly CurvePoint[]): string {
  const [first, last] = [curve[0]!, curve.at(-1)!];
  const percent = ({ accuracy }: CurvePoint) => `${Math.round(100 * accuracy.value)} %`;
  return `From one try to ${last.samples}, your curve goes from ${percent(first)} to ${percent(last)} right, for ${Math.round(last.tokens / first.tokens)} times the tokens.`;
}
