import type { ChatMessage } from "../../../workers/protocol";
import type { LanguageModel, SequenceBatch, TextStream } from "../language-model";
import type { ModelConfig } from "../model-config";
import type { ChatTokenizer } from "../text/tokenizer";
import type { DecoderSession } from "./create-session";
import { gatherOnCpu, type GatherRows, gatherOnGpu } from "./gather-rows";
import type { Gpu } from "./gpu";
import { DynamicKvCache } from "./kv-cache";
import { OnnxBatch, type RunDecoder } from "./onnx-batch";
import { asEngineError } from "./runtime-error";
import type { Runtime } from "./runtime";

/** All that a loaded model is made of. */
export interface Parts extends DecoderSession {
  runtime: Runtime;
  gpu: Gpu | undefined;
  config: ModelConfig;
  tokenizer: ChatTokenizer;
}

/** A decoder in onnxruntime-web, on a GPU where one is given and on WebAssembly otherwise. */
export class OnnxLanguageModel implements LanguageModel {
  readonly contextLength: number;
  readonly vocabularySize: number;
  readonly stopTokens: ReadonlySet<number>;
  readonly #parts: Parts;
  readonly #gather: GatherRows;

  constructor(parts: Parts) {
    const { config, runtime, gpu } = parts;
    this.contextLength = config.contextLength;
    this.vocabularySize = config.vocabularySize;
    this.stopTokens = new Set(config.stopTokens);
    this.#parts = parts;
    this.#gather = gpu ? gatherOnGpu(runtime.ort, gpu.device) : gatherOnCpu(runtime.ort);
  }

  tokenize(messages: readonly ChatMessage[]): number[] {
    return this.#parts.tokenizer.tokenize(messages);
  }

  textStream(): TextStream {
    return this.#parts.tokenizer.textStream();
  }

  async prefill(tokens: readonly number[]): Promise<SequenceBatch> {
    const { graph, runtime } = this.#parts;
    const cache = new DynamicKvCache(runtime.ort, graph.cache, this.#gather);
    const batch = new OnnxBatch(runtime.ort, graph, cache, this.#run);
    await batch.append(tokens);
    return batch;
  }

  async dispose(): Promise<void> {
    const { runtime, session, gpu } = this.#parts;
    await runtime.exclusive(() => session.release());
    gpu?.device.destroy();
  }

  /** A lost GPU may leave a run waiting for ever, so each one races the loss. */
  readonly #run: RunDecoder = async (feeds) => {
    const { runtime, session, gpu } = this.#parts;
    const run = () => session.run(feeds);
    try {
      return await runtime.exclusive(() => (gpu ? Promise.race([run(), gpu.failed]) : run()));
    } catch (error) {
      throw await asEngineError(error, gpu);
    }
  };
}
