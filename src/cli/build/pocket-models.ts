import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import type { Plugin } from "vite";
import { sendFile } from "./send-file.ts";

const FOLDER = "models/pocket";

/** Pocket models keep their names under `models/pocket/`, as on the hub: a loader only needs the folder's URL. */
export function pocketModels(root: string): Plugin {
  return {
    name: "quorum:pocket-models",

    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [path, query] = decodeURIComponent(request.url ?? "").split("?", 2) as [string, string?];
        const file = join(root, path);
        const inside = file.startsWith(join(root, FOLDER) + sep);
        const isModule = query?.split("&").includes("import"); // A card that source code imports.
        if (!inside || isModule) next();
        else sendFile(file, request, response);
      });
    },

    generateBundle() {
      for (const fileName of listPocketFiles(root)) {
        this.emitFile({ type: "asset", fileName, source: readFileSync(join(root, fileName)) });
      }
    },
  };
}

/** Paths from the root, with forward slashes. */
export function listPocketFiles(root: string): string[] {
  const folder = join(root, FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => `${FOLDER}/${name.split(sep).join("/")}`);
}
