import type { Breathe } from "../breathe";
import type { Fault } from "./row";

export type { Breathe };

export interface Reading {
  breathe: Breathe;
  /** Told of every row that is skipped. */
  onFault: (fault: Fault) => void;
  /** Told the filter of every row that has one, also of rows that are left out for another filter's. */
  onFilter?: (filter: string) => void;
}
