import type { DeviceKind } from "../../../models/card";
import type { EncoderSource } from "../../../workers/protocol/vision";
import type { ByteRanges } from "../text/byte-ranges";
import type { Abilities, FileEntry } from "../../engine/loading/model-files";

/** An encoder's files, wherever they lie. */
export interface EncoderFiles {
  preferred: DeviceKind;
  find(path: string): FileEntry | undefined;
  /** A tower's graph, and the files with its weights where they lie apart. Throws where there is none. */
  tower(name: Tower, device: DeviceKind, abilities: Abilities): FileEntry[];
  read(file: FileEntry, onBytes: (bytes: number) => void, signal: AbortSignal): Promise<Uint8Array>;
  /** Parts of a file that is too large to read whole. */
  ranges(path: string): ByteRanges;
}

export type Tower = "vision_model" | "text_model";

/** The files that the page speaks of. */
export async function openEncoderSource(source: EncoderSource): Promise<EncoderFiles> {
  switch (source.kind) {
    case "card": {
      const { cardEncoder } = await import("./card-encoder");
      return cardEncoder(source.card, source.baseUrl);
    }
    case "folder": {
      const { folderEncoder } = await import("./folder-encoder");
      return folderEncoder(source.name, source.files);
    }
    default:
      return source satisfies never;
  }
}
