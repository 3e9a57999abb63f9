/** How a method is drawn, in every figure alike. Marker and dash tell it apart where colour does not. */
export interface MethodLook {
  colour: string;
  symbol: "circle" | "diamond2" | "star" | "square" | "triangle" | "cross";
  /** Of its line, in widths of it: drawn, left out …; none is a solid one. */
  dash?: readonly number[];
}

const LOOKS: Readonly<Record<string, MethodLook>> = {
  majority: { colour: "var(--cluster-0)", symbol: "circle" },
  first: { colour: "var(--cluster-1)", symbol: "diamond2" },
  adaptive: { colour: "var(--cluster-2)", symbol: "star" },
  weighted: { colour: "var(--cluster-3)", symbol: "square", dash: [4, 1.5] },
  best: { colour: "var(--cluster-4)", symbol: "triangle", dash: [1.25, 1.25] },
  oracle: { colour: "var(--cluster-5)", symbol: "cross", dash: [3, 1.5, 0.75, 1.5] },
  aggregation: { colour: "var(--cluster-6)", symbol: "star" },
  "iterated-aggregation": { colour: "var(--cluster-6)", symbol: "square", dash: [4, 1.5] },
  "self-selection": { colour: "var(--cluster-6)", symbol: "cross", dash: [1.25, 1.25] },
  "best-of-n": { colour: "var(--cluster-7)", symbol: "triangle" },
  "judge-weighted": { colour: "var(--cluster-7)", symbol: "square", dash: [4, 1.5] },
  pairwise: { colour: "var(--cluster-7)", symbol: "diamond2", dash: [1.25, 1.25] },
};
const OTHER: MethodLook = { colour: "var(--cluster-rest)", symbol: "circle", dash: [2, 2] };

export function methodLook(id: string): MethodLook {
  return LOOKS[id] ?? OTHER;
}
