import { expect, test } from "vitest";
import { recordedWords } from "./recorded-words";

const origin = {
  model: "pocket-policy",
  device: "wasm",
  version: "0.1.0",
  createdAt: 1_795_478_400_000,
} as const;

test("recorded results name what made them, and when", () => {
  expect(recordedWords({ ...origin, seed: 0 }, "en-GB")).toBe(
    "pocket-policy, seed 0, WASM, Quorum 0.1.0, 24 Nov 2026",
  );
  expect(recordedWords({ ...origin, device: "webgpu" }, "en-GB")).toBe(
    "pocket-policy, WebGPU, Quorum 0.1.0, 24 Nov 2026",
  );
});
