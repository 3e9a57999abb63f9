import type { StepWeights } from "../../../workers/protocol/measure";
import {
  FLOAT,
  FLOAT16,
  type Initializer,
  NotOnnx,
  type OnnxModel,
  type OnnxNode,
  readOnnxModel,
} from "./onnx-model";

/** Inputs that an operator multiplies by. */
const FACTORS: Record<string, number[]> = { MatMul: [0, 1], Gemm: [1], MatMulNBits: [1, 2, 3] };
/** Operators on weights that are done once, when the session is made. */
const FOLDED = new Set(["Cast", "Transpose", "Reshape", "Identity"]);
const BYTES: Record<number, number> = { [FLOAT]: 4, [FLOAT16]: 2, 2: 1, 3: 1, 16: 2 }; // u8, i8, bfloat16

/** Of a graph file; undefined where it cannot be read, or holds no weights. */
export function weightsOf(graph: Uint8Array): StepWeights | undefined {
  try {
    const weights = countWeights(readOnnxModel(graph));
    return weights.bytes > 0 ? weights : undefined;
  } catch (error) {
    if (error instanceof NotOnnx) return undefined; // Whoever runs it says it better.
    throw error;
  }
}

/** What one decode step multiplies by, as the runtime holds it: what is cast to float takes four bytes from then on. */
export function countWeights(model: OnnxModel): StepWeights {
  const initializers = new Map(model.initializers.map((initializer) => [initializer.name, initializer]));
  const makers = new Map(
    model.nodes.flatMap((node) => node.outputs.map((output) => [output, node] as const)),
  );
  const counted = new Map<string, StepWeights>();

  for (const node of model.nodes) {
    for (const index of FACTORS[node.operator] ?? []) {
      const found = traceBack(node.inputs[index] ?? "", makers, initializers);
      if (!found) continue;
      const { initializer, isCastToFloat } = found;
      const elements = initializer.dims.reduce((product, dim) => product * dim, 1);
      const bytes = elements * (isCastToFloat ? 4 : (BYTES[initializer.type] ?? 0));
      const perElement = node.operator === "MatMulNBits" ? packed(node, index) : 1;
      counted.set(initializer.name, { parameters: elements * perElement, bytes });
    }
  }
  return [...counted.values()].reduce(
    (sum, { parameters, bytes }) => ({ parameters: sum.parameters + parameters, bytes: sum.bytes + bytes }),
    { parameters: 0, bytes: 0 },
  );
}

/** Weights per byte of a packed matrix; its scales and zero points are no weights of their own. */
function packed({ attributes: { bits } }: OnnxNode, index: number): number {
  if (index !== 1) return 0;
  return 8 / (bits && "int" in bits ? bits.int : 4);
}

function traceBack(
  name: string,
  makers: ReadonlyMap<string, OnnxNode>,
  initializers: ReadonlyMap<string, Initializer>,
): { initializer: Initializer; isCastToFloat: boolean } | undefined {
  let isCastToFloat = false;
  for (let at = name; ;) {
    const initializer = initializers.get(at);
    if (initializer) return { initializer, isCastToFloat };
    const node = makers.get(at);
    if (!node || !FOLDED.has(node.operator)) return undefined;
    const { to } = node.attributes;
    isCastToFloat ||= node.operator === "Cast" && to !== undefined && "int" in to && to.int === FLOAT;
    at = node.inputs[0]!;
  }
}
