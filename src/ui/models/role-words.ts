import type { ShippedCard } from "../../app/models/shipped";

/** What a model is for, in a sentence. */
export const ROLE_WORDS: Record<ShippedCard["role"], { name: string; does: string }> = {
  policy: { name: "Policy", does: "Writes attempts: it reads a question and works it out, step by step." },
  aggregator: {
    name: "Aggregator",
    does: "Reads the attempts of a policy side by side, and writes a solution of its own.",
  },
  encoder: {
    name: "Picture and text encoder",
    does: "Makes vectors of pictures and of labels in many languages, so that they can be compared.",
  },
  judge: {
    name: "Judge",
    does: "Reads one or two attempts, works the question out, and says how good they are, or which is better.",
  },
};
