/** Complex numbers in double precision; what has no value is NaN. */
export interface Complex {
  re: number;
  im: number;
}

export const complex = (re: number, im = 0): Complex => ({ re, im });
export const add = (a: Complex, b: Complex) => complex(a.re + b.re, a.im + b.im);
export const subtract = (a: Complex, b: Complex) => complex(a.re - b.re, a.im - b.im);
export const negate = (a: Complex) => complex(-a.re, -a.im);
export const size = (a: Complex) => Math.hypot(a.re, a.im);
export const isReal = (a: Complex) => Math.abs(a.im) <= 1e-12 * Math.abs(a.re) || a.im === 0;
export const isFinite = (a: Complex) => Number.isFinite(a.re) && Number.isFinite(a.im);
const I = complex(0, 1);
const ONE = complex(1);

export function multiply(a: Complex, b: Complex): Complex {
  return complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);
}

/** NaN for a zero below the line. */
export function divide(a: Complex, b: Complex): Complex {
  const below = b.re * b.re + b.im * b.im;
  if (below === 0) return complex(NaN, NaN);
  if (b.im === 0) return complex(a.re / b.re, a.im / b.re);
  return complex((a.re * b.re + a.im * b.im) / below, (a.im * b.re - a.re * b.im) / below);
}

export function exp(a: Complex): Complex {
  const scale = Math.exp(a.re);
  return a.im === 0 ? complex(scale) : complex(scale * Math.cos(a.im), scale * Math.sin(a.im));
}

/** The principal logarithm. */
export const log = (a: Complex) =>
  size(a) === 0 ? complex(NaN, NaN) : complex(Math.log(size(a)), Math.atan2(a.im, a.re));

export function sqrt(a: Complex): Complex {
  if (a.im === 0) return a.re >= 0 ? complex(Math.sqrt(a.re)) : complex(0, Math.sqrt(-a.re));
  const r = size(a);
  const re = Math.sqrt((r + a.re) / 2);
  const im = Math.sqrt((r - a.re) / 2);
  return complex(re, a.im < 0 ? -im : im);
}

/** A root of odd degree of a negative number is the negative one, as at school; otherwise the principal power. */
export function power(base: Complex, exponent: Complex): Complex {
  if (base.re === 0 && base.im === 0) {
    if (exponent.re === 0 && exponent.im === 0) return ONE;
    return exponent.re > 0 ? complex(0) : complex(NaN, NaN);
  }
  if (base.im !== 0 || exponent.im !== 0) return exp(multiply(exponent, log(base)));
  if (base.re > 0 || Number.isInteger(exponent.re)) return nonzero(base.re ** exponent.re);
  for (const odd of [3, 5, 7, 9]) {
    const above = exponent.re * odd;
    if (Math.abs(above - Math.round(above)) > 1e-12 * Math.abs(above)) continue;
    return complex((Math.round(above) % 2 === 0 ? 1 : -1) * (-base.re) ** exponent.re);
  }
  return exp(multiply(exponent, log(base)));
}

/** A power of something that is not zero: where it comes out as zero, it was too small to tell. */
const nonzero = (value: number) => complex(value === 0 ? NaN : value);

export function sin(a: Complex): Complex {
  if (a.im === 0) return complex(Math.sin(a.re));
  return complex(Math.sin(a.re) * Math.cosh(a.im), Math.cos(a.re) * Math.sinh(a.im));
}

export function cos(a: Complex): Complex {
  if (a.im === 0) return complex(Math.cos(a.re));
  return complex(Math.cos(a.re) * Math.cosh(a.im), -Math.sin(a.re) * Math.sinh(a.im));
}

export function asin(a: Complex): Complex {
  if (a.im === 0 && Math.abs(a.re) <= 1) return complex(Math.asin(a.re));
  const root = sqrt(subtract(ONE, multiply(a, a)));
  return multiply(negate(I), log(add(multiply(I, a), root)));
}

export function atan(a: Complex): Complex {
  if (a.im === 0) return complex(Math.atan(a.re));
  const quotient = divide(add(I, a), subtract(I, a));
  return multiply(complex(0, -0.5), log(negate(quotient)));
}
