import type { ModelSource } from "../../../workers/protocol";
import { cardFiles } from "./card-files";
import { fetchFrom } from "./fetch-file";
import { folderFiles } from "./folder-files";
import type { ModelFiles } from "./model-files";

/** The files that the page speaks of. */
export function openSource(source: ModelSource): ModelFiles {
  switch (source.kind) {
    case "card":
      return cardFiles(source.card, fetchFrom(source.baseUrl));
    case "folder":
      return folderFiles(
        source.name,
        source.files.map(({ path, file }) => ({ path, bytes: file.size, read: () => file.arrayBuffer() })),
      );
    default:
      return source satisfies never;
  }
}
