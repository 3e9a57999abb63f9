const SUM = /^(-?\d+) ([*/+-]) (-?\d+) = (-?\d+)$/;

/** Whether a line of a try says something like “12 - 8 = 5”, which is not so. */
export function isSlip(line: string): boolean {
  const [, left, sign, right, result] = SUM.exec(line.replace(/^[^:]*: ?/, "").trim()) ?? [];
  if (sign === undefined) return false;
  const [a, b] = [Number(left), Number(right)];
  const truth = { "*": a * b, "/": a / b, "+": a + b, "-": a - b }[sign];
  return truth !== Number(result);
}
