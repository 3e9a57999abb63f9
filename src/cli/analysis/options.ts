import { parseArgs } from "node:util";
import { type Mapping, ROLE_LABELS, type Role, ROLES } from "../../lab/imports/roles";
import { type Weighing, WEIGHINGS } from "../../lab/recorded/weighing";
import { numberWithin, oneOf } from "../arguments";

/** What `npm run analyse` reads. */
export interface AnalysisOptions {
  file: string;
  /** Only what was said; the rest is guessed from the file. */
  mapping: Mapping;
  /** Numbers of samples to show beside all of them. */
  ks: number[];
  /** Absent where the scores decide. */
  weighing?: Weighing;
  seed: number;
}

const TEXT = { type: "string" } as const;
const TEXTS = { type: "string", multiple: true } as const;
const WHOLE = { low: 0, high: 1_000_000, whole: true };

/** Throws RangeError with a sentence that names the value and what it may be. */
export function readAnalysisOptions(args: readonly string[]): AnalysisOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { file: TEXT, map: TEXTS, k: TEXT, weights: TEXT, seed: TEXT },
  });
  if (!values.file)
    throw new RangeError("--file is missing: npm run analyse -- --file samples.jsonl names what to read");
  return {
    file: values.file,
    mapping: readMapping(values.map ?? []),
    ks:
      values.k === undefined
        ? []
        : values.k.split(",").map((k) => numberWithin("k", k, 1, { ...WHOLE, low: 1 })),
    ...(values.weights !== undefined && {
      weighing: oneOf("weights", values.weights, WEIGHINGS, (weighing) => weighing),
    }),
    seed: numberWithin("seed", values.seed, 0, WHOLE),
  };
}

/** `question=problem,answer=gt`: roles and their columns. */
function readMapping(parts: readonly string[]): Mapping {
  const mapping: Mapping = {};
  for (const part of parts.flatMap((text) => text.split(","))) {
    const equals = part.indexOf("=");
    const role = part.slice(0, equals).trim();
    if (equals < 0 || (role !== "filter" && !isRole(role))) throw new RangeError(unknownRole(part));
    mapping[role] = part.slice(equals + 1).trim();
  }
  return mapping;
}

const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);

function unknownRole(part: string): string {
  const roles = ROLES.map((role) => `  ${role}=…  ${ROLE_LABELS[role]}`);
  roles.push("  filter=…  of a log of lm-evaluation-harness, the filter whose rows are read");
  return [
    `--map must be role=column, several with commas between; "${part}" is not. The roles are`,
    ...roles,
  ].join("\n");
}
