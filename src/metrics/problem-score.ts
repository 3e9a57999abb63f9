/** How N samples of one problem turned out, as far as the figures over many problems need it. */
export interface ProblemScore {
  samples: number;
  right: number;
  /** Expected accuracy of the majority vote over all samples, ties as a fair draw. */
  majority: number;
  /** Samples that ended by themselves with an answer in the form they were taught. */
  parsed: number;
}
