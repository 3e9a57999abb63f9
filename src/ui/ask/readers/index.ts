// What shows judge and aggregator in Ask: one part, fetched when a run has ended.
export { default as HaveThemRead } from "./HaveThemRead.svelte";
export { default as ReaderRows } from "./ReaderRows.svelte";
export { default as ReadingsPanel } from "./ReadingsPanel.svelte";
