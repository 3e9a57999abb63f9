import type { ModelCard } from "../../models/card";
import type { ModelSource } from "../../workers/protocol";
import { folderUrl } from "./folder-url";

/** A model that can be chosen: one with a card, or a folder opened from disk. */
export interface Choice {
  id: string;
  label: string;
  source: ModelSource;
}

/** A card's files lie beside the page, wherever that is. */
export function choiceOf(card: ModelCard): Choice {
  const baseUrl = folderUrl(card);
  return { id: card.id, label: card.label, source: { kind: "card", card, baseUrl } };
}

/** Named after the folder, and numbered where another of `choices` has that name. */
export function folderChoice(files: readonly File[], choices: readonly Choice[]): Choice {
  const folder = files[0]!.webkitRelativePath.split("/")[0] || "folder";
  const isTaken = (name: string) => choices.some(({ id }) => id === `folder:${name}`);
  let name = folder;
  for (let number = 2; isTaken(name); number++) name = `${folder} ${number}`;
  const entries = files.map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  return {
    id: `folder:${name}`,
    label: `${name} (folder)`,
    source: { kind: "folder", name, files: entries },
  };
}
