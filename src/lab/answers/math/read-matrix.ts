import { LIMITS } from "./limits";

const ENVIRONMENT =
  /\\begin\s*\{(?:[pbvBV]?matrix|smallmatrix|array)\*?\}(?:\s*\{[^{}]*\})?([^]*?)\\end\s*\{(?:[pbvBV]?matrix|smallmatrix|array)\*?\}/g;

/** The entries of a matrix as LaTeX, row by row. */
export type Entries = string[][];

/**
 * The entries of a matrix, or of a sum or product of matrices, each as one expression: entries of a product are sums of
 * products. Null if the text is anything else, or if shapes do not fit.
 */
export function readMatrix(text: string): Entries | null {
  const matrices: Entries[] = [];
  const between: string[] = [];
  let from = 0;
  for (const match of text.matchAll(ENVIRONMENT)) {
    between.push(
      text
        .slice(from, match.index)
        .replace(/^[([]|[)\]]$/g, "")
        .trim(),
    );
    matrices.push(entries(match[1]!));
    from = match.index + match[0].length;
  }
  if (matrices.length === 0 || matrices.length > 4 || /[^\s)\].]/.test(text.slice(from))) return null;
  let sum: Entries | null = null;
  let product = scaled(matrices[0]!, between[0]!);
  for (let i = 1; i < matrices.length && product; i++) {
    const operator = between[i]!;
    if (operator === "+" || operator === "-") {
      sum = combined(sum, product);
      product = scaled(matrices[i]!, operator === "-" ? "-1" : "");
    } else product = /^(?:\\cdot|\\times)?$/.test(operator) ? multiplied(product, matrices[i]!) : null;
  }
  return product && combined(sum, product);
}

function entries(inside: string): Entries {
  const rows = inside.split(/\\\\(?:\s*\[[^\]]*\])?|\\cr\b/).map((row) => row.replace(/\\hline/g, "").trim());
  return rows.filter((row) => row !== "").map((row) => row.split("&").map((entry) => entry.trim()));
}

function scaled(matrix: Entries, factor: string): Entries | null {
  const [first] = matrix;
  if (!first || matrix.some((row) => row.length !== first.length)) return null;
  if (matrix.length * first.length > LIMITS.elements) return null;
  if (factor === "" || factor === "+") return matrix;
  const by = factor === "-" ? "-1" : factor.replace(/\\cdot\s*$/, "");
  return matrix.map((row) => row.map((entry) => `(${by})(${entry})`));
}

function combined(sum: Entries | null, next: Entries): Entries | null {
  if (!sum) return next;
  if (sum.length !== next.length || sum[0]!.length !== next[0]!.length) return null;
  return sum.map((row, i) => row.map((entry, j) => `(${entry})+(${next[i]![j]})`));
}

function multiplied(left: Entries, right: Entries): Entries | null {
  const columns = scaled(right, "")?.[0]?.length;
  if (!columns || left[0]!.length !== right.length) return null;
  const entry = (i: number, j: number) => left[i]!.map((a, k) => `(${a})(${right[k]![j]})`).join("+");
  return left.map((_, i) => Array.from({ length: columns }, (_, j) => entry(i, j)));
}
