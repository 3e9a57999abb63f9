import { VisionError } from "../../../workers/protocol/vision-errors";
import type { Channels, Processor } from "./processor";
import { read, type Fields } from "./processor-fields";

/** What a file may leave out, by the kind of its processor: the values that transformers then takes. */
const CLIP: Fields = {
  size: { shortest_edge: 224 },
  resample: 3,
  do_center_crop: true,
  crop_size: { height: 224, width: 224 },
  image_mean: [0.48145466, 0.4578275, 0.40821073],
  image_std: [0.26862954, 0.26130258, 0.27577711],
};
const SIGLIP: Fields = {
  size: { height: 224, width: 224 },
  resample: 3,
  do_center_crop: false,
  image_mean: [0.5, 0.5, 0.5],
  image_std: [0.5, 0.5, 0.5],
};
const KINDS: Record<string, Fields> = {
  CLIPImageProcessor: CLIP,
  CLIPFeatureExtractor: CLIP,
  SiglipImageProcessor: SIGLIP,
};

/** Steps that are known; others are refused where they are wanted, since without them the model sees something else. */
const STEPS = ["do_resize", "do_center_crop", "do_rescale", "do_normalize", "do_convert_rgb"];

/** Reads a hub model's preprocessor_config.json. Throws "processor-unsupported" with the field it does not know. */
export function readProcessor(config: unknown): Processor {
  if (typeof config !== "object" || config === null || Array.isArray(config)) {
    throw unsupported("preprocessor_config.json holds no object");
  }
  const given = Object.fromEntries(Object.entries(config).filter(([, value]) => value !== null));
  const fields: Fields = { ...defaultsFor(given), ...given };
  refuseUnknown(fields);

  const resize =
    fields.do_resize === false ? undefined : { filter: read.filter(fields), ...read.size(fields) };
  const normalise = fields.do_normalize !== false;
  return {
    ...(resize && { resize }),
    output: outputOf(fields, resize),
    rescale: fields.do_rescale === false ? 1 : read.rescale(fields),
    mean: normalise ? read.channels(fields, "image_mean") : [0, 0, 0],
    deviation: normalise ? read.deviation(fields) : ([1, 1, 1] satisfies Channels),
  };
}

/** A processor's kind, whichever of the names it had over time; a fast one does the same, but for the last bit. */
function defaultsFor(given: Fields): Fields {
  const kind = given.image_processor_type ?? given.feature_extractor_type;
  const defaults = typeof kind === "string" ? KINDS[kind.replace(/(Fast|Pil)$/, "")] : undefined;
  if (defaults) return defaults;
  throw unsupported(
    `preprocessor_config.json names the image processor ${JSON.stringify(kind) ?? "of no kind"}; Quorum knows those of CLIP and SigLIP (${Object.keys(KINDS).join(", ")})`,
  );
}

function refuseUnknown(fields: Fields): void {
  for (const [name, value] of Object.entries(fields)) {
    const isStep = name.startsWith("do_");
    if (
      (isStep && !STEPS.includes(name) && value !== false) ||
      (name === "use_square_size" && value === true)
    ) {
      throw unsupported(`preprocessor_config.json wants ${name}, which Quorum does not do`);
    }
    if (isStep && typeof value !== "boolean")
      throw unsupported(`${name} is ${JSON.stringify(value)}, neither true nor false`);
  }
  if ((fields.data_format ?? "channels_first") !== "channels_first") {
    throw unsupported(`data_format is ${JSON.stringify(fields.data_format)}; Quorum gives channels_first`);
  }
}

/** A tower reads pictures of one size, so that a crop must make it where the resize does not. */
function outputOf(fields: Fields, resize: Processor["resize"]): Processor["output"] {
  if (fields.do_center_crop !== false) return read.crop(fields);
  if (resize && "width" in resize) return { width: resize.width, height: resize.height };
  throw unsupported(
    "do_center_crop is false and the resize leaves the proportions, so that pictures would differ in size",
  );
}

function unsupported(fault: string): VisionError {
  return new VisionError(
    "processor-unsupported",
    `${fault}. Choose a model whose pictures are prepared as CLIP's or SigLIP's are.`,
  );
}
