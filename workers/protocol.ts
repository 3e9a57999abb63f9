// The contract between the page and the language worker: plain data and one interface.
// Both sides import this file; neither imports the other.
import type { DeviceKind, ModelCard } from "../models/card";

/** Where a model's files come from. A folder's files are checked for completeness, a card's also by sha256. */
export type ModelSource =
  | {
      kind: "card";
      card: ModelCard;
      /** Absolute URL of the folder, with a slash at the end. */ baseUrl: string;
    }
  | { kind: "folder"; name: string; files: { path: string; file: File }[] };

export interface LoadRequest {
  /** The name by which `generate` asks for this model. */
  model: string;
  source: ModelSource;
  /** `auto` takes the card's preferred device, or WebGPU for a folder where there is a real adapter. */
  device: DeviceKind | "auto";
}

/** What happens during a load, in order. `loaded` is its end. */
export type LoadEvent =
  | { type: "downloading"; loadedBytes: number; totalBytes: number }
  | { type: "compiling" }
  | { type: "loaded"; model: LoadedModel };

export interface LoadedModel {
  model: string;
  device: DeviceKind;
  /** One line for people on why WebGPU is not used, where it was asked for or would be expected. */
  deviceNote?: string;
  architecture: string;
  contextLength: number;
  vocabularySize: number;
  /** sha256 of the graph that runs, where it was checked. */
  graphSha?: string;
  ms: number;
}

export interface ChatMessage {
  role: "system" | "user" | "assistant";
  content: string;
}

/** Each limit has a value that switches it off: topK 0, topP 1, minP 0. Temperature 0 takes the likeliest token. */
export interface SamplingOptions {
  temperature: number;
  topK: number;
  topP: number;
  minP: number;
  maxTokens: number;
  stop: readonly string[];
  seed: number;
}

export interface GenerationRequest {
  model: string;
  messages: ChatMessage[];
  /** How many samples share the one prefill, numbered from `firstSample`. A sample depends on its number, not on its batch. */
  samples: number;
  firstSample?: number;
  sampling: SamplingOptions;
}

export type FinishReason = "stop" | "length" | "cancelled";

/**
 * What happens during a generation, in order: `prefilled`, then `stepped` for every decode step, `sampleFinished`
 * once per sample, `finished`. The end is an event too: events and results travel on different ports,
 * so a call's result can overtake its last events.
 */
export type GenerationEvent =
  | { type: "prefilled"; promptTokens: number; ms: number }
  | { type: "stepped"; ms: number; tokens: SampledToken[] }
  | { type: "sampleFinished"; sample: number; reason: FinishReason }
  | { type: "finished"; reason: FinishReason };

export interface SampledToken {
  sample: number;
  id: number;
  /**
   * What the token adds to the sample's text; empty while a character, or what may become a stop string, is incomplete.
   * The token that ends the sample adds only what was held back.
   */
  text: string;
  /** Natural log of the probability the model itself gave it (temperature 1, nothing cut). */
  logprob: number;
}

/** A sample once its events are folded together. */
export interface Sample {
  sample: number;
  text: string;
  /** Generated tokens, the one that ended it included. */
  tokens: number;
  /** Sum of the tokens' logprobs, in nats. */
  logprob: number;
  /** How many tokens had been written when each `</chunk>` was complete: where the page draws a step's end. */
  chunkEnds: number[];
  /** Absent while it is still being written. */
  finish?: FinishReason;
}

const ERROR_CODES = [
  "download-failed",
  "model-incomplete",
  "model-corrupt",
  "model-unsupported",
  "model-not-loaded",
  "prompt-too-long",
  "no-webgpu",
  "out-of-memory",
  "device-lost",
  "worker-gone",
] as const;
export type EngineErrorCode = (typeof ERROR_CODES)[number];

/** Its message names the value that was wrong and the way out, in a whole sentence that the page can show. */
export class EngineError extends Error {
  constructor(code: EngineErrorCode, message: string) {
    super(message);
    this.name = code; // Comlink carries an error's name but neither its class nor its other fields.
  }
}

export function errorCode(error: unknown): EngineErrorCode | undefined {
  return ERROR_CODES.find((code) => error instanceof Error && error.name === code);
}

/** Every call has an id of the page's choosing, by which it can be cancelled. */
export interface LanguageApi {
  load(id: number, request: LoadRequest, onEvent: (event: LoadEvent) => void): Promise<void>;
  generate(id: number, request: GenerationRequest, onEvent: (event: GenerationEvent) => void): Promise<void>;
  cancel(id: number): void;
}
