import type { SamplingOptions } from "../../../workers/protocol";
import { adjust } from "./adjust";
import { notNumbers, nothingLeft } from "./faults";
import { drawGumbelMax } from "./gumbel-max";
import { MassBins } from "./mass-bins";
import { minPFloor } from "./min-p";
import { type Peaks, peaksOf } from "./peaks";
import { streamKey } from "./random-bits";
import { topKFloor } from "./top-k";
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

/**
 * Chooses a row's next token: the forced one; else penalty and bans, then at temperature 0 the likeliest, the first of
 * equals; else top-k, top-p and min-p at that temperature, and a draw among what they leave. // [vocab]
 */
export function sampleToken(logits: Float32Array, draw: Draw): DrawnToken {
  const peaks = peaksOf(logits);
  const { greatest } = peaks;
  if (!Number.isFinite(greatest)) throw notNumbers();
  const rate = 1 / draw.options.temperature;
  const bothRates = rate >= 1 / 2 && rate <= 2; // Bins that suit one serve the other.
  bins.fill(logits, greatest, -Infinity, bothRates ? Math.max(1, rate) : 1);
  const logPartition = greatest + Math.log(bins.mass(1));

  const id = draw.options.forcedTokens?.[draw.step] ?? choose(logits, draw, peaks, bothRates);
  return { id, logprob: logits[id]! - logPartition, logPartition };
}

/** `own`: the peaks of the model's own logits. `filled`: the bins hold these, and serve this draw's rate. */
function choose(
  logits: Float32Array,
  { options, sample, step, seen = [] }: Draw,
  own: Peaks,
  filled: boolean,
): number {
  const adjusted = adjust(logits, options, seen);
  const peaks = adjusted === logits ? own : peaksOf(adjusted);
  const { greatest } = peaks;
  if (greatest === -Infinity) throw nothingLeft();
  if (options.temperature === 0) return peaks.likeliest;

  const rate = 1 / options.temperature;
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
