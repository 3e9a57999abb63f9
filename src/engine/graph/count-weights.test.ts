import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pocketPolicy } from "../../../models/pocket-policy";
import { countWeights } from "./count-weights";
import { readOnnxModel } from "./onnx-model";

const count = (path: string) => countWeights(readOnnxModel(readFileSync(path)));
const NORMS = 11 * 192; // multiplied by, but not matrices

test("the pocket policy's matrices are its parameters but for the norms, four bytes each after the cast", () => {
  const { parameters, bytes } = count("models/pocket/policy/onnx/model.onnx");
  expect(parameters).toBe(pocketPolicy.parameters - NORMS);
  expect(bytes).toBe(4 * parameters);
});

test("four bits: as many parameters, in about an eighth of the bytes", () => {
  const { parameters, bytes } = count("models/pocket/policy/onnx/model_q4.onnx");
  expect(parameters).toBe(pocketPolicy.parameters - NORMS);
  expect(bytes / parameters).toBeGreaterThan(0.5);
  expect(bytes / parameters).toBeLessThan(1);
});
