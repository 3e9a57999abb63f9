// The contract between the page and the language worker: plain data and one interface.
// Both sides import this file; neither imports the other.
import type { DeviceKind, ModelCard } from "../models/card";
import type { Hardware } from "./protocol/hardware";
import type { MeasureEvent, MeasureRequest, StepWeights } from "./protocol/measure";
import type { PromptsEvent, PromptsRequest } from "./protocol/prompts";

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
  /** `exported` keeps the graph's own attention; `shared` replaces it by one that stores a prompt once for all its samples. */
  attention?: "exported" | "shared";
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
  hardware: Hardware;
  architecture: string;
  contextLength: number;
  vocabularySize: number;
  /** sha256 of the graph that runs, where it was checked. */
  graphSha?: string;
  cache: CacheMemory;
  /** What a decode step multiplies by, where the graph tells. */
  weights?: StepWeights;
  ms: number;
}

/** What keys and values take. */
export interface CacheMemory {
  /** Of one token of one sequence. */
  bytesPerToken: number;
  /** Whether samples share their prompt's, or each has a copy. */
  sharesPrefix: boolean;
  /** What all samples that are written at once may take together. */
  budgetBytes: number;
  /** The same if they shared their prompt's, where they do not, but can where copies would not fit. */
  sharing?: { bytesPerToken: number; budgetBytes: number };
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
  /**
   * Logits of tokens in the prompt or the answer so far are divided by it where positive, multiplied where negative,
   * before anything else. 1, or absent, is off.
   */
  repetitionPenalty?: number;
  /** Never drawn, also at temperature 0. */
  bannedTokens?: readonly number[];
  /** The first tokens of every sample, in order; what follows is drawn. */
  forcedTokens?: readonly number[];
}

export interface GenerationRequest {
  model: string;
  messages: ChatMessage[];
  /** How many samples share the one prefill, numbered from `firstSample`. A sample depends on its number, not on its batch. */
  samples: number;
  firstSample?: number;
  sampling: SamplingOptions;
  /** Less than the model's own budget for keys and values, where less is wanted. */
  budgetBytes?: number;
  /** At most so many samples at once, whatever the memory. */
  mostRows?: number;
  /** Samples that were begun before, and go on where they were. */
  resume?: readonly { sample: number; tokens: readonly number[] }[];
}

/** How a request is spread over the memory there is: told before it runs. */
export interface WavePlan {
  promptTokens: number;
  /** Keys and values of all samples at their longest, if all were written at once. */
  bytes: number;
  budgetBytes: number;
  /** How many samples are written at once. As one ends, the next begins in its place. */
  rows: number;
  waves: number;
  /** Copies of the prompt would not fit, so that these samples share it, which this model's do not otherwise. */
  sharesInstead?: true;
}

export type FinishReason = "stop" | "length" | "cancelled";

/**
 * What happens during a generation, in order: `prefilled`, then `stepped` for every decode step, `sampleFinished`
 * once per sample, `finished`; `narrowed` in between where memory ran out. The end is an event too: events and results travel on different ports,
 * so a call's result can overtake its last events.
 */
export type GenerationEvent =
  | { type: "prefilled"; promptTokens: number; ms: number }
  | { type: "stepped"; ms: number; tokens: SampledToken[] }
  /** The memory was full: from here on so many samples are written at once, the others later. */
  | { type: "narrowed"; rows: number }
  /** A fresh worker has taken over, for this reason; what was written goes on. Told by the page's end of the worker. */
  | { type: "resumed"; reason: EngineErrorCode }
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

/** Bytes that the worker holds for one purpose. */
export interface MemoryUse {
  purpose: "weights" | "prompts" | "rows" | "runtime";
  live: number;
  /** The most there was at once since the model was loaded. */
  peak: number;
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
  samplePrompts(id: number, request: PromptsRequest, onEvent: (event: PromptsEvent) => void): Promise<void>;
  plan(request: GenerationRequest): Promise<WavePlan>;
  /** Gets ready for such a run, until another call comes. Resolves however that ends. */
  warmUp(request: GenerationRequest): Promise<void>;
  measure(id: number, request: MeasureRequest, onEvent: (event: MeasureEvent) => void): Promise<void>;
  memory(): Promise<MemoryUse[]>;
  cancel(id: number): Promise<void>;
}
