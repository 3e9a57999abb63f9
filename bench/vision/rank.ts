import { cosine, softmax } from "../../src/lab/zero-shot/classify";

export interface Ranked {
  label: string;
  share: number;
}

/** The labels with their shares, the likeliest first. */
export function rank(
  picture: Float32Array,
  labels: readonly string[],
  vectors: readonly Float32Array[],
  scale: number,
): Ranked[] {
  const shares = softmax(vectors.map((vector) => scale * cosine(picture, vector)));
  return labels.map((label, i) => ({ label, share: shares[i]! })).sort((a, b) => b.share - a.share);
}
