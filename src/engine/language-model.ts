import type { ChatMessage } from "../../workers/protocol";

/** All that the loop needs of a model. What computes it (ONNX on WebGPU or WebAssembly, later a server) stays behind. */
export interface LanguageModel {
  /** Longest prompt and answer together, in tokens. */
  readonly contextLength: number;
  readonly vocabularySize: number;
  /** Tokens that end a sample. */
  readonly stopTokens: ReadonlySet<number>;

  /** The prompt in the model's chat template, ending where its answer begins. */
  tokenize(messages: readonly ChatMessage[]): number[];
  /** A fresh stream for the tokens of one sample. */
  textStream(): TextStream;
  /** Reads a prompt once, at batch 1. Whoever asked for the rows disposes them. */
  prefill(tokens: readonly number[]): Promise<SequenceBatch>;
  dispose(): Promise<void>;
}

/** Rows of equal length that decode in lockstep: tokens with their keys and values. */
export interface SequenceBatch {
  readonly rows: number;
  /** Raw logits of the token that follows in a row. // [vocab] */
  logits(row: number): Float32Array;
  /** Copies the only row, so that there are `rows`. */
  fork(rows: number): void;
  /** Keeps these rows, in this order, and frees the others. */
  keep(rows: readonly number[]): void;
  /** Appends one token to each row and computes the logits that follow. */
  decode(tokens: readonly number[]): Promise<void>;
  dispose(): void;
}

/** Turns tokens into text piece by piece; the pieces add up to the whole decoded at once. */
export interface TextStream {
  /** What the token adds: empty for a special token, and while a character is incomplete. */
  push(token: number): string;
  /** What is left when no token follows: a character that was never completed. */
  flush(): string;
}
