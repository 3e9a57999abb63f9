import { pocketEncoder } from "../../models/encoders";
import { joinTowers } from "./joined-towers";
import { LABELS } from "./product";
import type { Ranked } from "./rank";

const MODEL = "onnx/model.onnx";

/** The pipeline of transformers.js on the same weights, which it reads from one graph: made here, kept nowhere. */
export async function openPipeline(
  scale: number,
): Promise<(pictures: readonly Blob[]) => Promise<Ranked[][]>> {
  const { env, pipeline } = await import("@huggingface/transformers");
  env.allowLocalModels = true;
  env.allowRemoteModels = false;
  env.localModelPath = "/";
  env.useBrowserCache = false;
  env.useWasmCache = false;
  const joined = await joinedModel(scale);
  env.fetch = (input: string | URL, options?: RequestInit) =>
    String(input).endsWith(MODEL) ? Promise.resolve(new Response(joined)) : fetch(input, options);
  const classifier = await pipeline("zero-shot-image-classification", `/${pocketEncoder.folder}`, {
    dtype: "fp32",
    device: "auto",
    session_options: { executionProviders: ["wasm"] },
  });

  return async (pictures) => {
    const ranked: Ranked[][] = [];
    for (const picture of pictures) {
      const found = await classifier(picture as never, LABELS, { hypothesis_template: "{}" });
      ranked.push(
        (found as { label: string; score: number }[]).map(({ label, score }) => ({ label, share: score })),
      );
    }
    return ranked;
  };
}

async function joinedModel(scale: number): Promise<Uint8Array<ArrayBuffer>> {
  const [image, text] = await Promise.all(
    ["vision", "text"].map((tower) => read(`onnx/${tower}_model.onnx`)),
  );
  return joinTowers(image!, text!, scale).slice();
}

async function read(path: string): Promise<Uint8Array> {
  const response = await fetch(`/${pocketEncoder.folder}/${path}`);
  return new Uint8Array(await response.arrayBuffer());
}
