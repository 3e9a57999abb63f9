import type { Fault } from "./row";

/**
 * Called between small pieces of work; what it returns is awaited, so that whoever reads a file decides how long its
 * thread may be busy at a stretch. `undefined` where it is not yet time to let others in.
 */
export type Breathe = () => Promise<void> | undefined;

export interface Reading {
  breathe: Breathe;
  /** Told of every row that is skipped. */
  onFault: (fault: Fault) => void;
  /** Told the filter of every row that has one, also of rows that are left out for another filter's. */
  onFilter?: (filter: string) => void;
}
