import type { SamplingOptions } from "../../../workers/protocol";
import { adjust } from "./adjust";
import { notNumbers, nothingLeft } from "./faults";
import { drawGumbelMax } from "./gumbel-max";
import { MassBins } from "./mass-bins";
import { minPFloor } from "./min-p";
import { type Peaks, peaksOf } from "./peaks";
import { streamKey } from "./random-bits";
import { topKFloor } from "./top-k";
import { sumExponentials } from "./sum-exponentials";
import { Nucleus } from "./top-p";

/** Everything besides the logits that a draw depends on. */
export interface Draw {
  options: SamplingOptions;
  sample: number;
  /** How many tokens the sample had before this one. */
  step: number;
  /** Tokens of the prompt and of the sample so far; read where there is a repetition penalty. */
  seen?: Iterable<number>;
}

export interface DrawnToken {
  id: number;
  /** Natural log of the probability the model itself gave it (temperature 1, nothing cut, no penalty). */
  logprob: number;
  /** Log of the sum of the exponentials of the model's own logits: a logit minus this is its token's logprob. */
  logPartition: number;
}

const bins = new MassBins();

/** Up to so many tokens it is faster to sum their exponentials than to sort them into bins and read these. */
const FEW_TOKENS = 4096;

/**
 * Chooses a row's next token: the forced one; else penalty and bans, then at temperature 0 the likeliest, the first of
 * equals; else top-k, top-p and min-p at that temperature, and a draw among what they leave. // [vocab]
 */
export function sampleToken(logits: Float32Array, draw: Draw): DrawnToken {
  const peaks = peaksOf(logits);
  const { greatest } = peaks;
  if (!Number.isFinite(greatest)) throw notNumbers();
  const few = logits.length <= FEW_TOKENS;
  const filled = !few && fillForBoth(logits, greatest, 1 / draw.options.temperature);
  const mass = few ? sumExponentials(logits, greatest) : bins.mass(1);
  const logPartition = greatest + Math.log(mass);

  const id = draw.options.forcedTokens?.[draw.step] ?? choose(logits, draw, peaks, filled);
  return { id, logprob: logits[id]! - logPartition, logPartition };
}

/** Fills the bins for temperature 1; whether they serve the draw's too. */
function fillForBoth(logits: Float32Array, greatest: number, rate: number): boolean {
  const serves = rate >= 1 / 2 && rate <= 2;
  bins.fill(logits, greatest, -Infinity, serves ? Math.max(1, rate) : 1);
  return serves;
}

/** `own`: the peaks of the model's own logits. `filled`: the bins hold these, and serve this draw's rate. */
function choose(
  logits: Float32Array,
  { options, sample, step, seen = [] }: Draw,
  own: Peaks,
  filled: boolean,
): number {
  const { temperature, repetitionPenalty = 1, bannedTokens = [] } = options;
  const isAllowed = repetitionPenalty === 1 && !bannedTokens.includes(own.likeliest);
  if (temperature === 0 && isAllowed) return own.likeliest;
  const adjusted = adjust(logits, options, seen);
  const peaks = adjusted === logits ? own : peaksOf(adjusted);
  const { greatest } = peaks;
  if (greatest === -Infinity) throw nothingLeft();
  if (temperature === 0) return peaks.likeliest;

  const rate = 1 / temperature;
  const key = streamKey(options.seed, sample, step);
  const kFloor = topKFloor(adjusted, options.topK);
  const floor = Math.max(kFloor, minPFloor(greatest, options.minP, rate));
  const drawFrom = (floor: number) => drawGumbelMax(adjusted, { peaks, floor, rate }, key);
  if (options.topP >= 1) return drawFrom(floor);

  // Who wins among more tokens than top-p keeps has won among those it keeps, if it is one of them: mostly so.
  if (!filled || adjusted !== logits || kFloor > -Infinity) bins.fill(adjusted, greatest, kFloor, rate);
  const nucleus = new Nucleus(bins, options.topP, rate);
  const winner = drawFrom(Math.max(floor, nucleus.roughFloor));
  if (nucleus.holds(adjusted[winner]!)) return winner;
  const least = nucleus.floor(adjusted, greatest, kFloor);
  return adjusted[winner]! >= least ? winner : drawFrom(Math.max(floor, least));
}
