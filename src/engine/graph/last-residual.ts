import type { OnnxModel, OnnxNode } from "./onnx-model";

const JOINS = new Set(["Add", "SkipSimplifiedLayerNormalization", "SkipLayerNormalization"]);

/**
 * Where the last layer's attention joins the residual: behind that point only those positions matter whose logits are asked
 * for. Undefined where the graph is not of that form, or something behind the point needs all positions.
 */
export function findLastResidual(
  { nodes, initializers }: OnnxModel,
  attentionOutput: string,
): { join: OnnxNode; residual: string } | undefined {
  const constants = new Set(initializers.map(({ name }) => name));
  for (const { inputs, outputs } of nodes) {
    if (inputs.every((input) => constants.has(input))) for (const output of outputs) constants.add(output);
  }

  let value = attentionOutput;
  for (;;) {
    const users = nodes.filter(({ inputs }) => inputs.includes(value));
    if (users.length !== 1) return undefined;
    const [user] = users as [OnnxNode];
    const others = user.inputs.filter((input) => input !== value && input !== "" && !constants.has(input));
    if (others.length === 0 && user.outputs.length === 1) value = user.outputs[0]!;
    else if (others.length === 1 && JOINS.has(user.operator)) {
      const residual = others[0]!;
      return isAloneBehind(nodes, user, constants) ? { join: user, residual } : undefined;
    } else return undefined;
  }
}

/** Whether all that follows `join` depends on it, on constants, and on how many logits to keep, and on nothing else. */
function isAloneBehind(nodes: readonly OnnxNode[], join: OnnxNode, constants: ReadonlySet<string>): boolean {
  const behind = new Set(join.outputs.filter(Boolean));
  const free = new Set([...constants, "num_logits_to_keep", ""]);
  for (const node of nodes) {
    if (node.inputs.every((input) => free.has(input))) for (const output of node.outputs) free.add(output);
  }
  for (const node of nodes.slice(nodes.indexOf(join) + 1)) {
    if (!node.inputs.some((input) => behind.has(input))) continue;
    if (!node.inputs.every((input) => behind.has(input) || free.has(input))) return false;
    for (const output of node.outputs) behind.add(output);
  }
  return true;
}
