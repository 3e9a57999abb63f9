// One workgroup per row. Logits are compared as integers of the same order, so that every cut is exact to the last bit.
import { shaderLogits } from "./shader-logits";
import { shaderNoise } from "./shader-noise";
import { shaderReductions } from "./shader-reductions";

/** Words of one row's parameters, in this order; floats by their bits. */
export const ROW_FIELDS = [
  "vocabulary",
  "firstLogit", // where the row begins in what is bound, in elements
  "words", // where its bitsets begin, in words
  "forced", // its next token, or NONE
  "key0",
  "key1",
  "rate", // 1 / temperature; 0 takes the likeliest
  "topK",
  "topP",
  "minPReach", // how far below the greatest logit a token may be
  "penaltyAbove", // what logits above 0 of tokens seen before are multiplied by
  "penaltyBelow",
  "hasBans",
] as const;

export const NONE = 0xffffffff;
/** Words of one row's result: id, logprob, log-partition, and what went wrong. */
export const RESULT_WORDS = 4;
export const FAULT = { none: 0, notNumbers: 1, nothingLeft: 2 } as const;

export const samplerShader = /* wgsl */ `
override HALF: bool; // float16 logits, two to a word
override THREADS: u32; // a multiple of 16

struct Row {
  vocabulary: u32, firstLogit: u32, words: u32, forced: u32, key0: u32, key1: u32, rate: f32,
  topK: u32, topP: f32, minPReach: f32, penaltyAbove: f32, penaltyBelow: f32, hasBans: u32,
}
@group(0) @binding(0) var<storage, read> rows: array<Row>;
@group(0) @binding(1) var<storage, read> logits: array<u32>;
@group(0) @binding(2) var<storage, read> banned: array<u32>;
@group(0) @binding(3) var<storage, read_write> seen: array<u32>;
@group(0) @binding(4) var<storage, read_write> ids: array<vec2u>; // int64
@group(0) @binding(5) var<storage, read_write> results: array<vec4u>;

const NONE = ${NONE}u;
var<private> row: Row;
var<private> thread: u32;
${shaderLogits}${shaderReductions}${shaderNoise}
fn weightOf(key: u32, floor: u32, greatest: f32) -> f32 {
  return select(0.0, exp((logitOf(key) - greatest) * row.rate), key != 0 && key >= floor);
}

/**
 * The greatest key such that the tokens at or above it are \`goal\` in number (counting), or hold that share of the mass of
 * those at or above \`floor\`. Two bits per pass over the row. 0 where there are fewer.
 */
fn keyHolding(goal: f32, counting: bool, floor: u32, greatest: f32) -> u32 {
  var least = 0u;
  var needed = goal;
  for (var shift = 30u; shift < 32; shift -= 2) {
    let pivots = vec4u(least) + (vec4u(0, 1, 2, 3) << vec4u(shift));
    var above = vec4f();
    for (var token = thread; token < row.vocabulary; token += 4 * THREADS) {
      let keys = vec4u(key(token), key(token + THREADS), key(token + 2 * THREADS), key(token + 3 * THREADS));
      var weights = select(vec4f(), vec4f(1), keys != vec4u());
      if (!counting) {
        for (var i = 0u; i < 4; i++) { weights[i] = weightOf(keys[i], floor, greatest); }
      }
      for (var i = 0u; i < 4; i++) {
        above[i] += dot(weights, select(vec4f(), vec4f(1), keys >= vec4u(pivots[i])));
      }
    }
    let held = sumOf(above);
    if (!counting && shift == 30) { needed = goal * held.x; }
    least += dot(vec3u(1) << vec3u(shift), select(vec3u(), vec3u(1), held.yzw >= vec3f(needed)));
  }
  return least;
}

@compute @workgroup_size(THREADS)
fn sample(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) index: u32) {
  row = rows[group.x];
  thread = index;
  let drawn = rows[group.x].rate > 0 && rows[group.x].forced == NONE;
  let hasTopK = drawn && rows[group.x].topK > 0;
  let hasTopP = drawn && rows[group.x].topP < 1;

  var best = vec4u(0, NONE, 0, NONE);
  for (var token = thread; token < row.vocabulary; token += THREADS) {
    best = better(best, vec4u(ownKey(token), token, key(token), token));
  }
  best = bestOf(best);
  let ownGreatest = logitOf(best.x);
  let greatest = logitOf(best.z);

  var mass = 0.0;
  for (var token = thread; token < row.vocabulary; token += THREADS) {
    let own = ownKey(token);
    mass += select(0.0, exp(logitOf(own) - ownGreatest), own != 0);
  }
  let logMass = log(sumOf(vec4f(mass, 0, 0, 0)).x);

  var id = select(best.w, row.forced, row.forced != NONE);
  if (drawn) {
    var floor = 1u; // Not what cannot come.
    if (hasTopK) { floor = max(floor, keyHolding(f32(row.topK), true, 0, greatest)); }
    if (hasTopP) { floor = max(floor, keyHolding(row.topP, false, floor, greatest)); }
    floor = min(max(floor, keyOfBits(bitcast<u32>(greatest - row.minPReach))), best.z);
    var winner = vec4u(0, NONE, 0, NONE);
    for (var token = thread; token < row.vocabulary; token += THREADS) {
      let key = key(token);
      if (key < floor) { continue; }
      let score = (logitOf(key) - greatest) * row.rate + gumbel(randomBits(token));
      winner = better(winner, vec4u(0, NONE, keyOfBits(bitcast<u32>(score)), token));
    }
    id = bestOf(winner).w;
  }
  if (thread != 0) { return; }

  var fault = ${FAULT.none}u;
  if (best.x == NOT_NUMBER || best.x == 0) { fault = ${FAULT.notNumbers}; }
  else if (best.z == 0 && row.forced == NONE) { fault = ${FAULT.nothingLeft}; }
  if (fault != ${FAULT.none}) { id = 0; } // The next run may read it before anyone knows.
  let own = ownKey(id);
  let logprob = bitcast<u32>(logitOf(own) - ownGreatest - logMass);
  ids[group.x] = vec2u(id, 0);
  results[group.x] = vec4u(id, select(logprob, MINUS_INFINITY, own == 0), bitcast<u32>(ownGreatest + logMass), fault);
  seen[row.words + (id >> 5)] |= 1u << (id & 31);
}
`;
