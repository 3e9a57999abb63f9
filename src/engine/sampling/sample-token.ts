import type { SamplingOptions } from "../../../workers/protocol";
import { adjust } from "./adjust";
import { notNumbers, nothingLeft } from "./faults";
import { greatestOf } from "./greatest";
import { drawGumbelMax } from "./gumbel-max";
import { MassBins } from "./mass-bins";
import { minPFloor } from "./min-p";
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
  const greatest = greatestOf(logits);
  if (!Number.isFinite(greatest)) throw notNumbers();
  const rate = 1 / draw.options.temperature;
  const bothRates = rate >= 1 && rate <= 2; // Bins of that width serve the model's own distribution too.
  bins.fill(logits, greatest, -Infinity, bothRates ? rate : 1);
  const logPartition = greatest + Math.log(bins.mass(1));

  const id = draw.options.forcedTokens?.[draw.step] ?? choose(logits, draw, greatest, bothRates);
  return { id, logprob: logits[id]! - logPartition, logPartition };
}

/** `top` is the greatest of the model's own logits; `filled`: the bins hold the model's own logits at this draw's rate. */
function choose(
  logits: Float32Array,
  { options, sample, step, seen = [] }: Draw,
  top: number,
  filled: boolean,
): number {
  const adjusted = adjust(logits, options, seen);
  const greatest = adjusted === logits ? top : greatestOf(adjusted);
  if (greatest === -Infinity) throw nothingLeft();
  const likeliest = adjusted.indexOf(greatest);
  if (options.temperature === 0) return likeliest;

  const rate = 1 / options.temperature;
  const key = streamKey(options.seed, sample, step);
  const kFloor = topKFloor(adjusted, options.topK);
  const floor = Math.max(kFloor, minPFloor(greatest, options.minP, rate));
  const drawFrom = (floor: number, many = false) =>
    drawGumbelMax(adjusted, { likeliest, floor, rate, many }, key);
  if (options.topP >= 1) return drawFrom(floor);

  // Who wins among more tokens than top-p keeps has won among those it keeps, if it is one of them: mostly so.
  if (!filled || adjusted !== logits || kFloor > -Infinity) bins.fill(adjusted, greatest, kFloor, rate);
  const nucleus = new Nucleus(bins, options.topP, rate);
  const winner = drawFrom(Math.max(floor, nucleus.roughFloor), nucleus.tokens > logits.length / 8);
  if (nucleus.holds(adjusted[winner]!)) return winner;
  const least = nucleus.floor(adjusted, greatest, kFloor);
  return adjusted[winner]! >= least ? winner : drawFrom(Math.max(floor, least));
}
