import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isBuildFresh } from "../src/cli/build/freshness";

let root: string;

/** A file changed at a minute of some hour, and its folder with it. */
function change(path: string, minute: number): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "");
  const time = new Date(2026, 0, 1, 12, minute);
  utimesSync(file, time, time);
  utimesSync(dirname(file), time, time);
}

const isFresh = () => isBuildFresh(root, join(root, "dist"));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "quorum-"));
  change("src/ui/App.svelte", 1);
  change("src/main.ts", 1);
});

afterEach(() => rmSync(root, { recursive: true }));

test("a site that was never built is not fresh", () => {
  expect(isFresh()).toBe(false);
});

test("a build is fresh until a source changes", () => {
  change("dist/.built", 2);
  expect(isFresh()).toBe(true);
  change("src/ui/App.svelte", 3);
  expect(isFresh()).toBe(false);
});

test("a changed test or trainer asks for no build", () => {
  change("models/card.ts", 1);
  change("models/train/train.py", 3);
  change("tests/some.test.ts", 3);
  change("models/card.ts", 1);
  change("dist/.built", 2);
  expect(isFresh()).toBe(true);
});
