import type { ModelCard } from "../../models/card";
import type { ModelSource } from "../../workers/protocol";

/** A model that can be chosen: one with a card, or a folder opened from disk. */
export interface Choice {
  id: string;
  label: string;
  source: ModelSource;
}

/** A card's files lie beside the page, wherever that is. */
export function choiceOf(card: ModelCard): Choice {
  const baseUrl = new URL(`${card.folder}/`, document.baseURI).href;
  return { id: card.id, label: card.label, source: { kind: "card", card, baseUrl } };
}
