/** What a method made of one problem with so many samples to take. */
export interface Outcome {
  /** Expected over fair draws between tied answers; NaN where the method lacks what it needs. */
  accuracy: number;
  /** Generated tokens that it paid for; NaN where they were not recorded. */
  tokens: number;
  /** Those of them that other models wrote about its samples; absent where none were asked. */
  roleTokens?: number;
}

/** What the samples of one problem came to: all that the figures over many problems need of it. */
export interface ProblemOutcome {
  /** Its number in the sweep, from 0. */
  problem: number;
  /** Of a problem that was drawn no further since a method had enough: only the first few, which every problem has. */
  samples: number;
  /** Of the samples. No answer is a wrong one. */
  right: number;
  /** Votes for the answer given most often; 0 where no sample gives one. */
  leading: number;
  /** What the vote of all samples is worth, from 0 to 1: ties are a fair draw. */
  majority: number;
  /** By number of samples k: the mean over all choices of k of the samples. NaN where there are fewer. */
  passAt: readonly number[];
  majorityAt: readonly number[];
  /** By method and by k: with the first k samples, in the order in which they were numbered. */
  methods: readonly (readonly Outcome[])[];
  /** What the vote of the first 1, 2, 3 … samples is worth; only of a problem whose samples were read by another model. */
  votes?: readonly number[];
  /** Of all its samples. */
  sampleTokens?: number;
}

/** The problems of which there are all samples that they will get. */
export interface Outcomes {
  /** The numbers of samples k, ascending. */
  counts: readonly number[];
  /** `reads`: it has another model read the samples. */
  methods: readonly { id: string; label: string; reads?: boolean }[];
  problems: readonly ProblemOutcome[];
}

/** How many samples votes are counted over: the most of any problem. */
export const votedSamples = ({ problems }: Pick<Outcomes, "problems">): number =>
  problems.reduce((most, { samples }) => Math.max(most, samples), 0);
