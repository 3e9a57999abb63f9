import * as z from "./complex";
import { type Complex, complex } from "./complex";
import { binomial, factorial } from "./gamma";

type Function = (...args: Complex[]) => Complex;

const NOWHERE = complex(NaN, NaN);
const one = complex(1);
const over =
  (f: Function): Function =>
  (a) =>
    z.divide(one, f(a));
/** Defined for real arguments only. */
const real =
  (f: (...args: number[]) => number): Function =>
  (...args) =>
    args.every(z.isReal) ? complex(f(...args.map(({ re }) => re))) : NOWHERE;
const tan: Function = (a) => z.divide(z.sin(a), z.cos(a));
const half = (a: Complex, b: Complex) => z.multiply(complex(0.5), z.add(a, b));
const sinh: Function = (a) => half(z.exp(a), z.negate(z.exp(z.negate(a))));
const cosh: Function = (a) => half(z.exp(a), z.exp(z.negate(a)));
const divisor = (a: number, b: number): number => {
  for (let i = 0; b !== 0 && i < 2000; i++) [a, b] = [b, a % b];
  return Math.abs(a);
};
const fold = (f: (a: number, b: number) => number) => real((...args) => args.reduce(f));

/** The heads of MathJSON that have a value once their arguments have one. */
export const FUNCTIONS: Readonly<Record<string, Function>> = {
  Subtract: (a, b) => z.subtract(a, b),
  Negate: (a) => z.negate(a),
  Divide: (a, b) => z.divide(a, b),
  Rational: (a, b) => z.divide(a, b),
  Power: (a, b) => z.power(a, b),
  Square: (a) => z.multiply(a, a),
  Sqrt: (a) => z.sqrt(a),
  Root: (a, n) => z.power(a, z.divide(one, n)),
  Exp: (a) => z.exp(a),
  Ln: (a) => z.log(a),
  Log: (a, base) => z.divide(z.log(a), z.log(base ?? complex(10))),
  Abs: (a) => complex(z.size(a)),
  Sin: (a) => z.sin(a),
  Cos: (a) => z.cos(a),
  Tan: tan,
  Cot: over(tan),
  Sec: over((a) => z.cos(a)),
  Csc: over((a) => z.sin(a)),
  Sinh: sinh,
  Cosh: cosh,
  Tanh: (a) => z.divide(sinh(a), cosh(a)),
  Arcsin: (a) => z.asin(a),
  Arccos: (a) => z.subtract(complex(Math.PI / 2), z.asin(a)),
  Arctan: (a) => z.atan(a),
  Factorial: real((n) => factorial(n)),
  Binomial: real((n, k) => binomial(n, k)),
  Choose: real((n, k) => binomial(n, k)),
  Floor: real((a) => Math.floor(a)),
  Ceil: real((a) => Math.ceil(a)),
  Mod: real((a, b) => a - b * Math.floor(a / b)),
  Max: fold(Math.max),
  Min: fold(Math.min),
  GCD: fold(divisor),
  LCM: fold((a, b) => Math.abs(a * b) / divisor(a, b)),
};
