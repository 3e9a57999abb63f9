// The contract between the page and the vision worker: plain data and one interface.
import type { DeviceKind } from "../../models/card";
import type { EncoderCard } from "../../models/encoder-card";
import type { LoadEvent } from "../protocol";

/** Where an encoder's files come from. A card's are checked by sha256. */
export type EncoderSource =
  | {
      kind: "card";
      card: EncoderCard;
      /** Absolute URL of the folder, with a slash at the end. */ baseUrl: string;
    }
  | { kind: "folder"; name: string; files: { path: string; file: File }[] };

/** How far a load is. */
export type EncoderProgress = Exclude<LoadEvent, { type: "loaded" }>;

/** How cosines become probabilities. */
export type Logits = { kind: "softmax"; scale: number } | { kind: "sigmoid"; scale: number; bias: number };

/** What is known of an encoder once it is loaded. */
export interface LoadedEncoder {
  /** `model_type` of its config.json. */
  architecture: string;
  device: DeviceKind;
  /** One line on why WebGPU is not used, where it would be expected. */
  deviceNote?: string;
  /** Numbers of an embedding, where the configuration tells. */
  dim: number | undefined;
  /** Tokens of a text, at most, with what begins and ends it. */
  context: number;
  logits: Logits;
  /** Tells embeddings of one encoder from another's, so that they can be kept: its vision graph's length and sha256. */
  fingerprint: string;
  ms: number;
}

export interface PictureEmbedding {
  /** Of length one. // [dim] */
  embedding: Float32Array;
  width: number;
  height: number;
  /** What was done to the picture that one might not expect, one sentence each. */
  notes: string[];
  readMs: number;
  towerMs: number;
}

export interface TextEmbedding {
  /** Of length one. // [dim] */
  embedding: Float32Array;
  tokens: number;
  /** Whether it was longer than the tower reads, and its end was left out. */
  cut: boolean;
}

/** Every call has an id of the page's choosing, by which it can be cancelled. */
export interface VisionApi {
  load(id: number, source: EncoderSource, tell: (event: EncoderProgress) => void): Promise<LoadedEncoder>;
  /** In the order of the texts. */
  embedTexts(id: number, texts: readonly string[]): Promise<TextEmbedding[]>;
  embedPicture(id: number, picture: Blob): Promise<PictureEmbedding>;
  cancel(id: number): void;
}
