import type { EncoderCard } from "./encoder-card";

/** An encoder that others published, before anything of it is fetched. Data only. */
export interface HubEncoder extends Pick<
  EncoderCard,
  "id" | "label" | "role" | "parameters" | "license" | "side"
> {
  /** Where it is published: owner and name. */
  repository: string;
  /** `model_type` of its config.json. */
  architecture: string;
  /** What the licence does not allow, where that may surprise. */
  restriction?: string;
  /** In whose languages it can be asked. */
  languages: string;
  /** Whether the repository holds ONNX graphs; otherwise `models/train/clip/export_metaclip2.py` makes them. */
  graphs: boolean;
}

const NOT_COMMERCIAL = "not for commercial use";

/** Parameters as their tensors count them; of a multilingual encoder most are token embeddings. */
export const HUB_ENCODERS: readonly HubEncoder[] = [
  {
    id: "metaclip-2-mt5-worldwide-s16",
    label: "MetaCLIP 2 S/16 (mT5)",
    role: "encoder",
    repository: "facebook/metaclip-2-mt5-worldwide-s16",
    architecture: "metaclip_2",
    parameters: 139_000_000,
    license: "CC-BY-NC-4.0",
    restriction: NOT_COMMERCIAL,
    side: 224,
    languages: "over 300",
    graphs: false,
  },
  {
    id: "metaclip-2-worldwide-b32",
    label: "MetaCLIP 2 B/32 (XLM-V)",
    role: "encoder",
    repository: "facebook/metaclip-2-worldwide-b32",
    architecture: "metaclip_2",
    parameters: 588_000_000,
    license: "CC-BY-NC-4.0",
    restriction: NOT_COMMERCIAL,
    side: 224,
    languages: "over 300",
    graphs: false,
  },
  {
    id: "siglip2-base-patch16-224",
    label: "SigLIP 2 B/16",
    role: "encoder",
    repository: "onnx-community/siglip2-base-patch16-224-ONNX",
    architecture: "siglip",
    parameters: 375_000_000,
    license: "Apache-2.0",
    side: 224,
    languages: "over 100",
    graphs: true,
  },
  {
    id: "clip-vit-base-patch32",
    label: "CLIP B/32",
    role: "encoder",
    repository: "Xenova/clip-vit-base-patch32",
    architecture: "clip",
    parameters: 151_000_000,
    license: "MIT",
    side: 224,
    languages: "English",
    graphs: true,
  },
];

/** What the weights of a kind may not be used for, wherever the folder came from. */
export const restrictionOf = (architecture: string): string | undefined =>
  HUB_ENCODERS.find((encoder) => encoder.architecture === architecture)?.restriction;
