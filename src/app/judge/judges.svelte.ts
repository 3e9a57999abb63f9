import { judgeBefore, ROLE_MODELS } from "../../../models/roles";
import { type Choice, choiceOf, folderChoice } from "../choice";
import { RoleModel } from "../reading/role-model";

/** Who can judge: the pocket judge, the same before training, and chat models from folders. One of them is held at a time. */
export class Judges {
  #choices = $state.raw<readonly Choice[]>([choiceOf(ROLE_MODELS.judge), choiceOf(judgeBefore)]);
  #model: RoleModel | null = null;

  get choices() {
    return this.#choices;
  }

  /** Adds a model in hub layout from a folder. It is loaded when it first judges. */
  add(files: readonly File[]): Choice {
    const choice = folderChoice(files, this.#choices);
    this.#choices = [...this.#choices, choice];
    return choice;
  }

  /** A judge's name on the page; one that only a file knows has the name it has there. */
  labelOf(id: string): string {
    return this.#choices.find((choice) => choice.id === id)?.label ?? id;
  }

  model(id: string): RoleModel {
    if (this.#model?.choice.id === id) return this.#model;
    const choice = this.#choices.find((one) => one.id === id);
    if (!choice) throw new Error(`The judge “${id}” is not here. Load its folder, or choose another one.`);
    this.#model?.close();
    return (this.#model = new RoleModel(choice));
  }
}
