import { pocketPolicy } from "../../models/pocket-policy";
import { generate } from "../../src/engine/generate";
import { loadModel } from "../../src/engine/loading/load-model";
import { openSource } from "../../src/engine/loading/open-source";
import { withPrompt } from "./with-prompt";

export const NEW_TOKENS = 64;

const signal = new AbortController().signal;

/** The whole engine as the page has it. Writes `rows` answers to the prompt, greedily. */
export async function openOurs(): Promise<(prompt: number[], rows: number) => Promise<number[][]>> {
  const baseUrl = new URL(`/${pocketPolicy.folder}/`, location.origin).href;
  const { model } = await loadModel(
    { model: "", device: "wasm" },
    await openSource({ kind: "card", card: pocketPolicy, baseUrl }),
    () => {},
    signal,
  );
  const sampling = {
    temperature: 0,
    topK: 0,
    topP: 1,
    minP: 0,
    maxTokens: NEW_TOKENS,
    stop: [],
    seed: 1,
    bannedTokens: [...model.stopTokens],
  };
  return async (prompt, rows) => {
    const tokens = Array.from({ length: rows }, (): number[] => []);
    await generate(
      withPrompt(model, prompt),
      { model: "", messages: [], samples: rows, sampling },
      (event) => {
        if (event.type === "stepped") for (const { sample, id } of event.tokens) tokens[sample]!.push(id);
      },
      signal,
    );
    return tokens;
  };
}
