import { PbfReader } from "pbf";

/** An ONNX file as far as a rewriter must know it; the rest stays the bytes that it was. Field numbers: onnx.proto3. */
export interface OnnxModel {
  /** The file itself: what is by reference points here. */
  file: Uint8Array;
  irVersion: number;
  /** Version by domain; "" is ONNX's own. */
  opsets: Map<string, number>;
  nodes: OnnxNode[];
  initializers: Initializer[];
  inputs: OnnxValue[];
  outputs: OnnxValue[];
}

export interface OnnxNode {
  operator: string;
  domain: string;
  name: string;
  inputs: string[];
  outputs: string[];
  attributes: Record<string, Attribute>;
  /** Whether it has a graph inside, whose uses of values are not known here. */
  hasGraph?: boolean;
  /** Its message in the file, where it comes from one and was not changed. */
  bytes?: Uint8Array;
}

/** Only what attention and its neighbours have; others keep their place in the bytes alone. */
export type Attribute = { int: number } | { float: number } | { ints: number[] } | { text: string };

/** A constant of the graph. */
export interface Initializer {
  name: string;
  dims: number[];
  type: number;
  /** Its numbers, in the file or apart from it. */
  data: { offset: number; length: number } | undefined;
  bytes: Uint8Array;
}

/** An input or output of the graph. A dimension is a number or a name, which may be empty. */
export interface OnnxValue {
  name: string;
  type: number;
  shape: (number | string)[];
}

export const FLOAT = 1;
export const INT64 = 7;
export const FLOAT16 = 10;

/** The file ends in the middle, or is something else. */
export class NotOnnx extends Error {}

type Fields = Record<number, (reader: PbfReader) => void>;

export function readOnnxModel(file: Uint8Array): OnnxModel {
  const model: OnnxModel = {
    file,
    irVersion: 0,
    opsets: new Map(),
    nodes: [],
    initializers: [],
    inputs: [],
    outputs: [],
  };
  const reader = new PbfReader(file);
  try {
    readMessage(reader, file.length, modelFields(model, reader));
  } catch (error) {
    throw error instanceof NotOnnx ? error : new NotOnnx((error as Error).message);
  }
  return model;
}

function modelFields(model: OnnxModel, reader: PbfReader): Fields {
  return {
    1: () => (model.irVersion = reader.readVarint()),
    7: () => readInner(reader, graphFields(model, reader)),
    8: () => {
      let [domain, version] = ["", 0];
      readInner(reader, {
        1: () => (domain = reader.readString()),
        2: () => (version = reader.readVarint()),
      });
      model.opsets.set(domain === "ai.onnx" ? "" : domain, version);
    },
  };
}

function graphFields(model: OnnxModel, reader: PbfReader): Fields {
  return {
    1: () => model.nodes.push(readNode(reader)),
    5: () => model.initializers.push(readInitializer(reader)),
    11: () => model.inputs.push(readValue(reader)),
    12: () => model.outputs.push(readValue(reader)),
  };
}

function readNode(reader: PbfReader): OnnxNode {
  const node: OnnxNode = { operator: "", domain: "", name: "", inputs: [], outputs: [], attributes: {} };
  node.bytes = readInner(reader, {
    1: () => node.inputs.push(reader.readString()),
    2: () => node.outputs.push(reader.readString()),
    3: () => (node.name = reader.readString()),
    4: () => (node.operator = reader.readString()),
    5: () => (node.hasGraph = readAttribute(reader, node.attributes) || node.hasGraph),
    7: () => (node.domain = reader.readString()),
  });
  return node;
}

/** Returns whether it holds a graph. */
function readAttribute(reader: PbfReader, into: Record<string, Attribute>): boolean {
  let name = "";
  let hasGraph = false;
  let value: Attribute | undefined;
  const ints: number[] = [];
  readInner(reader, {
    1: () => (name = reader.readString()),
    2: () => (value = { float: reader.readFloat() }),
    3: () => (value = { int: reader.readVarint(true) }),
    4: () => (value = { text: reader.readString() }),
    6: () => (hasGraph = true),
    8: () => reader.readPackedVarint(ints, true),
    11: () => (hasGraph = true),
  });
  if (ints.length > 0) value = { ints };
  if (value) into[name] = value;
  return hasGraph;
}

function readInitializer(reader: PbfReader): Initializer {
  const tensor: Initializer = { name: "", dims: [], type: 0, data: undefined, bytes: new Uint8Array() };
  tensor.bytes = readInner(reader, {
    1: () => reader.readPackedVarint(tensor.dims),
    2: () => (tensor.type = reader.readVarint()),
    8: () => (tensor.name = reader.readString()),
    9: () => {
      const { length } = reader.readBytes();
      tensor.data = { offset: reader.pos - length, length };
    },
  });
  return tensor;
}

function readValue(reader: PbfReader): OnnxValue {
  const value: OnnxValue = { name: "", type: 0, shape: [] };
  const shape: Fields = {
    1: () => {
      let dimension: number | string = "";
      readInner(reader, {
        1: () => (dimension = reader.readVarint()),
        2: () => (dimension = reader.readString()),
      });
      value.shape.push(dimension);
    },
  };
  const tensor: Fields = {
    1: () => (value.type = reader.readVarint()),
    2: () => readInner(reader, shape),
  };
  readInner(reader, {
    1: () => (value.name = reader.readString()),
    2: () => readInner(reader, { 1: () => readInner(reader, tensor) }),
  });
  return value;
}

/** Reads a message that stands in another one; returns its bytes, a view of the file. */
function readInner(reader: PbfReader, fields: Fields): Uint8Array {
  const length = reader.readVarint();
  const start = reader.pos;
  readMessage(reader, start + length, fields);
  return reader.buf.subarray(start, start + length);
}

function readMessage(reader: PbfReader, end: number, fields: Fields): void {
  if (end > reader.length) throw new NotOnnx("it ends in the middle");
  for (let field = reader.nextField(end); field; field = reader.nextField(end)) fields[field]?.(reader);
  if (reader.pos !== end) throw new NotOnnx("its parts do not fit into each other");
}
