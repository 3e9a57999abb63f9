import type { Decoder } from "../decoder";
import { Gauge } from "../gauge";
import type { Sequence } from "../language-model";
import { lastLogits } from "../onnx/last-logits";
import type { Continuations } from "../score";
import { fetchPart } from "../fetch-part";
import { bytesPerToken, type CacheShape } from "./cache-shape";
import type { DecoderRunner } from "./decoder-run";
import { mergeSegments } from "./merge-segments";
import { pathLength, type Segment, wholeOf } from "./path";
import { poolPrefixes } from "./prefix-pool";
import { RowTails } from "./row-tails";
import { SharedBatch } from "./shared-batch";
import { SharedSequence } from "./shared-sequence";

/** Longer prompts are read in pieces, which saves the half of each square of scores that nobody may see. */
const PIECE = 128; // tokens

/** A decoder whose sequences share what they have in common, in memory and in arithmetic. */
export class SharedDecoder implements Decoder {
  readonly sharesPrefix = true;
  readonly rows = new Gauge("rows");
  readonly shape: CacheShape;
  readonly runner: DecoderRunner;

  constructor(shape: CacheShape, runner: DecoderRunner) {
    this.shape = shape;
    this.runner = runner;
  }

  get bytesPerToken(): number {
    return bytesPerToken(this.shape);
  }

  async read(before: SharedSequence | undefined, tokens: readonly number[]): Promise<SharedSequence> {
    const known = before?.path ?? [];
    const segments: Segment[] = [];
    let logits = new Float32Array(0);
    for (let start = 0; start < tokens.length; start += PIECE) {
      const piece = tokens.slice(start, start + PIECE);
      const path = [...known, ...segments.map(wholeOf)];
      const first = pathLength(path);
      const read = await this.runner.read({
        tokens: [piece],
        positions: [piece.map((_, at) => first + at)],
        pool: poolPrefixes([path], this.shape),
        tails: new RowTails(this.shape, 1),
        kept: 1,
      });
      segments.push({ tokens: piece, parts: read.parts });
      logits = lastLogits(read.logits)[0]!.slice();
    }
    return new SharedSequence(this, [...known, wholeOf(mergeSegments(segments, this.shape))], logits);
  }

  batch(sequences: readonly Sequence[]): SharedBatch {
    return new SharedBatch(this, sequences as SharedSequence[]);
  }

  async score(sequence: SharedSequence, continuations: Continuations): Promise<number[][]> {
    const { planScoring, scoreTogether } = await fetchPart(import("../score"));
    const first = sequence.logits!;
    const { rows, width } = planScoring(Math.max(...continuations.map(({ length }) => length)), first.length);
    const scores: number[][] = [];
    for (let start = 0; start < continuations.length; start += rows) {
      const some = continuations.slice(start, start + rows);
      scores.push(...(await scoreTogether(this.batch(some.map(() => sequence)), first, some, width)));
    }
    return scores;
  }

  bytesOf(sequences: readonly Sequence[]): number {
    const segments = new Set(
      (sequences as SharedSequence[]).flatMap(({ path }) => path.map(({ segment }) => segment)),
    );
    return [...segments].reduce((sum, { tokens }) => sum + tokens.length, 0) * this.bytesPerToken;
  }
}
