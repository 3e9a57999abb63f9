import type { Breathe } from "../breathe";
import type { Fault } from "./row";

export type { Breathe };

export interface Reading {
  breathe: Breathe;
  /** Told of every row that is skipped. */
  onFault: (fault: Fault) => void;
}
