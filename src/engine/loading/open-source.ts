import type { ModelSource } from "../../../workers/protocol";
import { cardFiles } from "./card-files";
import { fetchPart } from "../fetch-part";
import { fetchFrom } from "./fetch-file";
import type { ModelFiles } from "./model-files";

/** The files that the page speaks of. */
export async function openSource(source: ModelSource): Promise<ModelFiles> {
  switch (source.kind) {
    case "card":
      return cardFiles(source.card, fetchFrom(source.baseUrl));
    case "folder": {
      const { folderFiles } = await fetchPart(import("./folder-files"));
      return folderFiles(
        source.name,
        source.files.map(({ path, file }) => ({ path, bytes: file.size, read: () => file.arrayBuffer() })),
      );
    }
    default:
      return source satisfies never;
  }
}
