import { ROLE_MODELS } from "../../../models/roles";
import type { Role } from "../../lab/lab";
import type { RoleWriter } from "../../lab/role-lab";
import { type Choice, choiceOf } from "../choice";
import { type Listener, RoleModel } from "./role-model";

/** Who aggregates and who judges: pocket models, or any chat model from a folder. Each is loaded when it is first asked. */
export class RoleModels {
  #choices = $state.raw<Record<Role, Choice>>({
    aggregator: choiceOf(ROLE_MODELS.aggregator),
    judge: choiceOf(ROLE_MODELS.judge),
  });
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it
  readonly #models = new Map<Role, RoleModel>();

  get choices(): Readonly<Record<Role, Choice>> {
    return this.#choices;
  }

  /** Another model in a role; the one that had it is let go. */
  choose(role: Role, choice: Choice): void {
    this.#models.get(role)?.close();
    this.#models.delete(role);
    this.#choices = { ...this.#choices, [role]: choice };
  }

  /** For methods: `listener` hears what each role is about, and is named the role. */
  writer(listenerOf: (role: Role) => Listener): RoleWriter {
    return {
      isTrained: (role) => this.#choices[role].source.kind === "card",
      write: (role, prompts, temperature) => this.#model(role).write(prompts, temperature, listenerOf(role)),
    };
  }

  #model(role: Role): RoleModel {
    const model = this.#models.get(role) ?? new RoleModel(this.#choices[role]);
    this.#models.set(role, model);
    return model;
  }
}
