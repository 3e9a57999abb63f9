import type { Logits } from "../../workers/protocol/vision";

interface ConfigJson {
  model_type?: string;
  quorum?: { logits?: Logits };
}

/** CLIP's scale after training, which its configuration does not tell. */
const CLIP: Logits = { kind: "softmax", scale: 100 };
/** About what SigLIP's checkpoints have; the bias cancels in a ranking. */
const SIGLIP: Logits = { kind: "sigmoid", scale: 112, bias: -16.5 };

/** From config.json: our key where the folder has it, else what models of the architecture have. */
export function readLogits({ model_type, quorum }: ConfigJson): Logits {
  return quorum?.logits ?? (model_type?.startsWith("siglip") ? SIGLIP : CLIP);
}
