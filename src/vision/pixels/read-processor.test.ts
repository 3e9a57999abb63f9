import { expect, test } from "vitest";
import { visionErrorCode } from "../../../workers/protocol/vision-errors";
import { readProcessor } from "./read-processor";

const CLIP_MEAN = [0.48145466, 0.4578275, 0.40821073];

/** As openai/clip-vit-base-patch32 has it. */
const OLD_CLIP = {
  crop_size: 224,
  do_center_crop: true,
  do_normalize: true,
  do_resize: true,
  feature_extractor_type: "CLIPFeatureExtractor",
  image_mean: CLIP_MEAN,
  image_std: [0.26862954, 0.26130258, 0.27577711],
  resample: 3,
  size: 224,
};

test("CLIP's old file, its new one and one that says nothing mean the same", () => {
  const old = readProcessor(OLD_CLIP);
  expect(old).toEqual({
    resize: { filter: "bicubic", shortestEdge: 224 },
    output: { width: 224, height: 224 },
    rescale: 1 / 255,
    mean: CLIP_MEAN,
    deviation: [0.26862954, 0.26130258, 0.27577711],
  });
  const sizes = { size: { shortest_edge: 224 }, crop_size: { height: 224, width: 224 } };
  expect(readProcessor({ ...OLD_CLIP, ...sizes, do_convert_rgb: true, data_format: null })).toEqual(old);
  expect(readProcessor({ image_processor_type: "CLIPImageProcessorFast" })).toEqual(old);
});

test("SigLIP's resizes to both sides and crops nothing", () => {
  const config = {
    image_processor_type: "SiglipImageProcessor",
    processor_class: "SiglipProcessor",
    do_convert_rgb: null,
    size: { height: 256, width: 192 },
    resample: 2,
    image_mean: 0.5,
    rescale_factor: 0.00392156862745098,
  };
  expect(readProcessor(config)).toEqual({
    resize: { filter: "bilinear", height: 256, width: 192 },
    output: { width: 192, height: 256 },
    rescale: 0.00392156862745098,
    mean: [0.5, 0.5, 0.5],
    deviation: [0.5, 0.5, 0.5],
  });
});

test("steps that are switched off are not done", () => {
  const off = { do_resize: false, do_rescale: false, do_normalize: false };
  expect(readProcessor({ ...OLD_CLIP, ...off })).toEqual({
    output: { width: 224, height: 224 },
    rescale: 1,
    mean: [0, 0, 0],
    deviation: [1, 1, 1],
  });
});

test.each<[string, unknown, RegExp]>([
  ["no object", [], /holds no object/],
  [
    "another kind",
    { image_processor_type: "Siglip2ImageProcessor" },
    /"Siglip2ImageProcessor"; Quorum knows those of CLIP/,
  ],
  ["no kind", {}, /names the image processor of no kind/],
  ["another filter", { resample: 1 }, /has resample 1; Quorum takes 2 \(bilinear\) or 3 \(bicubic\)/],
  [
    "a longest edge",
    { size: { shortest_edge: 224, longest_edge: 448 } },
    /has size \{"shortest_edge":224,"longest_edge":448\}/,
  ],
  ["a size of text", { size: "224" }, /has size "224"/],
  ["a huge size", { crop_size: 100_000 }, /has crop_size 100000.*n from 1 to 2048/],
  ["two means", { image_mean: [0.5, 0.5] }, /has image_mean \[0\.5,0\.5\]; Quorum takes three numbers/],
  ["a deviation of 0", { image_std: 0 }, /has image_std \[0,0,0\]; Quorum takes three numbers above 0/],
  ["a step that is not done here", { do_pad: true }, /wants do_pad, which Quorum does not do/],
  ["squares of edges", { use_square_size: true }, /wants use_square_size/],
  ["a step that is neither on nor off", { do_resize: "yes" }, /do_resize is "yes", neither true nor false/],
  [
    "pictures of several sizes",
    { do_center_crop: false },
    /do_center_crop is false and the resize leaves the proportions/,
  ],
  ["channels last", { data_format: "channels_last" }, /data_format is "channels_last"/],
])("%s is refused by name", (_, change, message) => {
  const config =
    Array.isArray(change) || Object.keys(change as object).length === 0
      ? change
      : { ...OLD_CLIP, ...(change as object) };
  const kinds = (change as { image_processor_type?: string }).image_processor_type;
  const reading = () => readProcessor(kinds ? change : config);
  expect(reading).toThrow(message);
  expect(reading).toThrow(/Choose a model whose pictures are prepared as CLIP's or SigLIP's are/);
  try {
    reading();
  } catch (error) {
    expect(visionErrorCode(error)).toBe("processor-unsupported");
  }
});
