import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const text = readFileSync(join(import.meta.dirname, "../package-lock.json"), "utf8");
const { packages } = JSON.parse(text) as { packages: Record<string, { name?: string; version: string }> };

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

test("the lockfile names no registry", () => {
  expect(text).not.toContain('"resolved": "http');
});
