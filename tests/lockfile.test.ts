import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

interface Entry {
  name?: string;
  version: string;
  optionalDependencies?: Record<string, string>;
}

const text = readFileSync(join(import.meta.dirname, "../package-lock.json"), "utf8");
const { packages } = JSON.parse(text) as { packages: Record<string, Entry> };

/** Where a package lies, under whatever alias. */
function copiesOf(name: string): string[] {
  return Object.entries(packages)
    .filter(([path, entry]) => entry.name === name || path.endsWith(`node_modules/${name}`))
    .map(([path, entry]) => `${path} ${entry.version}`);
}

test.each(["onnxruntime-web", "onnxruntime-common"])("there is one copy of %s", (name) => {
  expect(copiesOf(name)).toHaveLength(1);
});

test("the two parts of the runtime have the same version", () => {
  const [web, common] = ["onnxruntime-web", "onnxruntime-common"].map(
    (name) => packages[`node_modules/${name}`],
  );
  expect(common?.version).toBe(web?.version);
});

test.each(["onnxruntime-node", "sharp"])("%s, which only Node would use, is left out", (name) => {
  expect(packages[`node_modules/${name}`]?.name).toBe("empty-npm-package");
});

/** npm drops what a registry lacks from the lockfile without a word, and then `npm ci` fails, or another platform does. */
test("the lockfile has the optional parts of every package for every platform", () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});

test("the lockfile names no registry", () => {
  expect(text).not.toContain('"resolved": "http');
});
