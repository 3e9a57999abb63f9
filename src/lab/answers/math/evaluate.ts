import * as z from "./complex";
import { type Complex, complex } from "./complex";
import { type Call, type Expression, isCall, isNumber, isSymbol } from "./expression";
import { FUNCTIONS } from "./functions";
import { LIMITS } from "./limits";
import { scrambled } from "./scrambled";
import { toNumber } from "./to-number";

/** A value, and how large the numbers were whose sum it is: the difference of two large numbers is less certain. */
export interface Evaluated {
  value: Complex;
  largest: number;
}

const CONSTANT: Record<string, Complex> = {
  Pi: complex(Math.PI),
  ExponentialE: complex(Math.E),
  e: complex(Math.E),
  i: complex(0, 1),
  ImaginaryUnit: complex(0, 1),
  PositiveInfinity: complex(NaN, NaN),
  NegativeInfinity: complex(NaN, NaN),
};

/** The value of an expression in doubles, its variables as `valueOf` says; NaN where it has none. Bounded by its size and LIMITS. */
export function evaluate(expression: Expression, valueOf: (symbol: string) => Complex): Evaluated {
  let largest = 0;
  let steps = 0;
  const local = new Map<string, Complex>();

  function value(part: Expression): Complex {
    if (++steps > LIMITS.steps) return complex(NaN, NaN);
    if (isNumber(part)) return complex(toNumber(part.number));
    if (isSymbol(part)) return local.get(part.symbol) ?? CONSTANT[part.symbol] ?? valueOf(part.symbol);
    return called(part);
  }

  function called({ head, args }: Call): Complex {
    if (head === "Sum" || head === "Product") return series(head, args);
    const values = args.map(value);
    if (head === "Multiply") return values.reduce(z.multiply, complex(1));
    if (head === "Add" || head === "Subtract") largest = Math.max(largest, ...values.map(z.size));
    if (head === "Add") return values.reduce(z.add, complex(0));
    // Of a function that is not known, only that the same arguments give the same.
    return FUNCTIONS[head]?.(...values) ?? scrambled(head, values);
  }

  /** Written out where the bounds are near whole numbers, otherwise a function of its term and bounds. */
  function series(head: string, [body, bounds]: Expression[]): Complex {
    const [index, from, to] = bounds && isCall(bounds) ? bounds.args : [];
    if (!body || !index || !isSymbol(index) || !from || !to) return complex(NaN, NaN);
    const [start, end] = [value(from), value(to)];
    const count = end.re - start.re + 1;
    const whole = [start, end].every(({ re, im }) => im === 0 && Number.isInteger(re));
    const outer = local.get(index.symbol);
    let total = complex(head === "Sum" ? 0 : 1);
    if (whole && count <= LIMITS.terms) {
      for (let k = start.re; k <= end.re && z.isFinite(total); k++) {
        local.set(index.symbol, complex(k));
        total = head === "Sum" ? z.add(total, value(body)) : z.multiply(total, value(body));
      }
    } else {
      local.set(index.symbol, complex(0.7390851));
      total = scrambled(head, [value(body), start, end]);
    }
    if (outer) local.set(index.symbol, outer);
    else local.delete(index.symbol);
    return total;
  }

  const result = value(expression);
  return { value: z.isFinite(result) ? result : complex(NaN, NaN), largest };
}
