import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serve, type Site } from "../src/cli/serve";

const folder = mkdtempSync(join(tmpdir(), "quorum-"));
const code = "const answer = 42;\n".repeat(100);
let site: Site;

beforeAll(async () => {
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<h1>Quorum</h1>");
  writeFileSync(join(folder, "assets/index-AbCd_1-2.js"), code);
  writeFileSync(join(folder, "assets/index-AbCd_1-2.js.br"), brotliCompressSync(code));
  writeFileSync(join(folder, "assets/runtime-AbCd_1-2.wasm"), "");
  writeFileSync(join(folder, "model.onnx"), "weights");
  site = await serve(folder, { base: "/some/where/" });
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

test("a folder is served below its base, and nothing above it", async () => {
  expect(await (await fetch(site.url)).text()).toBe("<h1>Quorum</h1>");
  expect((await fetch(new URL("/", site.url))).status).toBe(404);
});

test("the compressed copy is sent to who can read it, for good, as hashed files never change", async () => {
  const response = await fetch(new URL("assets/index-AbCd_1-2.js", site.url), {
    headers: { "Accept-Encoding": "br" },
  });
  expect(response.headers.get("content-encoding")).toBe("br");
  expect(response.headers.get("content-type")).toContain("text/javascript");
  expect(response.headers.get("cache-control")).toContain("immutable");
  expect(await response.text()).toBe(code);
});

test.each([
  ["index.html", "text/html"],
  ["assets/runtime-AbCd_1-2.wasm", "application/wasm"],
  ["model.onnx", "application/octet-stream"],
])("%s is sent as %s under the policy", async (path, type) => {
  const { headers } = await fetch(new URL(path, site.url));
  expect(headers.get("content-type")).toContain(type);
  expect(headers.get("content-security-policy")).toContain("default-src 'self'");
});

test("what is missing is a 404, not the page", async () => {
  expect((await fetch(new URL("model.onnx_data", site.url))).status).toBe(404);
});

test("a taken port makes way for the next one, or is an error where that was not asked for", async () => {
  const port = Number(new URL(site.url).port);
  const other = await serve(folder, { port, tryNextPorts: true });
  expect(Number(new URL(other.url).port)).toBeGreaterThan(port);
  await other.close();
  await expect(serve(folder, { port })).rejects.toThrow("EADDRINUSE");
});
