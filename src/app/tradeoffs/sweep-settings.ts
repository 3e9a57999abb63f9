// What a sweep asks for is one record, and the record is a link (sweep-link.ts).
import { MODELS } from "../../../models";
import { METHODS } from "../../lab/methods";
import { wordProblems } from "../../lab/tasks/word-problems";
import { NUMBER_SETTINGS, type NumberSetting } from "../number-settings";
import type { Device } from "../settings";

export const SWEEP_NUMBERS = {
  count: {
    key: "count",
    label: "Problem count",
    hint: "How many problems to ask; more make the intervals narrower",
    min: 1,
    max: 10_000,
    step: 1,
    whole: true,
  },
  samples: { ...NUMBER_SETTINGS.samples, hint: "How many answers to draw for each problem" },
  seed: {
    ...NUMBER_SETTINGS.seed,
    label: "Problem seed",
    hint: "Another seed asks other problems",
    max: 99_999,
  },
  temperature: NUMBER_SETTINGS.temperature,
  topP: NUMBER_SETTINGS.topP,
  maxTokens: NUMBER_SETTINGS.maxTokens,
} satisfies Record<string, NumberSetting>;

export type SweepNumber = keyof typeof SWEEP_NUMBERS;

export interface SweepSettings extends Record<SweepNumber, number> {
  /** Of the generated problems, or null for those that were imported. */
  level: number | null;
  /** Ids of the methods to be shown. All are worked out: they share their samples. */
  methods: readonly string[];
  model: string;
  device: Device;
  /** As it is written (memory-setting.ts); empty is automatic. */
  memory: string;
}

/** While the fields are being edited a number may be missing. */
export type SweepDraft = Omit<SweepSettings, SweepNumber> & Record<SweepNumber, number | null>;

const model = MODELS[0]!;

export const defaultSweep: SweepSettings = {
  level: wordProblems.defaultLevel,
  count: 50,
  samples: 16,
  seed: 0,
  methods: METHODS.map(({ id }) => id),
  model: model.id,
  device: "auto",
  memory: "",
  ...model.recommended,
};
