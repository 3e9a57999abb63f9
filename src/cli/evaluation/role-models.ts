import type { Sample } from "../../../workers/protocol";
import { samplePrompts } from "../../engine/sample-prompts";
import type { LanguageModel } from "../../engine/language-model";
import type { Role } from "../../lab/lab";
import type { Method } from "../../lab/methods";
import type { RoleWriter } from "../../lab/role-lab";
import { sampleOf } from "../../lab/sweep/sample-of";
import { openModel } from "./open-model";

/** Prompts that are long and different cost more side by side than one after another (docs/performance.md). */
const MOST_ROWS = 4;

/** The pocket models of the roles asked for, in this process; of some with other weights. */
export async function openRoles(
  roles: readonly Role[],
  weights: Partial<Record<Role, string | undefined>> = {},
): Promise<RoleWriter> {
  const models = new Map<Role, Opened>();
  for (const role of roles) models.set(role, await opened(`pocket-${role}`, weights[role]));
  return writerOf((role) => models.get(role)!);
}

/** The models that these methods ask; none where they ask none. */
export function openRolesOf(methods: readonly Method[]): Promise<RoleWriter> | undefined {
  const roles = new Set(methods.flatMap(({ needs = [] }) => needs));
  return roles.size > 0 ? openRoles([...roles]) : undefined;
}

/** One model as the judge. */
export async function openJudge(id: string, weights?: string): Promise<RoleWriter> {
  const judge = await opened(id, weights);
  return writerOf(() => judge);
}

interface Opened {
  model: LanguageModel;
  maxTokens: number;
}

async function opened(id: string, weights?: string): Promise<Opened> {
  const { card, model } = await openModel(id, { weights });
  return { model, maxTokens: card.recommended.maxTokens };
}

function writerOf(modelOf: (role: Role) => Opened): RoleWriter {
  return {
    isTrained: () => true,
    async write(role, prompts, temperature) {
      const { model, maxTokens } = modelOf(role);
      const sampling = { temperature, topP: 1, topK: 0, minP: 0, maxTokens, stop: [] };
      const written: Sample[][] = prompts.map(() => []);
      await samplePrompts(
        model,
        { model: "", prompts, sampling, mostRows: MOST_ROWS, fresh: true },
        (event) => {
          if (event.type === "refused") throw new Error(`the ${role} cannot read a prompt: ${event.reason}`);
          if (event.type === "written")
            for (const sample of event.samples) written[sample.prompt]![sample.sample] = sampleOf(sample);
        },
        new AbortController().signal,
      );
      return written;
    },
  };
}
