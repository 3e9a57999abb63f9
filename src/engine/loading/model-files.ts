import type { DeviceKind } from "../../../models/card";

/** A model's files, wherever they lie: on this site, in a folder the user chose, on a disk under Node. */
export interface ModelFiles {
  /** The device that is worth trying first. */
  readonly preferred: DeviceKind;
  /** The graph that suits a device, and the files with its weights where they lie apart. Throws when there is none. */
  graphFor(device: DeviceKind, abilities: Abilities): FileEntry[];
  /** An entry, or undefined where the model has no such file. */
  find(path: string): FileEntry | undefined;
  /** The whole of a file. `onBytes` hears how many bytes each piece had. */
  read(file: FileEntry, onBytes: (bytes: number) => void, signal: AbortSignal): Promise<Uint8Array>;
}

export interface FileEntry {
  /** In the hub's layout: relative to the model's folder. */
  path: string;
  bytes: number;
  /** Lower-case hexadecimal, where it is known beforehand. */
  sha256?: string;
}

/** What a GPU can do that a graph may need. */
export interface Abilities {
  float16: boolean;
}

/** Weights beside their graph: `model.onnx_data`, `model.onnx_data_1`, … */
export function isWeightsOf(graph: string, path: string): boolean {
  return /^_data(_\d+)?$/.test(path.slice(graph.length)) && path.startsWith(graph);
}
