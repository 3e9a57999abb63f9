import type { DeviceKind } from "../../models/card";
import type { Sample, SamplingOptions } from "../../workers/protocol";

/** `running` is also what a closed page left behind: what it wrote is there, and it can go on. */
export type SweepStatus = "running" | "paused" | "finished" | "failed";

/** One problem set under some methods: what was asked for. What was written is stored sample by sample beside it. */
export interface SweepRecord {
  id: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  appVersion: string;
  status: SweepStatus;
  /** Why it failed, in a sentence. */
  reason?: string;
  spec: SweepSpec;
  /** Ids of the methods for which other models were to read its samples, if any. */
  readFor?: string[];
  /** Time in which samples were written and read, pauses left out. */
  activeMs: number;
}

/** Enough to run it again; never changed. */
export interface SweepSpec {
  /** A card's id, or `folder:` and a name. */
  model: string;
  /** sha256 of the graph that ran, where it is known. */
  modelSha?: string;
  device: DeviceKind;
  problems: GeneratedProblems | ImportedProblems;
  /** Ids of those it was begun for. Where all of them may have enough of a problem early, it is drawn in rounds. */
  methods: string[];
  /** Of each problem, at most. */
  samples: number;
  sampling: Omit<SamplingOptions, "seed">;
  /** What the samples that are written at once may take, where that was said. How many these are decides their last bits. */
  budgetBytes?: number;
}

/** The first `count` held-out problems of a seed. */
export interface GeneratedProblems {
  task: string;
  level: number;
  count: number;
  seed: number;
}

export interface ImportedProblems {
  /** Of the file they came from. */
  name: string;
  items: { question: string; answer: string }[];
  seed: number;
}

/** A sample of one of a sweep's problems, counted from 0. */
export interface SweepSample {
  problem: number;
  written: Sample;
}
