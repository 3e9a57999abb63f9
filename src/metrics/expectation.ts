/** A mean over chance: exact, or estimated from random draws. */
export interface Expectation {
  value: number;
  /** Of the estimate, in the unit of the value; 0 where the value is exact. */
  standardError: number;
}

export const exactly = (value: number): Expectation => ({ value, standardError: 0 });
