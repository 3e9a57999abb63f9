// Which folder may import which, and which folder owns which package.
// docs/architecture.md prints the same two tables; this test keeps them true.
import { readdirSync, readFileSync } from "node:fs";
import { join, posix, sep } from "node:path";
import { expect, test } from "vitest";

/** In the order data flows back: every row may import only rows above it. */
const MAY_IMPORT: Record<string, string[]> = {
  models: [],
  "workers/protocol": ["models"],
  "src/metrics": ["models", "workers/protocol"],
  "src/plots": ["workers/protocol", "src/metrics"],
  "src/storage": ["models", "workers/protocol"],
  "src/engine": ["models", "workers/protocol"],
  "src/vision": ["models", "workers/protocol", "src/engine"],
  "src/lab": ["models", "workers/protocol", "src/metrics"],
  workers: ["models", "workers/protocol", "src/storage", "src/engine", "src/vision", "src/lab"],
  "src/client": ["models", "workers/protocol", "workers"],
  "src/app": ["models", "workers/protocol", "src/metrics", "src/storage", "src/lab", "src/client"],
  "src/ui": ["models", "workers/protocol", "src/metrics", "src/plots", "src/lab", "src/app"],
  "src/main": ["src/app", "src/ui"],
  "src/cli": [
    "models",
    "workers/protocol",
    "src/metrics",
    "src/storage",
    "src/engine",
    "src/vision",
    "src/lab",
  ],
};

/** Replacing one of these packages must touch only these folders. */
const OWNED_BY: Record<string, string[]> = {
  "onnxruntime-web": ["src/engine", "src/vision"],
  "@huggingface/transformers": ["src/engine", "src/vision"],
  "@huggingface/tokenizers": ["src/engine", "src/vision"],
  "@huggingface/jinja": ["src/engine"],
  "@noble/hashes": ["src/engine", "src/storage"],
  pbf: ["src/engine"],
  "@cortex-js/compute-engine": ["src/lab"],
  comlink: ["src/client", "workers"],
  idb: ["src/storage"],
  svelte: ["src/app", "src/ui", "src/main"],
  marked: ["src/ui"],
  katex: ["src/ui"],
  dompurify: ["src/ui"],
  "@observablehq/plot": ["src/plots"],
  "@fontsource-variable": ["src/ui", "src/main"],
  "virtual:pwa-register": ["src/app"],
  vite: ["src/cli"],
  "@resvg/resvg-wasm": ["src/cli"],
  sirv: ["src/cli"],
  playwright: ["src/cli"],
  "node:": ["src/cli"],
};

const root = join(import.meta.dirname, "..");
const files = ["models", "workers", "src"]
  .flatMap((folder) => list(folder))
  .filter((file) => /\.(ts|svelte)$/.test(file) && !file.endsWith(".test.ts"));

function list(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) =>
    join(folder, file).split(sep).join("/"),
  );
}

const longestFirst = Object.keys(MAY_IMPORT).sort((a, b) => b.length - a.length);
const layerOf = (path: string) =>
  longestFirst.find(
    (layer) => path === layer || path.startsWith(`${layer}/`) || path.startsWith(`${layer}.`),
  );
const ownersOf = (specifier: string) =>
  Object.entries(OWNED_BY).find(
    ([name]) =>
      specifier === name ||
      specifier.startsWith(`${name}/`) ||
      (name.endsWith(":") && specifier.startsWith(name)),
  )?.[1];
const IMPORT = /(?:\bfrom|(?<!["'`])\bimport|\bimport\(|new URL\()\s*["']([^"'\n]+)["']/g;

test("every layer imports only layers listed above it", () => {
  const layers = Object.keys(MAY_IMPORT);
  for (const [layer, allowed] of Object.entries(MAY_IMPORT)) {
    for (const other of allowed) {
      expect(layers.indexOf(other), `${layer} → ${other}`).toBeLessThan(layers.indexOf(layer));
      expect(layers, `${layer} → ${other}`).toContain(other);
    }
  }
});

test("every file stays inside its layer, and every package with its owners", () => {
  expect(files.flatMap(faultsOf)).toEqual([]);
});

/** What is wrong with the imports of a file, in words that say where to change the rule if it is the rule that is wrong. */
function faultsOf(file: string): string[] {
  const layer = layerOf(file);
  if (!layer) return [`${file} belongs to no layer; add its folder to MAY_IMPORT and docs/architecture.md`];
  const specifiers = [...readFileSync(join(root, file), "utf8").matchAll(IMPORT)].map(
    ([, specifier]) => specifier!,
  );
  return specifiers.flatMap((specifier) => {
    if (specifier.startsWith(".")) {
      const target = layerOf(posix.join(posix.dirname(file), specifier));
      if (target === layer || (target && MAY_IMPORT[layer]!.includes(target))) return [];
      return [`${file} imports ${specifier}; ${layer} may import only ${MAY_IMPORT[layer]!.join(", ")}`];
    }
    const owners = ownersOf(specifier);
    if (!owners) return [`${file} imports ${specifier}; name its owner in OWNED_BY and docs/architecture.md`];
    return owners.includes(layer)
      ? []
      : [`${file} imports ${specifier}, which only ${owners.join(", ")} may use`];
  });
}

test("docs/architecture.md prints the same tables", () => {
  const page = readFileSync(join(root, "docs/architecture.md"), "utf8");
  expect(readTable(page, "May import")).toEqual(MAY_IMPORT);
  expect(readTable(page, "Used by")).toEqual(OWNED_BY);
});

/** The table whose second heading is `heading`: names in backticks, one row per key. */
function readTable(page: string, heading: string): Record<string, string[]> {
  const lines = page.split("\n");
  const start = lines.findIndex((line) => line.startsWith("|") && line.split("|")[2]?.trim() === heading);
  expect(start, `docs/architecture.md has a table with the column "${heading}"`).toBeGreaterThan(-1);
  const end = lines.findIndex((line, index) => index > start && !line.startsWith("|"));
  const rows = lines.slice(start + 2, end).map((line) => line.split("|"));
  const names = (cell = "") => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
  return Object.fromEntries(rows.map(([, first, second]) => [names(first)[0]!, names(second)]));
}
