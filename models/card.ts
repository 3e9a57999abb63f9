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
  /** How the weights were made; absent where that is not known. */
  training?: Training;
  /** What `npm run eval` found: reports of a policy, or a role's numbers by name. */
  scores?: Readonly<Record<string, unknown>>;
}

export interface Training {
  data?: { command?: readonly string[]; problems?: number };
  steps: number;
  tokens?: number | null;
  minutes: number;
  /** Of the trainer. Those of reinforcement learning have bounds on how far a step may go. */
  options?: Readonly<Record<string, unknown>>;
  /** At each check: minutes, loss or mean reward, and accuracy or reward on held-out problems. */
  curve: readonly (readonly number[])[];
  /** What went before it: practice with examples, before reinforcement learning. */
  before?: Training;
}

export interface ModelFile {
  path: string;
  bytes: number;
  /** Lower-case hexadecimal. */
  sha256: string;
}

export type DeviceKind = "webgpu" | "wasm";
