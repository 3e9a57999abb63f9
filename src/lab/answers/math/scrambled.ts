import { hash32 } from "../../random";
import * as z from "./complex";
import { type Complex, complex } from "./complex";

/** From 0 to 1, from a name and a number. */
export function chance(name: string, i: number): number {
  return hash32(`${name}/${i}`) / 2 ** 32;
}

/** A smooth function with no meaning: equal arguments have equal values, others almost surely do not. */
export function scrambled(name: string, args: readonly Complex[]): Complex {
  return args.reduce(
    (sum, arg, i) => {
      const small = z.divide(arg, complex(1 + z.size(arg)));
      const angle = z.add(
        z.multiply(small, complex(1 + 3 * chance(name, 2 * i))),
        complex(6 * chance(name, 2 * i + 1)),
      );
      return z.add(sum, z.sin(angle));
    },
    complex(chance(name, -1)),
  );
}
