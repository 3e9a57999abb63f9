import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Plugin } from "vite";
import { captionRows } from "../captions/caption-rows";

const FOLDER = "captions";

/** What lies there, each made when it is asked for: Unicode's licence goes wherever its data goes. */
const FILES: Record<string, () => string> = {
  [`${FOLDER}/captions.tsv`]: () => [...captionRows()].join(""),
  [`${FOLDER}/LICENSE.txt`]: () =>
    readFileSync(createRequire(import.meta.url).resolve("cldr-annotations-full/LICENSE"), "utf8"),
};

/** The captions that the Curation view opens with are in the site and not in the repository: they are made of a package's data. */
export function captionsFile(): Plugin {
  return {
    name: "quorum:captions",

    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const make = FILES[(request.url ?? "").split("?", 1)[0]!.slice(1)];
        if (!make) return next();
        response.writeHead(200, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-cache" });
        response.end(make());
      });
    },

    generateBundle() {
      for (const [fileName, make] of Object.entries(FILES))
        this.emitFile({ type: "asset", fileName, source: make() });
    },
  };
}
