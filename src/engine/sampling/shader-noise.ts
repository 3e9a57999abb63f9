/** WGSL: the bits and the noise of random-bits.ts and gumbel-max.ts. */
export const shaderNoise = /* wgsl */ `
fn advance(word: u32) -> u32 { return word * 1664525 + 1013904223; }
fn randomBits(token: u32) -> u32 {
  var v = vec3u(row.key0, row.key1, advance(token));
  v.x += v.y * v.z;
  v.y += v.z * v.x;
  v.z += v.x * v.y;
  v ^= v >> vec3u(16);
  return v.x + v.y * v.z;
}
/** Near 1, log may be wrong by 2^-21, which is more than −ln u is; there it is 2·artanh(s), s = (1 − u) / (1 + u). */
fn gumbel(bits: u32) -> f32 {
  let rest = f32(0xffffff - 2 * (bits >> 9)) * 0x1p-24; // 1 − u, exact
  let s = rest / (2 - rest);
  let q = s * s;
  let near = 2 * s * (1 + q * (1.0 / 3 + q * (1.0 / 5 + q * (1.0 / 7 + q / 9))));
  return -log(select(near, -log(1 - rest), rest > 0.25));
}
`;
