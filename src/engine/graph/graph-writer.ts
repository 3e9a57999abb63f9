import { PbfWriter } from "pbf";
import { type Attribute, FLOAT, INT64, type Initializer, type OnnxNode } from "./onnx-model";

/** The operators used here that come with the runtime and not with ONNX. */
const MICROSOFTS = new Set(["FusedMatMul", "RotaryEmbedding"]);

export type Attributes = Record<string, Attribute>;

/** Nodes and constants in the order they are written. */
export class GraphWriter {
  readonly nodes: OnnxNode[] = [];
  readonly constants: Initializer[] = [];
  readonly #shared = new Map<string, string>();

  /** Adds an operator with one output, and returns the output's name. */
  add(operator: string, inputs: string[], attributes: Attributes = {}, output?: string): string {
    const name = output ?? this.#nextName(operator);
    this.#push(operator, inputs, [name], attributes);
    return name;
  }

  /** Parts of a tensor along its last axis. `sizes` names a list of whole numbers. */
  split(value: string, sizes: string, parts: number): string[] {
    const name = this.#nextName("Split");
    const outputs = Array.from({ length: parts }, (_, part) => `${name}:${part}`);
    this.#push("Split", [value, sizes], outputs, { axis: { int: -1 } });
    return outputs;
  }

  /** Along the last axis. */
  concat(values: string[]): string {
    return this.add("Concat", values, { axis: { int: -1 } });
  }

  /** 0 keeps a dimension, and −1 is what is left. */
  reshape(value: string, ...shape: number[]): string {
    return this.add("Reshape", [value, this.ints(...shape)]);
  }

  transpose(value: string, perm: number[], output?: string): string {
    return this.add("Transpose", [value], { perm: { ints: perm } }, output);
  }

  /** A list of whole numbers, as shapes and sizes are given. */
  ints(...values: number[]): string {
    return this.#constant("ints", INT64, [values.length], BigInt64Array.from(values, BigInt));
  }

  /** One number. */
  float(value: number): string {
    return this.#constant("float", FLOAT, [], Float32Array.of(value));
  }

  /** A value that several places use: written when first asked for. */
  once(key: string, write: () => string): string {
    const value = this.#shared.get(key) ?? write();
    this.#shared.set(key, value);
    return value;
  }

  #push(operator: string, inputs: string[], outputs: string[], attributes: Attributes): void {
    const domain = MICROSOFTS.has(operator) ? "com.microsoft" : "";
    this.nodes.push({ operator, domain, name: outputs[0]!, inputs, outputs, attributes });
  }

  #constant(kind: string, type: number, dims: number[], values: BigInt64Array | Float32Array): string {
    return this.once(`${kind} ${values.join(" ")}`, () => {
      const name = `/quorum/${kind}_${this.constants.length}`;
      this.constants.push(tensor(name, type, dims, values));
      return name;
    });
  }

  #nextName(operator: string): string {
    return `/quorum/${operator}_${this.nodes.length}`;
  }
}

function tensor(name: string, type: number, dims: number[], { buffer }: ArrayBufferView): Initializer {
  const writer = new PbfWriter();
  for (const dim of dims) writer.writeVarintField(1, dim);
  writer.writeVarintField(2, type);
  writer.writeStringField(8, name);
  writer.writeBytesField(9, new Uint8Array(buffer));
  return { name, dims, type, data: undefined, bytes: writer.finish() };
}
