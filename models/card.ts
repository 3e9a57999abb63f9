/** A model before download: what it is, which files make it up, how well it does. Data only. */
export interface ModelCard {
  id: string;
  label: string;
  role: "policy" | "aggregator" | "judge";
  /** `model_type` of its config.json. */
  architecture: string;
  parameters: number;
  /** Longest prompt and answer together, in tokens. */
  contextLength: number;
  license: string;
  /** Folder of the hub layout, relative to the page. */
  folder: string;
  /** Every file the hub layout holds, relative to `folder`. */
  files: readonly ModelFile[];
  /** The graph that ran fastest on each kind of device, by measurement. */
  graph: { webgpu: string; wasm: string };
  /** The device that ran fastest where both were measured. */
  preferred: DeviceKind;
  recommended: { temperature: number; topP: number; maxTokens: number };
}

export interface ModelFile {
  path: string;
  bytes: number;
  /** Lower-case hexadecimal. */
  sha256: string;
}

export type DeviceKind = "webgpu" | "wasm";
