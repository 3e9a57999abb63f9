import { cosine } from "../../src/lab/zero-shot/classify";
import type { Encoder } from "../../src/vision/encoder";
import { captions } from "./labels";
import { drawPictures } from "./pictures";
import { openProduct, signal } from "./product";
import { median, timed } from "./timing";

const PICTURES = 1000;
const QUERIES = 50;
const FOUND = 20;

/** One text to a vector, the cosines of all pictures with it, and the most like ones; the median of the queries. */
export async function queryMs(): Promise<number> {
  const { encoder } = await openProduct();
  const index: Float32Array[] = [];
  for (const picture of await drawPictures(PICTURES))
    index.push((await encoder.embedPicture(picture)).embedding);
  const times: number[] = [];
  for (const text of captions(150).slice(-QUERIES))
    times.push(await timed(() => search(encoder, text, index)));
  return median(times);
}

async function search(encoder: Encoder, text: string, index: readonly Float32Array[]) {
  const [query] = await encoder.embedTexts([text], signal);
  return index
    .map((picture, at) => ({ at, likeness: cosine(picture, query!.embedding) }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, FOUND);
}
