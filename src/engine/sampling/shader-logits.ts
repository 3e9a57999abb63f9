/** WGSL: a token's logit as an integer of the same order. 0 cannot come; what is not a number is above all others. */
export const shaderLogits = /* wgsl */ `
const INFINITY = 0x7f800000u; // by its bits: a literal cannot say it
const MINUS_INFINITY = 0xff800000u;
const NOT_NUMBER = 0xffffffffu;

fn bitsOfLogit(token: u32) -> u32 {
  let at = row.firstLogit + token;
  if (!HALF) { return logits[at]; }
  let half = extractBits(logits[at >> 1], 16 * (at & 1), 16);
  if ((half & 0x7c00) == 0x7c00) { return ((half & 0x8000) << 16) | INFINITY | ((half & 0x3ff) << 13); }
  return bitcast<u32>(unpack2x16float(half).x);
}

fn keyOfBits(bits: u32) -> u32 {
  let magnitude = bits & 0x7fffffff;
  if (magnitude > INFINITY || bits == INFINITY) { return NOT_NUMBER; }
  if (magnitude == INFINITY) { return 0; }
  return select(bits | 0x80000000, ~bits, bits > 0x80000000);
}
fn logitOf(key: u32) -> f32 {
  return bitcast<f32>(select(~key, key & 0x7fffffff, key >= 0x80000000));
}

/** The key of the model's own logit. */
fn ownKey(token: u32) -> u32 {
  if (token >= row.vocabulary) { return 0; }
  return keyOfBits(bitsOfLogit(token));
}
/** The key of what is drawn from: with the penalty, without the banned. */
fn key(token: u32) -> u32 {
  let own = ownKey(token);
  let word = row.words + (token >> 5);
  let bit = 1u << (token & 31);
  if (own == 0 || (row.hasBans != 0 && (banned[word] & bit) != 0)) { return 0; }
  if (row.penaltyBelow == 1 || (seen[word] & bit) == 0) { return own; }
  let logit = logitOf(own);
  return keyOfBits(bitcast<u32>(logit * select(row.penaltyAbove, row.penaltyBelow, logit < 0)));
}
`;
