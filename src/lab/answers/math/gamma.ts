const G = 7;
const COEFFICIENTS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** n! for any real n, by Lanczos' approximation; exact to the last digits of a double. NaN at negative whole numbers. */
export function factorial(n: number): number {
  if (Number.isInteger(n)) {
    if (n < 0 || n > 170) return NaN;
    let product = 1;
    for (let k = 2; k <= n; k++) product *= k;
    return product;
  }
  if (n < -0.5) return Math.PI / (Math.sin(Math.PI * (n + 1)) * factorial(-n - 1));
  let sum = COEFFICIENTS[0]!;
  for (let i = 1; i < COEFFICIENTS.length; i++) sum += COEFFICIENTS[i]! / (n + i);
  const t = n + G + 0.5;
  return Math.sqrt(2 * Math.PI) * t ** (n + 0.5) * Math.exp(-t) * sum;
}

export function binomial(n: number, k: number): number {
  if (!Number.isInteger(k) || k < 0 || k > 200) return factorial(n) / (factorial(k) * factorial(n - k));
  let product = 1;
  for (let i = 0; i < k; i++) product *= (n - i) / (i + 1);
  return product;
}
