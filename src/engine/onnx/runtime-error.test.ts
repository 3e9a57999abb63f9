import { Gauge } from "../gauge";
import { expect, test } from "vitest";
import { EngineError, errorCode } from "../../../workers/protocol";
import { asEngineError, SpoiltMemory } from "./runtime-error";

test.each([
  new Error("std::bad_alloc"),
  new RangeError("Array buffer allocation failed"),
  new WebAssembly.RuntimeError("memory access out of bounds"),
  73_406_920, // A C++ exception as onnxruntime-web throws it: its address.
])("%s is told as memory running out, with what to do", async (error) => {
  const told = await asEngineError(error);
  expect(errorCode(told)).toBe("out-of-memory");
  expect((told as Error).message).toMatch(/fewer samples/);
});

test.each(["table index is out of bounds", "WebAssembly.Table.get(): invalid address 5 in funcref table"])(
  "%s is memory that ran out unnoticed, and was spoilt by it",
  async (message) => {
    const told = await asEngineError(new WebAssembly.RuntimeError(message));
    expect(errorCode(told)).toBe("out-of-memory");
    expect(told).toBeInstanceOf(SpoiltMemory);
  },
);

test("other errors stay what they are", async () => {
  const error = new TypeError("x is not a function");
  expect(await asEngineError(error)).toBe(error);
});

const GPU = { adapter: {} as GPUAdapter, device: {} as GPUDevice, buffers: new Gauge("runtime") };

test("on a GPU the device's own reason counts, even when it comes a little later", async () => {
  const lost = new EngineError("device-lost", "gone");
  const failed = new Promise<never>((_, reject) => setTimeout(() => reject(lost), 20));
  expect(await asEngineError(new Error("mapAsync"), { ...GPU, failed })).toBe(lost);
});
