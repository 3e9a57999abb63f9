import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Plugin, runnerImport } from "vite";
import type * as CaptionRows from "../captions/caption-rows";
import type * as NameRows from "../captions/name-rows";

const FOLDER = "captions";

/** What lies there, each made when it is asked for: Unicode's licence goes wherever its data goes. */
const FILES: Record<string, (root: string) => Promise<string> | string> = {
  // Not imported above: what reads the configuration may be Node alone, which does not find a module without its extension.
  [`${FOLDER}/captions.tsv`]: async (root) => {
    const { module } = await runnerImport<typeof CaptionRows>(join(root, "src/cli/captions/caption-rows.ts"));
    return [...module.captionRows()].join("");
  },
  [`${FOLDER}/names.tsv`]: async (root) => {
    const { module } = await runnerImport<typeof NameRows>(join(root, "src/cli/captions/name-rows.ts"));
    return [...module.nameRows()].join("");
  },
  [`${FOLDER}/LICENSE.txt`]: () =>
    readFileSync(createRequire(import.meta.url).resolve("cldr-annotations-full/LICENSE"), "utf8"),
};

/** The captions of the Curation view and the names of the Vision view are in the site and not in the repository: they are made of a package's data. */
export function captionsFile(root: string): Plugin {
  return {
    name: "quorum:captions",

    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const make = FILES[(request.url ?? "").split("?", 1)[0]!.slice(1)];
        if (!make) return next();
        Promise.resolve(make(root)).then((text) => {
          response.setHeader("Content-Type", "text/plain; charset=utf-8");
          response.end(text);
        }, next);
      });
    },

    async generateBundle() {
      for (const [fileName, make] of Object.entries(FILES))
        this.emitFile({ type: "asset", fileName, source: await make(root) });
    },
  };
}
