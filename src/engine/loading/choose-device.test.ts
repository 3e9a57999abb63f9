import { afterEach, expect, test, vi } from "vitest";
import { chooseDevice } from "./choose-device";

afterEach(() => vi.unstubAllGlobals());

const adapterOf = (info: Partial<GPUAdapterInfo>) => ({
  info: { vendor: "", architecture: "", device: "", description: "", isFallbackAdapter: false, ...info },
  features: new Set(["subgroups", "shader-f16"]),
  limits: { maxBufferSize: 1 },
  requestDevice: vi.fn(() =>
    Promise.resolve({
      lost: new Promise(() => {}),
      addEventListener: () => {},
      createBuffer: () => {},
      features: new Set(),
    }),
  ),
});

function stubGpu(adapter: unknown) {
  vi.stubGlobal("navigator", { gpu: { requestAdapter: () => Promise.resolve(adapter) } });
}

const REAL = { vendor: "nvidia", architecture: "ampere", subgroupMinSize: 32 };
const SOFTWARE = { vendor: "google", architecture: "swiftshader", subgroupMinSize: 4 };

test("a model that prefers WebAssembly gets it without a word where there is WebGPU", async () => {
  stubGpu(adapterOf(REAL));
  expect(await chooseDevice("auto", "wasm")).toEqual({ device: "wasm" });
});

test("a real adapter is used", async () => {
  stubGpu(adapterOf(REAL));
  expect(await chooseDevice("auto", "webgpu")).toMatchObject({ device: "webgpu" });
});

test("a software adapter counts as none unless it is asked for", async () => {
  stubGpu(adapterOf(SOFTWARE));
  expect(await chooseDevice("auto", "webgpu")).toEqual({
    device: "wasm",
    note: "Running on WebAssembly. WebGPU is only emulated on this machine, which is slower.",
  });
  expect(await chooseDevice("webgpu", "wasm")).toMatchObject({ device: "webgpu" });
});

test("where there is none, the reason is given whatever was wanted", async () => {
  vi.stubGlobal("navigator", {});
  expect((await chooseDevice("auto", "wasm")).note).toMatch(/no WebGPU/);
  expect(await chooseDevice("wasm", "webgpu")).toEqual({ device: "wasm" });
});

test.each([
  ["no WebGPU", {}, true, /no WebGPU/],
  ["no secure page", {}, false, /https, or on localhost/],
  ["no adapter", { gpu: { requestAdapter: () => Promise.resolve(null) } }, true, /no GPU on this machine/],
])("with %s asked-for WebGPU falls back, with the reason", async (_, navigator, isSecureContext, reason) => {
  vi.stubGlobal("navigator", navigator);
  vi.stubGlobal("isSecureContext", isSecureContext);
  const { device, note } = await chooseDevice("webgpu", "webgpu");
  expect(device).toBe("wasm");
  expect(note).toMatch(reason);
});

test("subgroups are asked of real adapters only, limits and 16 bits of all", async () => {
  const asked = async (info: Partial<GPUAdapterInfo>) => {
    const adapter = adapterOf(info);
    stubGpu(adapter);
    await chooseDevice("webgpu", "webgpu");
    return adapter.requestDevice.mock.lastCall as unknown;
  };
  const requiredLimits = { maxBufferSize: 1 };
  expect(await asked(REAL)).toEqual([{ requiredFeatures: ["shader-f16", "subgroups"], requiredLimits }]);
  expect(await asked(SOFTWARE)).toEqual([{ requiredFeatures: ["shader-f16"], requiredLimits }]);
});
