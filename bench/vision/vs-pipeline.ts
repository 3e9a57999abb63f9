import { drawPictures } from "./pictures";
import { openPipeline } from "./pipeline";
import { openProduct } from "./product";
import type { Ranked } from "./rank";
import { median, timed } from "./timing";

const PICTURES = 4;
const TURNS = 5;
/** Of a share: the pipeline resizes with the canvas, so that the tower sees other pixels, but of the same picture. */
const CLOSE = 0.2;

/** How many times as fast as transformers.js files become ranked labels; turn about, the median of the turns. */
export async function vsPipeline(): Promise<{
  times: number;
  productMs: number;
  pipelineMs: number;
  differs: number;
}> {
  const { classify, scale } = await openProduct();
  const library = await openPipeline(scale);
  const pictures = await drawPictures(PICTURES);
  const differs = furthest(await classify(pictures), await library(pictures)); // And both are warm.
  if (differs > CLOSE) throw new Error(`the pipeline's shares differ by ${differs}`);
  const turns: { productMs: number; pipelineMs: number }[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const before = await timed(() => classify(pictures));
    const pipelineMs = await timed(() => library(pictures));
    const after = await timed(() => classify(pictures));
    turns.push({ productMs: (before + after) / 2, pipelineMs });
  }
  return {
    times: median(turns.map(({ productMs, pipelineMs }) => pipelineMs / productMs)),
    productMs: median(turns.map(({ productMs }) => productMs)) / PICTURES,
    pipelineMs: median(turns.map(({ pipelineMs }) => pipelineMs)) / PICTURES,
    differs,
  };
}

/** The largest difference of a label's shares. */
function furthest(ours: readonly Ranked[][], theirs: readonly Ranked[][]): number {
  const differences = ours.flatMap((ranked, picture) => {
    const shares = new Map(theirs[picture]!.map(({ label, share }) => [label, share]));
    return ranked.map(({ label, share }) => Math.abs(share - (shares.get(label) ?? Infinity)));
  });
  return Math.max(...differences);
}
