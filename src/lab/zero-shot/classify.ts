/** The product of two vectors of length one. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** The place of the label that is most like a picture; of equals the first. */
export function bestLabel(picture: Float32Array, labels: readonly Float32Array[]): number {
  let best = 0;
  let most = -Infinity;
  for (const [i, label] of labels.entries()) {
    const likeness = cosine(picture, label);
    if (likeness > most) [best, most] = [i, likeness];
  }
  return best;
}

/** Shares that sum to one, from numbers of which the largest gets the most. */
export function softmax(logits: readonly number[]): number[] {
  const most = Math.max(...logits);
  const weights = logits.map((logit) => Math.exp(logit - most));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** One vector for several ways to say the same: the mean of vectors of length one, of length one again. */
export function meanDirection(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]!.length);
  for (const vector of vectors) for (let i = 0; i < sum.length; i++) sum[i]! += vector[i]!;
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => value / length);
}
