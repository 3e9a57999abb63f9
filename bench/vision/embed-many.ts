import { drawPictures } from "./pictures";
import { openProduct } from "./product";

/** Pictures from the `first` to before the `end`, each drawn, classified and forgotten. */
export async function embedMany(first: number, end: number): Promise<void> {
  const { classify } = await openProduct();
  for (let i = first; i < end; i++) await classify(await drawPictures(1, i));
}
