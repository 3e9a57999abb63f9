import type { MethodLook } from "./method-colours";

/** A judge in a picture. */
export interface NamedJudge {
  id: string;
  label: string;
}

const LOOKS: readonly MethodLook[] = [
  { colour: "var(--cluster-0)", symbol: "circle" },
  { colour: "var(--cluster-1)", symbol: "diamond2" },
  { colour: "var(--cluster-2)", symbol: "square" },
  { colour: "var(--cluster-3)", symbol: "triangle" },
  { colour: "var(--cluster-5)", symbol: "cross" },
];

/** By its place among those shown. */
export const judgeLook = (place: number): MethodLook => LOOKS[place % LOOKS.length]!;
