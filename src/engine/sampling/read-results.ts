import { notNumbers, nothingLeft } from "./faults";
import type { DrawnToken } from "./sample-token";
import { FAULT, RESULT_WORDS } from "./sampler-shader";

/** The rows' tokens, of what the shader wrote: throws where `sampleToken` would have. */
export function readResults(bytes: ArrayBuffer): DrawnToken[] {
  const words = new Uint32Array(bytes);
  const floats = new Float32Array(bytes);
  return Array.from({ length: words.length / RESULT_WORDS }, (_, row) => {
    const at = row * RESULT_WORDS;
    if (words[at + 3] === FAULT.notNumbers) throw notNumbers();
    if (words[at + 3] === FAULT.nothingLeft) throw nothingLeft();
    return { id: words[at]!, logprob: floats[at + 1]!, logPartition: floats[at + 2]! };
  });
}
