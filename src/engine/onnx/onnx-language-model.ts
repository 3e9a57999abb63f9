import type { InferenceSession } from "onnxruntime-web";
import type { ChatMessage } from "../../../workers/protocol";
import type { LanguageModel, SequenceBatch, TextStream } from "../language-model";
import type { ModelConfig } from "../loading/model-config";
import type { ChatTokenizer } from "../text/tokenizer";
import { type DecoderGraph, inspectGraph } from "./decoder-graph";
import { gatherOnCpu, type GatherRows, gatherOnGpu } from "./gather-rows";
import type { Gpu } from "./gpu";
import { DynamicKvCache } from "./kv-cache";
import { OnnxBatch, type RunDecoder } from "./onnx-batch";
import { asEngineError } from "./runtime-error";
import type { Runtime } from "./runtime";

/** A decoder in onnxruntime-web, on a GPU where one is given and on WebAssembly otherwise. */
export class OnnxLanguageModel implements LanguageModel {
  readonly contextLength: number;
  readonly vocabularySize: number;
  readonly stopTokens: ReadonlySet<number>;
  readonly #runtime: Runtime;
  readonly #session: InferenceSession;
  readonly #gpu: Gpu | undefined;
  readonly #graph: DecoderGraph;
  readonly #gather: GatherRows;
  readonly #tokenizer: ChatTokenizer;

  constructor(
    runtime: Runtime,
    session: InferenceSession,
    gpu: Gpu | undefined,
    config: ModelConfig,
    tokenizer: ChatTokenizer,
  ) {
    this.contextLength = config.contextLength;
    this.vocabularySize = config.vocabularySize;
    this.stopTokens = new Set(config.stopTokens);
    this.#runtime = runtime;
    this.#session = session;
    this.#gpu = gpu;
    this.#graph = inspectGraph(session);
    this.#gather = gpu ? gatherOnGpu(runtime.ort, gpu.device) : gatherOnCpu(runtime.ort);
    this.#tokenizer = tokenizer;
  }

  tokenize(messages: readonly ChatMessage[]): number[] {
    return this.#tokenizer.tokenize(messages);
  }

  textStream(): TextStream {
    return this.#tokenizer.textStream();
  }

  async prefill(tokens: readonly number[]): Promise<SequenceBatch> {
    const { ort } = this.#runtime;
    const cache = new DynamicKvCache(ort, this.#graph.cache, this.#gather);
    const batch = new OnnxBatch(ort, this.#graph, cache, this.#run);
    await batch.append(tokens);
    return batch;
  }

  async dispose(): Promise<void> {
    await this.#runtime.exclusive(() => this.#session.release());
    this.#gpu?.device.destroy();
  }

  /** A lost GPU may leave a run waiting for ever, so each one races the loss. */
  readonly #run: RunDecoder = async (feeds) => {
    const run = () => this.#session.run(feeds);
    const gpu = this.#gpu;
    try {
      return await this.#runtime.exclusive(() => (gpu ? Promise.race([run(), gpu.failed]) : run()));
    } catch (error) {
      throw await asEngineError(error, gpu);
    }
  };
}
