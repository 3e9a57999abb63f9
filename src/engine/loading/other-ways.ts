// What a pocket model on WebAssembly does without: GPUs, and graphs as they were exported. One import for all, so that it is one
// file; were it several, what they share with the worker would be files too, which each visit would have to wait for.
export { openExported } from "../onnx/open-exported";
export { openSharedOnGpu } from "../onnx/open-shared-on-gpu";
export { findGpu } from "./find-gpu";
export { onGpu } from "./place-on-gpu";
