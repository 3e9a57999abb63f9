import { expect, test } from "vitest";
import { openPicture } from "../../src/vision/pixels/decode/open-picture";
import { visionErrorCode } from "../../workers/protocol/vision-errors";
import { pictureFile } from "./pictures";

const bytesOf = async (name: string) => new Uint8Array(await (await pictureFile(name)).arrayBuffer());
const text = (content: string) => new TextEncoder().encode(content);

/** What opening a file comes to: its code and its message. */
async function refusal(name: string, ...content: BlobPart[]) {
  const error: unknown = await openPicture(new File(content, name)).then(
    () => "opened",
    (reason: unknown) => reason,
  );
  return [visionErrorCode(error), error instanceof Error ? error.message : error];
}

/** A PNG that says it has another size; nobody may get as far as its pixels. */
async function resizedHeader(width: number, height: number) {
  const bytes = await bytesOf("one.png");
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

test("an empty file is called empty", async () => {
  expect(await refusal("nothing.jpg")).toEqual([
    "picture-empty",
    `"nothing.jpg" is empty: it has 0 bytes. Choose a PNG, JPEG, WebP, GIF, BMP or AVIF file.`,
  ]);
});

test("what is no picture is told apart, whatever its name says", async () => {
  const [code, message] = await refusal("cat.jpg", text("<!doctype html><p>Not found"));
  expect(code).toBe("picture-unknown");
  expect(message).toMatch(/"cat\.jpg" is not a picture that Quorum knows.*Choose a PNG, JPEG/);
});

test.each([
  [
    "drawing.svg",
    text(`<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>`),
    /is SVG.*export it as PNG/,
  ],
  ["paper.pdf", text("%PDF-1.7\n"), /is PDF.*export the page you want as PNG/],
])("%s is named, with the way out", async (name, content, words) => {
  const [code, message] = await refusal(name, content);
  expect(code).toBe("picture-unsupported");
  expect(message).toMatch(words);
});

test.each([
  [
    "IMG_1.HEIC",
    "\0\0\0\x18ftypheic\0\0\0\0mif1heic",
    /is HEIC, which this browser does not decode\. Save it as JPEG.*Most Compatible/,
  ],
  ["scan.tif", "II*\0\x08\0\0\0\0\0", /is TIFF, which this browser does not decode\. Save it as PNG/],
])("%s, which Chromium cannot decode, is named, with the way out", async (name, content, words) => {
  const [code, message] = await refusal(
    name,
    Uint8Array.from(content, (letter) => letter.charCodeAt(0)),
  );
  expect(code).toBe("picture-unsupported");
  expect(message).toMatch(words);
});

test("too many pixels are refused by the header, with the size and the limit", async () => {
  expect(await refusal("poster.png", await resizedHeader(20_000, 20_000))).toEqual([
    "picture-too-large",
    `"poster.png" is 20,000 × 20,000 pixels, 400 megapixels; at most 64 are decoded, and 32,767 along a side. Save it smaller.`,
  ]);
  expect((await refusal("strip.png", await resizedHeader(1, 40_000)))[0]).toBe("picture-too-large");
});

const CUT = [
  "photo.jpg",
  "progressive.jpg",
  "sixteen.png",
  "still.webp",
  "alpha.webp",
  "picture.bmp",
  "still.avif",
];
test.each(CUT)("%s is called cut off wherever it is cut", async (name) => {
  const bytes = await bytesOf(name);
  for (const share of [0.01, 0.3, 0.9, 1 - 1 / bytes.length]) {
    const cut = bytes.subarray(0, Math.max(30, Math.floor(bytes.length * share)));
    const [code, message] = await refusal(name, cut);
    expect(code, `${cut.length} of ${bytes.length} bytes`).toBe("picture-truncated");
    expect(message).toMatch(
      /is cut off: this \w+ ends before its picture does\. Download or copy it again\./,
    );
  }
});

test("a GIF is cut off in its first frame, or else shows that", async () => {
  const bytes = await bytesOf("animated.gif");
  expect((await refusal("animated.gif", bytes.subarray(0, 1500)))[0]).toBe("picture-truncated");
  const opened = await openPicture(new File([bytes.subarray(0, bytes.length * 0.9)], "animated.gif"));
  expect([opened.width, opened.height]).toEqual([60, 40]);
});

test("a file that is whole but does not decode is called damaged", async () => {
  for (const name of ["grey.png", "still.avif"]) {
    const bytes = await bytesOf(name);
    bytes.fill(0xff, name === "grey.png" ? 45 : 275, bytes.length - 40);
    const [code, message] = await refusal(name, bytes);
    expect([name, code]).toEqual([name, "picture-damaged"]);
    expect(message).toMatch(/begins as .* cannot decode it.*save it as PNG/);
  }
});

test("a file that vanished is told with the browser's reason", async () => {
  const file = await pictureFile("one.png");
  file.arrayBuffer = () => Promise.reject(new DOMException("A file could not be found", "NotFoundError"));
  await expect(openPicture(file)).rejects.toThrow(
    /"one\.png" could not be read \(A file could not be found\)/,
  );
});

test.each([
  ["photo.jpg", []],
  ["animated.gif", ["It moves: the first of its 3 frames is used."]],
  ["animated.webp", ["It moves: the first of its 2 frames is used."]],
  ["animated.png", ["It moves: the first of its 2 frames is used."]],
  ["sixteen.png", ["Its 16 bits per colour are reduced to 8."]],
  ["alpha.png", ["Where it is transparent, it is shown on white."]],
  ["alpha.webp", ["Where it is transparent, it is shown on white."]],
  ["palette.png", ["Where it is transparent, it is shown on white."]],
  ["cmyk.jpg", ["It has four inks, CMYK, which are turned into colours without its profile."]],
  ["profile.jpg", ["Its colour profile is not applied."]],
  ["profile.png", ["Its colour profile is not applied."]],
])("what was done to %s is said", async (name, notes) => {
  expect((await openPicture(await pictureFile(name))).notes).toEqual(notes);
});
