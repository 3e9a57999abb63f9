import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import type { ListedFile } from "../../engine/loading/folder-files";

/** The files of a folder on this machine, as a file picker of the page lists them. */
export async function listedIn(folder: string): Promise<ListedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(
    files.map(async (file) => ({
      path: relative(folder, file),
      bytes: (await stat(file)).size,
      read: async () => new Uint8Array(await readFile(file)).buffer,
    })),
  );
}
