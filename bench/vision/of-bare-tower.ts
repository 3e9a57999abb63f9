import { bareTower } from "./bare-tower";
import { drawPictures } from "./pictures";
import { openProduct } from "./product";
import { median, timed } from "./timing";

const PICTURES = 32;
const TURNS = 40;
/** While the browser still compiles what runs often. */
const WARM_TURNS = 2;

/** The rate of files to ranked labels as a share of the bare tower's: turn about, of each the median of its turns. */
export async function ofBareTower(): Promise<{ share: number; productMs: number; bareMs: number }> {
  const pictures = await drawPictures(PICTURES);
  const { encoder, classify } = await openProduct();
  const bare = await bareTower(encoder, pictures);
  const times = { bare: [] as number[], product: [] as number[] };
  for (let turn = -WARM_TURNS; turn < TURNS; turn++) {
    const bareMs = await timed(bare);
    const productMs = await timed(() => classify(pictures));
    if (turn < 0) continue;
    times.bare.push(bareMs / PICTURES);
    times.product.push(productMs / PICTURES);
  }
  const [bareMs, productMs] = [median(times.bare), median(times.product)];
  return { share: bareMs / productMs, productMs, bareMs };
}
