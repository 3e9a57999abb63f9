import { InferenceSession, Tensor } from "onnxruntime-web/wasm";
import type { Encoder } from "../../src/vision/encoder";
import { readPixels } from "../../src/vision/pixels/read-pixels";

type Run = (this: InferenceSession, ...given: unknown[]) => Promise<unknown>;

/** Runs the encoder's own session on what these pictures become, one after the other, with nothing else in between. */
export async function bareTower(encoder: Encoder, pictures: readonly Blob[]): Promise<() => Promise<void>> {
  const { height, width } = encoder.processor.output;
  const pixels: Tensor[] = [];
  for (const picture of pictures) {
    const { values } = await readPixels(picture, encoder.processor);
    pixels.push(new Tensor("float32", values, [1, 3, height, width]));
  }
  const session = await imageSession(encoder, new Float32Array(3 * height * width));
  return async () => {
    for (const pixel_values of pixels) await session.run({ pixel_values });
  };
}

/** The session that the encoder runs when it is given pixels. */
async function imageSession(encoder: Encoder, pixels: Float32Array): Promise<InferenceSession> {
  const { prototype } = InferenceSession as unknown as { prototype: { run: Run } };
  const { run } = prototype;
  const ran: InferenceSession[] = [];
  prototype.run = function (...given) {
    ran.push(this);
    return run.apply(this, given);
  };
  try {
    await encoder.embedPixels(pixels, 1);
  } finally {
    prototype.run = run;
  }
  return ran[0]!;
}
