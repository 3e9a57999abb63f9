export interface NumberSetting {
  /** Its name in the URL. */
  key: string;
  /** Its accessible name on the page. */
  label: string;
  hint: string;
  min: number;
  max: number;
  step: number;
  whole: boolean;
}

export const NUMBER_SETTINGS = {
  samples: {
    key: "n",
    label: "Samples",
    hint: "How many answers to draw",
    min: 1,
    max: 64,
    step: 1,
    whole: true,
  },
  temperature: {
    key: "temperature",
    label: "Temperature",
    hint: "0 is always the likeliest word; higher is bolder",
    min: 0,
    max: 2,
    step: 0.1,
    whole: false,
  },
  topP: {
    key: "top-p",
    label: "Top-p",
    hint: "Draw only from the likeliest words with this share of probability",
    min: 0.01,
    max: 1,
    step: 0.05,
    whole: false,
  },
  seed: {
    key: "seed",
    label: "Seed",
    hint: "The same seed draws the same samples",
    min: 0,
    max: 4294967295,
    step: 1,
    whole: true,
  },
  maxTokens: {
    key: "max-tokens",
    label: "Max tokens",
    hint: "Where a sample that does not end is cut off",
    min: 1,
    max: 4096,
    step: 1,
    whole: true,
  },
} satisfies Record<string, NumberSetting>;

export type NumberName = keyof typeof NUMBER_SETTINGS;

/** `Number` also reads `0x10`, `1e3` and blanks, which nobody means in a link. */
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** A sentence that names the value and the way out, or null if the value is allowed. */
export function complain(
  { label, min, max, whole }: NumberSetting,
  value: string | number | null,
): string | null {
  const range = `${label} must be ${whole ? "a whole number" : "a number"} from ${min} to ${max}`;
  if (value === null || value === "") return `${range}; it is empty.`;
  const number = typeof value === "string" && !DECIMAL.test(value) ? NaN : Number(value);
  if (Number.isNaN(number)) return `${range}; “${value}” is not one.`;
  if (number < min || number > max || (whole && !Number.isInteger(number)))
    return `${range}; ${value} is not.`;
  return null;
}
