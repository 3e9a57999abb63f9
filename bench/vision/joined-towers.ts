import { GraphWriter } from "../../src/engine/graph/graph-writer";
import { FLOAT, type OnnxModel, readOnnxModel } from "../../src/engine/graph/onnx-model";
import { writeOnnxModel } from "../../src/engine/graph/write-onnx-model";
import { withStrings } from "./with-strings";

/** Both towers in one graph that gives the logits too, as exports on the hub have it and transformers.js's pipeline wants it. */
export function joinTowers(image: Uint8Array, text: Uint8Array, scale: number): Uint8Array {
  const [vision, words] = [readOnnxModel(image), inNamespace(readOnnxModel(text), "text_tower/")];
  const writer = new GraphWriter();
  const unit = (value: string) =>
    writer.add("Div", [
      value,
      writer.add("ReduceL2", [value], { axes: { ints: [-1] }, keepdims: { int: 1 } }),
    ]);
  const across = writer.transpose(unit("text_embeds"), [1, 0]);
  const cosines = writer.add("MatMul", [unit("image_embeds"), across]);
  writer.add("Mul", [cosines, writer.float(scale)], {}, "logits_per_image");
  writer.transpose("logits_per_image", [1, 0], "logits_per_text");
  const logits = (name: string, ...shape: string[]) => ({ name, type: FLOAT, shape });
  const model: OnnxModel = {
    ...vision,
    nodes: [...vision.nodes, ...words.nodes, ...writer.nodes],
    initializers: [...vision.initializers, ...words.initializers, ...writer.constants].map((tensor) => ({
      ...tensor,
      data: undefined, // Written as it is, not by reference to a file.
    })),
    inputs: [...words.inputs, ...vision.inputs],
    outputs: [
      logits("logits_per_image", "batch", "texts"),
      logits("logits_per_text", "texts", "batch"),
      ...words.outputs,
      ...vision.outputs,
    ],
  };
  return writeOnnxModel(model, "");
}

/** The same graph with names that no other has, but for those of its inputs and outputs. */
function inNamespace(model: OnnxModel, prefix: string): OnnxModel {
  const own = new Set(["", ...[...model.inputs, ...model.outputs].map(({ name }) => name)]);
  const rename = (name: string) => (own.has(name) ? name : prefix + name);
  if (model.nodes.some(({ hasGraph }) => hasGraph)) throw new Error("a tower has a graph within its graph");
  const batchOfItsOwn = <T extends { shape: (number | string)[] }>(values: readonly T[]) =>
    values.map((value) => ({
      ...value,
      shape: value.shape.map((size) => (size === "batch" ? "texts" : size)),
    }));
  return {
    ...model,
    nodes: model.nodes.map((node) => ({ ...node, bytes: withStrings(node.bytes!, [1, 2, 3], rename) })),
    initializers: model.initializers.map((tensor) => ({
      ...tensor,
      bytes: withStrings(tensor.bytes, [8], rename),
    })),
    inputs: batchOfItsOwn(model.inputs),
    outputs: batchOfItsOwn(model.outputs),
  };
}
