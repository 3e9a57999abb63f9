/** What makes a problem hard. Ranges are inclusive; every number in a problem stays within 1…`largest`. */
export interface Level {
  level: number;
  /** Part of what draws a problem, and never changed: levels may be renumbered, their problems stay. */
  key: string;
  label: string;
  steps: [number, number];
  largest: number;
  distractors: [number, number];
  /** Whether the story may start in another unit (dozens, hours, weeks …). */
  conversions: boolean;
}

// prettier-ignore
export const LEVELS: readonly Level[] = [
  { level: 1, key: "1", label: "1–2 steps, to 20", steps: [1, 2], largest: 20, distractors: [0, 0], conversions: false },
  { level: 2, key: "2", label: "2–3 steps, to 50", steps: [2, 3], largest: 50, distractors: [0, 0], conversions: false },
  { level: 3, key: "2a", label: "2–4 steps, to 50", steps: [2, 4], largest: 50, distractors: [0, 0], conversions: false },
  { level: 4, key: "3", label: "3–4 steps, to 100", steps: [3, 4], largest: 100, distractors: [0, 1], conversions: false },
  { level: 5, key: "4", label: "4–5 steps, to 200", steps: [4, 5], largest: 200, distractors: [0, 1], conversions: false },
  { level: 6, key: "5", label: "4–6 steps, to 500, units", steps: [4, 6], largest: 500, distractors: [0, 2], conversions: true },
  { level: 7, key: "6", label: "5–7 steps, to 999, units", steps: [5, 7], largest: 999, distractors: [1, 2], conversions: true },
  { level: 8, key: "7", label: "6–8 steps, to 999, units", steps: [6, 8], largest: 999, distractors: [1, 3], conversions: true },
];
