import { cosine, softmax } from "./classify";
import type { Label } from "./label";

/** A label and how like a picture it is. */
export interface Ranked {
  label: Label;
  cosine: number;
  /** From 0 to 1. */
  share: number;
}

/** How a model turns cosines into shares, and how much closer together they are wanted than it has them: 1 is as it was trained. */
export interface Sharing {
  /** Of CLIP: shares of all labels sum to one. Of SigLIP: a probability for each label by itself. */
  kind: "softmax" | "sigmoid";
  scale: number;
  bias?: number;
  temperature: number;
}

/** One share a vector, in their order. */
export function sharesOf(
  cosines: readonly number[],
  { kind, scale, bias = 0, temperature }: Sharing,
): number[] {
  const logits = cosines.map((value) => (value * scale + bias) / temperature);
  return kind === "softmax" ? softmax(logits) : logits.map((logit) => 1 / (1 + Math.exp(-logit)));
}

/** The labels, likeliest first. */
export function rank(
  picture: Float32Array,
  labels: readonly Label[],
  vectors: readonly Float32Array[],
  sharing: Sharing,
): Ranked[] {
  const cosines = vectors.map((vector) => cosine(picture, vector));
  const shares = sharesOf(cosines, sharing);
  return labels
    .map((label, i) => ({ label, cosine: cosines[i]!, share: shares[i]! }))
    .sort((a, b) => b.cosine - a.cosine);
}
