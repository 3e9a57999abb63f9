/** An estimate with its 95 % confidence interval. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** The standard normal's 97.5 % quantile. */
export const Z95 = 1.959963984540054;
