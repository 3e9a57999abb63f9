// The inputs and outputs of a rewritten graph beside tokens and logits. Shapes: on WebAssembly; on a GPU, keys have their last
// two dimensions exchanged.

/** By layer: */
export const prefixKey = (layer: number) => `prefix.${layer}.key`; // [kvHeads, prefix, headDim + paths]; GPU: [kvHeads, headDim, prefix]
export const prefixValue = (layer: number) => `prefix.${layer}.value`; // [kvHeads, prefix, headDim]
export const tailKey = (layer: number) => `tail.${layer}.key`; // [kvHeads, rows, tail, headDim]
export const tailValue = (layer: number) => `tail.${layer}.value`;
export const newKey = (layer: number) => `new.${layer}.key`; // [kvHeads, rows, new, headDim]
export const newValue = (layer: number) => `new.${layer}.value`;

/** Of all layers; `asking` is how many of a row's new tokens ask: all of them, and in a trimmed layer those that are kept. */
export const POSITIONS = "position_ids"; // [rows, new]
export const LENGTHS = "attention_lengths"; // [3]: prefix, tail, new
export const KEPT = "num_logits_to_keep"; // []
export const bias = (trimmed: boolean) => (trimmed ? "attention_bias_kept" : "attention_bias"); // [rows, group · asking, tail + new]

/** What hides a prefix from rows that go elsewhere. On WebAssembly: */
export const rowPaths = (trimmed: boolean) => (trimmed ? "row_paths_kept" : "row_paths"); // [kvHeads, rows · group · asking, paths]
/** And on a GPU: */
export const PREFIX_BIAS = "prefix_bias"; // [rows or 1, 1, prefix]
