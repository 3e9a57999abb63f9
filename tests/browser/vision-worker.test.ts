// The real worker through Comlink, as the page has it.
import * as Comlink from "comlink";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pocketEncoder } from "../../models/encoders";
import { errorCode } from "../../workers/protocol";
import type { EncoderProgress, VisionApi } from "../../workers/protocol/vision";
import { visionErrorCode } from "../../workers/protocol/vision-errors";
import { pictureFile } from "./pictures";

let worker: Worker;
let vision: Comlink.Remote<VisionApi>;
beforeAll(() => {
  worker = new Worker(new URL("../../workers/vision.worker.ts", import.meta.url), {
    type: "module",
    name: "vision under test",
  });
  vision = Comlink.wrap<VisionApi>(worker);
});
afterAll(() => worker.terminate());

test("before an encoder is loaded it says so", async () => {
  expect(errorCode(await vision.embedTexts(1, ["a"]).catch((error: unknown) => error))).toBe(
    "model-not-loaded",
  );
});

test("it loads the encoder and tells how far it is, then embeds pictures and texts", async () => {
  const events: EncoderProgress[] = [];
  const baseUrl = new URL(`/${pocketEncoder.folder}/`, location.origin).href;
  const tell = Comlink.proxy((event: EncoderProgress) => void events.push(event));
  const loaded = await vision.load(2, { kind: "card", card: pocketEncoder, baseUrl }, tell);
  expect(loaded.dim).toBe(pocketEncoder.dim);
  expect(events.at(-1)).toEqual({ type: "compiling" });
  const picture = await vision.embedPicture(3, await pictureFile("photo.jpg"));
  const [text] = await vision.embedTexts(4, ["a picture"]);
  for (const { embedding } of [picture, text!]) expect(embedding).toHaveLength(pocketEncoder.dim);
});

test.each([
  ["notes.txt", "no picture at all", "picture-unknown"],
  ["empty.png", "", "picture-empty"],
  ["cut.png", "\x89PNG\r\n\x1a\n", "picture-truncated"],
])("%s: what is wrong with it crosses over by name", async (name, content, code) => {
  const bytes = Uint8Array.from(content, (character) => character.charCodeAt(0));
  const refused: unknown = await vision
    .embedPicture(5, new File([bytes], name))
    .catch((error: unknown) => error);
  expect(visionErrorCode(refused)).toBe(code);
  expect((refused as Error).message).toContain(name);
});

test("pictures that are cancelled before their turn are not begun, and the next one is", async () => {
  const file = await pictureFile("photo.jpg");
  const asked = Array.from({ length: 20 }, (_, i) => vision.embedPicture(100 + i, file));
  const cancelled = vision.cancel(119);
  const results = await Promise.allSettled(asked);
  await cancelled;
  expect(results.at(-1)).toMatchObject({ status: "rejected", reason: { name: "AbortError" } });
  expect(results.slice(0, -1).every(({ status }) => status === "fulfilled")).toBe(true);
});
