import { cosine, softmax } from "./classify";
import type { Label } from "./label";

/** A label and how like a picture it is. */
export interface Ranked {
  label: Label;
  cosine: number;
  /** Of the labels that were asked for, at the temperature asked for. */
  share: number;
}

/** The labels, likeliest first. `scale` is the model's own; a higher temperature brings the shares closer together. */
export function rank(
  picture: Float32Array,
  labels: readonly Label[],
  vectors: readonly Float32Array[],
  { scale, temperature }: { scale: number; temperature: number },
): Ranked[] {
  if (labels.length === 0) return [];
  const cosines = vectors.map((vector) => cosine(picture, vector));
  const shares = softmax(cosines.map((value) => (value * scale) / temperature));
  return labels
    .map((label, i) => ({ label, cosine: cosines[i]!, share: shares[i]! }))
    .sort((a, b) => b.cosine - a.cosine);
}
