import type { ModelCard } from "./card";
import card from "./pocket/policy/card.json";

/** Trained by this repository; models/train/README.md says how. */
export const pocketPolicy = card as ModelCard;
