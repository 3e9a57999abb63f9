import type { Lab } from "./lab";
import { type AskedProblem, type Exchange, roleLab } from "./role-lab";

/** What a method would have to have written. */
export class NotWritten extends Error {}

/** An exchange, and whether the model was trained for its role: such a one is asked in another form. */
export type KnownExchange = Exchange & { trained: boolean };

/** The lab of a problem in which nothing is written any more: a method that needs more than is known rejects with `NotWritten`. */
export function knownLab(problem: AskedProblem, known: readonly KnownExchange[]): Lab {
  const writer = {
    isTrained: (role: Exchange["role"]) => known.find((one) => one.role === role)?.trained ?? true,
    write: () => Promise.reject(new NotWritten("nobody has written this")),
  };
  return roleLab(problem, writer, { known });
}
