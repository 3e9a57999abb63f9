import type { EncoderCard } from "./encoder-card";
import card from "./pocket/clip/card.json";

/** Trained by this repository; models/train/encoder says how. */
export const pocketEncoder = card as EncoderCard;
