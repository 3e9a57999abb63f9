import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
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

test("what is large has a compressed copy", () => {
  const large = files.filter(
    (file) => /\.(wasm|js|css)$/.test(file) && readFileSync(join(dist, file)).length > 2000,
  );
  expect(large.filter((file) => !files.includes(`${file}.br`) || !files.includes(`${file}.gz`))).toEqual([]);
});
