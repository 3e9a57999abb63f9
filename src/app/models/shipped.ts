import type { ModelCard } from "../../../models/card";
import type { EncoderCard } from "../../../models/encoder-card";
import { pocketEncoder } from "../../../models/encoders";
import policy from "../../../models/pocket/policy/card.json?raw"; // As text it is a module of its own, not the one that a first visit has a part of.
import { READERS } from "../../../models/roles";

export type ShippedCard = ModelCard | EncoderCard;

/** Every model that comes with the page, in the order it is shown. */
export const SHIPPED: readonly ShippedCard[] = [JSON.parse(policy) as ModelCard, ...READERS, pocketEncoder];

export const bytesOf = ({ files }: ShippedCard): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

/** What is fetched to run it where its card says that it runs best: not its other graphs. */
export function filesToRun(card: ShippedCard) {
  if (card.role === "encoder") return card.files; // Both towers.
  const { files, graph, preferred } = card;
  return files.filter(({ path }) => !path.startsWith("onnx/") || path === graph[preferred]);
}
