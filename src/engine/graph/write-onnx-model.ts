import { PbfWriter } from "pbf";
import type { Attribute, Initializer, OnnxModel, OnnxNode, OnnxValue } from "./onnx-model";

/** Below this a constant may be a shape, which the runtime wants to see while it reads the graph. */
const LARGE_BYTES = 1024;

/**
 * The model without its large weights: they stay where they are, in `file` of the model, to which the result refers
 * by the name `weights`. What referred to other files goes on doing so.
 */
export function writeOnnxModel(model: OnnxModel, weights: string): Uint8Array {
  const writer = new PbfWriter();
  writer.writeVarintField(1, model.irVersion);
  writer.writeStringField(2, "quorum");
  writer.writeMessage(7, writeGraph, { model, weights });
  for (const opset of model.opsets) writer.writeMessage(8, writeOpset, opset);
  return writer.finish();
}

function writeOpset([domain, version]: [string, number], writer: PbfWriter): void {
  writer.writeStringField(1, domain);
  writer.writeVarintField(2, version);
}

function writeGraph({ model, weights }: { model: OnnxModel; weights: string }, writer: PbfWriter): void {
  for (const node of model.nodes) {
    if (node.bytes) writer.writeBytesField(1, node.bytes);
    else writer.writeMessage(1, writeNode, node);
  }
  writer.writeStringField(2, "main_graph");
  for (const tensor of model.initializers) {
    if (tensor.data && tensor.data.length >= LARGE_BYTES) {
      writer.writeMessage(5, writeReference, { tensor, weights });
    } else {
      writer.writeBytesField(5, tensor.bytes);
    }
  }
  for (const value of model.inputs) writer.writeMessage(11, writeValue, value);
  for (const value of model.outputs) writer.writeMessage(12, writeValue, value);
}

function writeNode(node: OnnxNode, writer: PbfWriter): void {
  for (const input of node.inputs) writer.writeStringField(1, input);
  for (const output of node.outputs) writer.writeStringField(2, output);
  writer.writeStringField(3, node.name);
  writer.writeStringField(4, node.operator);
  for (const attribute of Object.entries(node.attributes)) writer.writeMessage(5, writeAttribute, attribute);
  writer.writeStringField(7, node.domain);
}

/** `type` says which of the fields holds the value. */
function writeAttribute([name, value]: [string, Attribute], writer: PbfWriter): void {
  writer.writeStringField(1, name);
  if ("float" in value) {
    writer.writeFloatField(2, value.float);
    writer.writeVarintField(20, 1);
  } else if ("int" in value) {
    writer.writeVarintField(3, value.int);
    writer.writeVarintField(20, 2);
  } else if ("text" in value) {
    writer.writeStringField(4, value.text);
    writer.writeVarintField(20, 3);
  } else {
    for (const int of value.ints) writer.writeVarintField(8, int);
    writer.writeVarintField(20, 7);
  }
}

function writeReference(
  { tensor, weights }: { tensor: Initializer; weights: string },
  writer: PbfWriter,
): void {
  for (const dim of tensor.dims) writer.writeVarintField(1, dim);
  writer.writeVarintField(2, tensor.type);
  writer.writeStringField(8, tensor.name);
  const { offset, length } = tensor.data!;
  const reference = { location: weights, offset: `${offset}`, length: `${length}` };
  for (const entry of Object.entries(reference)) writer.writeMessage(13, writeEntry, entry);
  writer.writeVarintField(14, 1); // EXTERNAL
}

function writeEntry([key, value]: [string, string], writer: PbfWriter): void {
  writer.writeStringField(1, key);
  writer.writeStringField(2, value);
}

function writeValue({ name, type, shape }: OnnxValue, writer: PbfWriter): void {
  writer.writeStringField(1, name);
  writer.writeMessage(2, writeType, { type, shape });
}

function writeType(type: Pick<OnnxValue, "type" | "shape">, writer: PbfWriter): void {
  writer.writeMessage(1, writeTensorType, type);
}

function writeTensorType({ type, shape }: Pick<OnnxValue, "type" | "shape">, writer: PbfWriter): void {
  writer.writeVarintField(1, type);
  writer.writeMessage(2, writeShape, shape);
}

function writeShape(shape: OnnxValue["shape"], writer: PbfWriter): void {
  for (const dimension of shape) writer.writeMessage(1, writeDimension, dimension);
}

function writeDimension(dimension: number | string, writer: PbfWriter): void {
  if (typeof dimension === "number") writer.writeVarintField(1, dimension);
  else if (dimension) writer.writeStringField(2, dimension);
}
