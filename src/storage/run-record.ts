import type { DeviceKind } from "../../models/card";
import type { Sample, SamplingOptions } from "../../workers/protocol";

export type RunStatus = "running" | "finished" | "stopped" | "failed";

/** One execution of one question: what was asked for, and all that came of it. What can be computed is not stored. */
export interface RunRecord {
  id: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  appVersion: string;
  status: RunStatus;
  /** Why it failed, or was stopped by other than the user, in a sentence. */
  reason?: string;
  spec: RunSpec;
  timings: RunTimings;
  /** In the order of their numbers; as far as they were written when the run was last saved. */
  samples: Sample[];
  /** What other models wrote about the samples; absent while none has read them. */
  readings?: RunReadings;
}

/** Enough to see again without any model what those who read the samples made of them. */
export interface RunReadings {
  /** Ids of the methods that came to their end. */
  methods: string[];
  /** Whose readings they are: a card's id, or `folder:` and a name. */
  models: Partial<Record<RoleName, string>>;
  exchanges: RoleExchange[];
}

export type RoleName = "aggregator" | "judge";

/** What a role was asked, and wrote. */
export interface RoleExchange {
  role: RoleName;
  temperature: number;
  prompt: string;
  samples: Sample[];
  /** From reading the prompt to the last token. */
  ms: number;
  promptTokens: number;
}

/** Enough to run it again. */
export interface RunSpec {
  /** A card's id, or `folder:` and a name. */
  model: string;
  /** sha256 of the graph that ran, where it is known. */
  modelSha?: string;
  device: DeviceKind;
  question: string;
  /** The right answer, where it is known. */
  expected?: string;
  /** Where the question was generated: the problem of this task, level and number. */
  task?: string;
  level?: number;
  problem?: number;
  sampling: SamplingOptions;
  /** How many were asked for. */
  samples: number;
}

/** Absent is what the run did not get as far as, or, for loading, did not need. */
export interface RunTimings {
  loadMs?: number;
  prefillMs?: number;
  totalMs?: number;
  promptTokens?: number;
}
