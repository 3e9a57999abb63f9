import { afterEach, expect, test } from "vitest";
import { readPixels } from "../../src/vision/pixels/read-pixels";
import { readProcessor } from "../../src/vision/pixels/read-processor";
import { visionErrorCode } from "../../workers/protocol/vision-errors";
import { startPixelReader } from "../../workers/pixel-reader";
import { pictureFile } from "./pictures";

const processor = readProcessor({ image_processor_type: "CLIPImageProcessor" });
const RealWorker = Worker;
afterEach(() => {
  globalThis.Worker = RealWorker;
});

test("a worker beside reads the same numbers, and says the same of what is no picture", async () => {
  const read = startPixelReader();
  const file = await pictureFile("turned.png");
  const { rgb, ...here } = await readPixels(file, processor);
  expect(rgb).toHaveLength(here.values.length);
  expect(await read(file, processor)).toEqual(here);
  const refused = await read(new File(["notes"], "notes.txt"), processor).catch((error: unknown) => error);
  expect(visionErrorCode(refused)).toBe("picture-unknown");
});

test("pictures that it was reading when it ended, and later ones, are read here", async () => {
  const began: Worker[] = [];
  globalThis.Worker = class extends RealWorker {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given);
      began.push(this);
    }
  };
  const read = startPixelReader();
  const file = await pictureFile("photo.jpg");
  const { values } = await read(file, processor);
  const underWay = [read(file, processor), read(file, processor)];
  began[0]!.terminate();
  began[0]!.dispatchEvent(new ErrorEvent("error"));
  for (const picture of [...underWay, read(file, processor)]) expect((await picture).values).toEqual(values);
});
