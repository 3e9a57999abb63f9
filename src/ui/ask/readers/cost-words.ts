import type { ReadingCost } from "../../../app/reading/cost-of";
import type { Role } from "../../../lab/lab";
import { grouped } from "../grouped";
import { seconds } from "../seconds";

/** What a method cost, by phase, in a sentence. */
export function costWords({ samples, readings, prompts, ms }: ReadingCost, role: Role): string {
  const read = prompts > 0 ? `, which read ${grouped(prompts)}` : "";
  return `${grouped(samples)} tokens of samples, ${grouped(readings)} of the ${role}${read}; reading took ${seconds(ms)}`;
}
