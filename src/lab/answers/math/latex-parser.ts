import { LatexSyntax } from "@cortex-js/compute-engine/latex-syntax";
import type { Expression } from "./expression";
import { fromMathJson } from "./from-math-json";
import { LIMITS } from "./limits";
import { deepestBracket } from "./scan";

const syntax = new LatexSyntax();

/** Commands the parser is trusted with: what others would do to its time is not known, and few answers have them. */
const COMMANDS = new Set(
  (
    "frac sqrt binom cdot times div pi theta alpha beta gamma delta epsilon varepsilon zeta eta iota kappa lambda mu nu xi rho sigma tau " +
    "phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega ell infty sin cos tan cot sec csc arcsin arccos arctan " +
    "sinh cosh tanh ln log lg exp lfloor rfloor lceil rceil mathrm operatorname overline sum prod int bmod mod gcd max min dx circ " +
    "mathbb lim to partial vec prime dots ldots cdots vert lvert rvert hbar imaginaryI exponentialE"
  ).split(" "),
);
const COMMAND = /\\([a-zA-Z]+|.)/g;
const INSIDE_WORDS = /\\(?:mathrm|operatorname|mathbb)\{[A-Za-z]*\}/g;
/** Five letters in a row that are none of the functions are prose, not a product of four variables. */
const PROSE = /(?<![\\A-Za-z])[A-Za-z]{5,}/;

/**
 * The scalar expression that a piece of LaTeX stands for; null if it is not understood, or not to be parsed safely:
 * too long, nested too deeply, unbalanced, or with commands that answers do not have. Never throws.
 */
export function parseLatex(latex: string): Expression | null {
  if (!isSafe(latex)) return null;
  try {
    return fromMathJson(syntax.parse(latex));
  } catch {
    return null; // A fault of the parser's: what it cannot read is not comparable.
  }
}

function isSafe(latex: string): boolean {
  if (latex.length > LIMITS.expression || latex.trim() === "") return false;
  const depth = deepestBracket(latex);
  if (depth === null || depth > LIMITS.depth) return false;
  if ((latex.match(/\||\\[lr]?vert/g)?.length ?? 0) > LIMITS.bars) return false;
  for (const [, name] of latex.matchAll(COMMAND)) if (!COMMANDS.has(name!)) return false;
  return !PROSE.test(latex.replace(INSIDE_WORDS, ""));
}

// The first parse takes tens of milliseconds, for tables and compilation; later ones well below one.
for (const latex of ["\\frac{x_1^2+1}{\\sqrt{2}}", "2\\sin(3x)+|x|"]) parseLatex(latex);
