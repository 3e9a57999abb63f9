import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { CONTENT_SECURITY_POLICY } from "../../src/cli/build/csp";

const dist = join(import.meta.dirname, "../../dist");
const files = readdirSync(dist, { recursive: true, encoding: "utf8" });
const html = readFileSync(join(dist, "index.html"), "utf8");

test("the built page carries the policy and no inline script", () => {
  const content = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];
  expect(content?.replaceAll("&#39;", "'")).toBe(CONTENT_SECURITY_POLICY);
  const scripts = [...html.matchAll(/<script\b([^>]*)>([^<]*)/g)];
  expect(scripts.length).toBeGreaterThan(0);
  for (const [, attributes, code] of scripts) {
    expect(attributes).toContain("src=");
    expect(code!.trim()).toBe("");
  }
  expect(html).not.toMatch(/\son\w+=/);
});

test("the built page asks for its files by relative addresses", () => {
  for (const [, address] of html.matchAll(/(?:src|href)="([^"]+)"/g)) expect(address).toMatch(/^\.\//);
});

test("each WebAssembly runtime is there once, and none that nobody uses", () => {
  const runtimes = files
    .filter((file) => file.endsWith(".wasm"))
    .map((file) => file.replace(/^assets\/(.*)-[\w-]{8}\.wasm$/, "$1"));
  expect(new Set(runtimes).size).toBe(runtimes.length);
  expect(runtimes.filter((name) => /jsep/.test(name))).toEqual([]);
});

test("the service worker stores the plain runtime beforehand, and not the larger ones for WebGPU", () => {
  const worker = readFileSync(join(dist, "sw.js"), "utf8");
  expect(worker).toContain("index.html");
  for (const file of files.filter((name) => name.endsWith(".wasm"))) {
    expect(worker.includes(file), file).toBe(!/asyncify|jspi/.test(file));
  }
});

/** A file's own code and all that it imports before it begins; what it fetches later is not among them. */
function withImports(file: string, seen = new Set<string>()): Set<string> {
  seen.add(file);
  const code = readFileSync(join(dist, "assets", file), "utf8");
  for (const [, next] of code.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g))
    if (!seen.has(next!)) withImports(next!, seen);
  return seen;
}

const named = (pattern: RegExp) => files.flatMap((file) => pattern.exec(file)?.[1] ?? [])[0]!;

test("before its first token a first visit fetches at most 130 kB of JavaScript, packed", () => {
  const entry = /src="\.\/assets\/([\w.-]+\.js)"/.exec(html)![1]!;
  const worker = named(/^assets\/(language\.worker-[\w-]+\.js)$/);
  const runtime = named(/^assets\/(ort\.wasm\.[\w.-]+\.js)$/);
  const all = [entry, worker, runtime].flatMap((file) => [...withImports(file)]);
  const packed = all.map(
    (file) => [file, gzipSync(readFileSync(join(dist, "assets", file))).length] as const,
  );
  const bytes = packed.reduce((sum, [, length]) => sum + length, 0);
  expect(bytes, JSON.stringify(packed)).toBeLessThan(130_000);
});

test("the language worker is one file: it begins without waiting for another", () => {
  const worker = named(/^assets\/(language\.worker-[\w-]+\.js)$/);
  expect([...withImports(worker)]).toEqual([worker]);
});

test("what is large has a compressed copy", () => {
  const large = files.filter(
    (file) => /\.(wasm|js|css)$/.test(file) && readFileSync(join(dist, file)).length > 2000,
  );
  expect(large.filter((file) => !files.includes(`${file}.br`) || !files.includes(`${file}.gz`))).toEqual([]);
});
