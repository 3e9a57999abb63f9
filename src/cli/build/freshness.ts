import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const SOURCES = ["src", "workers", "models", "public", "index.html", "package.json", "vite.config.ts"];
const NOT_IN_THE_SITE = join("models", "train");
/** Written last, so a build that broke off counts as none. A dotfile: never served. */
const STAMP = ".built";

/** Marks a finished build. */
export function buildStamp(): Plugin {
  let outDir = "";
  return {
    name: "quorum:build-stamp",
    apply: "build",
    enforce: "post",
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    closeBundle: {
      order: "post",
      sequential: true,
      handler: () => writeFileSync(join(outDir, STAMP), ""),
    },
  };
}

/** Whether `dist` is a finished build of the sources as they are now. */
export function isBuildFresh(root: string, dist: string): boolean {
  const stamp = statSync(join(dist, STAMP), { throwIfNoEntry: false });
  return stamp !== undefined && SOURCES.every((source) => newestChange(root, source) <= stamp.mtimeMs);
}

function newestChange(root: string, path: string): number {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stat || path === NOT_IN_THE_SITE) return 0;
  if (!stat.isDirectory()) return path.endsWith(".test.ts") ? 0 : stat.mtimeMs;
  // The folder's own time tells of a deleted file.
  const inside = readdirSync(join(root, path)).map((name) => newestChange(root, join(path, name)));
  return Math.max(stat.mtimeMs, ...inside);
}
