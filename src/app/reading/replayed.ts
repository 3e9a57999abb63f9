import type { Candidate } from "../../lab/candidates";
import { drawnPool } from "../../lab/methods/method";
import { READING_METHODS } from "../../lab/methods/reading";
import { type AskedProblem, roleLab, type RoleWriter } from "../../lab/role-lab";
import type { RunReadings } from "../../storage/run-record";
import type { Read } from "./readings.svelte";

/** What methods made of samples when these were read, without any model. A method that a later page has ask for more is left out. */
export async function replayed(
  problem: AskedProblem,
  candidates: readonly Candidate[],
  { methods, models, exchanges }: RunReadings,
): Promise<Read[]> {
  const nobody: RoleWriter = {
    isTrained: (role) => !models[role]?.startsWith("folder:"),
    write: () => Promise.reject(new Error("Nobody is here to read it.")),
  };
  const lab = roleLab(problem, nobody, { known: exchanges });
  const reads = READING_METHODS.filter(({ id }) => methods.includes(id)).map(async (method) => {
    const selection = await method.run(drawnPool(candidates), candidates.length, lab);
    return { method, selection };
  });
  const ended = await Promise.allSettled(reads);
  return ended.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
}
