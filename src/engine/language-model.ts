import type { CacheMemory, ChatMessage, MemoryUse } from "../../workers/protocol";
import type { Draw, DrawnToken } from "./sampling/sample-token";

/** All that the loop needs of a model. What computes it (ONNX on WebGPU or WebAssembly, later a server) stays behind. */
export interface LanguageModel {
  /** Longest prompt and answer together, in tokens. */
  readonly contextLength: number;
  readonly vocabularySize: number;
  /** Tokens that end a sample. */
  readonly stopTokens: ReadonlySet<number>;
  readonly cache: CacheMemory;
  /** Whether it works on after its memory was full, or must be loaded again. */
  readonly outlivesFullMemory: boolean;

  /** The prompt in the model's chat template, ending where its answer begins. */
  tokenize(messages: readonly ChatMessage[]): number[];
  /** A fresh stream for the tokens of one sample. */
  textStream(): TextStream;
  /** Reads a prompt at batch 1, as far as no sequence that is still remembered begins with the same tokens. */
  prefill(tokens: readonly number[]): Promise<Sequence>;
  /** Rows that decode in lockstep, one for each sequence; the same sequence may come more than once. */
  batch(sequences: readonly Sequence[]): SequenceBatch;
  /** The logprobs, in nats, of each continuation's tokens behind the sequence. Nothing is generated. */
  score(sequence: Sequence, continuations: readonly (readonly number[])[]): Promise<number[][]>;
  /**
   * Compiles what a run of so many rows will need, where that would else be compiled on the way: on a GPU. Rejects once aborted,
   * after the step under way.
   */
  warmUp(rows: number, signal: AbortSignal): Promise<void>;
  /** The same model with rows that share their prompt; itself where they do, or cannot. Opens a second session at the first call. */
  sharing(): Promise<LanguageModel>;
  /** Lets go of the prompts that it remembers. */
  forget(): void;
  /** What it holds now, and held at most. */
  memory(): MemoryUse[];
  dispose(): Promise<void>;
}

/** Tokens with their keys and values: a value, which never changes. Whoever is given one releases it. */
export interface Sequence {
  readonly tokens: readonly number[];
  /** Raw logits of the token that follows; absent after it was cut. // [vocab] */
  readonly logits: Float32Array | undefined;
  /** A longer one. This one stays. */
  append(tokens: readonly number[]): Promise<Sequence>;
  /** Its first tokens. This one stays. */
  truncate(length: number): Sequence;
  /** As many more of it, for as many who will release them. */
  fork(count: number): Sequence[];
  release(): void;
}

/** Rows that decode in lockstep: tokens with their keys and values, of any lengths. */
export interface SequenceBatch {
  readonly rows: number;
  /** By how many steps the tokens of `draw` may be late: 0 where they are drawn on this thread. */
  readonly lag: number;
  /** Raw logits of the token that follows in a row. // [vocab] */
  logits(row: number): Promise<Float32Array>;
  /** Draws the token that follows in each row. The next `decode` can read them before they are known here. */
  draw(draws: readonly Draw[]): Promise<{ tokens: Promise<DrawnToken[]> }>;
  /** Appends one token to each row, those drawn last unless told others, and computes the logits that follow. */
  decode(tokens?: readonly number[]): Promise<void>;
  /** Appends one token or more to each row. */
  append(tokens: readonly (readonly number[])[]): Promise<void>;
  /** Shortens a row, which must have a token appended before its logits are asked for. */
  truncate(row: number, length: number): void;
  /** Keeps these rows, in this order, and frees the others. A row that comes more than once is forked. */
  keep(rows: readonly number[]): void;
  /** More rows, behind those there are. */
  add(sequences: readonly Sequence[]): void;
  /** Other sequences in the place of some rows: cheaper than to free these and add those. */
  replace(rows: readonly number[], sequences: readonly Sequence[]): void;
  /** A row as it is now, for others to begin with. */
  sequence(row: number): Promise<Sequence>;
  dispose(): void;
}

/** Turns tokens into text piece by piece; the pieces add up to the whole decoded at once. */
export interface TextStream {
  /** What the token adds: empty for a special token, and while a character is incomplete. */
  push(token: number): string;
  /** What is left when no token follows: a character that was never completed. */
  flush(): string;
}
