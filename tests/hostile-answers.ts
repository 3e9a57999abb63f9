import { integer, pick, type Random, seededRandom } from "../src/lab/random";

const SIGNS = [..."()[]{}|+-*/^_=<>!,.;:'$%&~# 0123456789xyznefiE", "\\{", "\\}", "\\\\", "\\", "\n"];
const COMMANDS = (
  "\\frac \\sqrt \\sin \\log \\left \\right \\begin{pmatrix} \\end{pmatrix} \\cup \\in \\pm \\le \\ne \\int \\sum \\lim \\text{ " +
  "\\mathrm{ \\infty \\pi \\boxed{ \\binom \\lfloor \\rceil \\overline{ \\cdot \\% ^\\circ \\langle \\quad \\prime \\approx \\prod"
).split(" ");
const ANSWERS = [
  "\\frac{1}{2}",
  "1, 2, 3",
  "(-\\infty, 3] \\cup [5, \\infty)",
  "\\{1 \\pm \\sqrt{5}, -2\\}",
  "x^2 + 2x + 1 = 0",
  "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}",
  "3\\frac{1}{2}\\text{ cm}^2",
  "\\sum_{k=0}^{n-1} F_k F_{n-k-1}",
  "-2 \\le x < 7",
  "50\\%",
  "2\\sin x \\cos(x) + |x - 1|",
  "\\text{(C)}",
];
const TOWERS = [
  "9^{9^{9^9}}",
  "10^{10^{10}}!",
  "(((99!)!)!)!",
  "2^{99999999}",
  "\\sum_{k=1}^{999999999} k!",
  "\\prod_{i=1}^{200}\\sum_{j=1}^{200}\\sum_{k=1}^{200} i^{j^k}",
  "0.000000000001^{-99999}",
  "\\binom{10^9}{10^8}",
  "1e999999999",
  "\\sqrt[999999]{-2}",
  "\\gcd(10^{300}, 7^{300})",
  "\\frac{9^{700}}{7^{801}}",
];
const BRACKETS = [
  ["(", ")"],
  ["{", "}"],
  ["[", "]"],
  ["\\{", "\\}"],
  ["|", "|"],
  ["\\sqrt{", "}"],
  ["\\frac{1}{", "}"],
  ["x^{", "}"],
  ["\\text{", "}"],
  ["\\sin(", ")"],
  ["\\boxed{", "}"],
  ["\\left(", "\\right)"],
] as const;

const times = (random: Random, most: number, make: () => string) =>
  Array.from({ length: integer(random, 1, most) }, make).join("");

const KINDS: readonly ((random: Random) => string)[] = [
  (random) => times(random, 300, () => pick(random, random() < 0.6 ? SIGNS : COMMANDS)),
  (random) => times(random, 40, () => pick(random, random() < 0.5 ? SIGNS : COMMANDS)),
  nested,
  (random) =>
    pick(random, [...SIGNS, ...COMMANDS]).repeat(integer(random, 1, random() < 0.05 ? 100_000 : 2000)),
  (random) =>
    times(random, 12, () => `${pick(random, TOWERS)}${pick(random, ["+", "-", "/", "", "!", ", ", "="])}`),
  spoilt,
  (random) => times(random, 200, () => String.fromCodePoint(integer(random, 1, 0x2ffff))),
  (random) =>
    times(random, 150, () => `${pick(random, ANSWERS)}${pick(random, [", ", "; ", " and ", "+", "=", " "])}`),
  (random) =>
    `\\begin{pmatrix}${times(random, 60, () => pick(random, [...ANSWERS, ...TOWERS, "&", "\\\\", "1&2\\\\"]))}\\end{pmatrix}`,
];

function nested(random: Random): string {
  const around = Array.from({ length: integer(random, 1, 120) }, () => pick(random, BRACKETS));
  const close = random() < 0.8 ? [...around].reverse() : around.slice(1);
  return around.map(([open]) => open).join("") + pick(random, ANSWERS) + close.map(([, end]) => end).join("");
}

/** An answer with pieces taken out, doubled or put in. */
function spoilt(random: Random): string {
  const pieces = [...pick(random, ANSWERS)];
  for (let i = integer(random, 1, 6); i > 0; i--) {
    const inserted = random() < 0.5 ? [pick(random, random() < 0.5 ? SIGNS : COMMANDS)] : [];
    pieces.splice(integer(random, 0, pieces.length), integer(random, 0, 2), ...inserted);
  }
  return pieces.join("");
}

/** The i-th of a fixed list of pairs meant to make a comparison fail or take long. */
export function hostilePair(i: number): { gold: string; answer: string } {
  const random = seededRandom("hostile answers", i);
  const answer = pick(random, KINDS)(random);
  const gold =
    random() < 0.3 ? pick(random, ANSWERS) : random() < 0.5 ? `${answer}1` : pick(random, KINDS)(random);
  return { gold, answer };
}
