/** WGSL: what all threads of a row come to together, in two barriers. In the same order each time, so in the same bits. */
export const shaderReductions = /* wgsl */ `
var<workgroup> sums: array<vec4f, THREADS>;
var<workgroup> partSums: array<vec4f, 16>;
/** The sum over all threads, for all threads. */
fn sumOf(value: vec4f) -> vec4f {
  sums[thread] = value;
  workgroupBarrier();
  if (thread < 16) {
    var part = vec4f();
    for (var i = 0u; i < THREADS / 16; i++) { part += sums[thread * (THREADS / 16) + i]; }
    partSums[thread] = part;
  }
  workgroupBarrier();
  var all = vec4f();
  for (var i = 0u; i < 16; i++) { all += partSums[i]; }
  return all;
}

/** A key and its token, twice. The greater key wins; of equal ones, the first token. */
fn better(a: vec4u, b: vec4u) -> vec4u {
  let left = a.x > b.x || (a.x == b.x && a.y < b.y);
  let right = a.z > b.z || (a.z == b.z && a.w < b.w);
  return vec4u(select(b.xy, a.xy, left), select(b.zw, a.zw, right));
}
var<workgroup> bests: array<vec4u, THREADS>;
var<workgroup> partBests: array<vec4u, 16>;
fn bestOf(value: vec4u) -> vec4u {
  bests[thread] = value;
  workgroupBarrier();
  if (thread < 16) {
    var part = vec4u(0, NONE, 0, NONE);
    for (var i = 0u; i < THREADS / 16; i++) { part = better(part, bests[thread * (THREADS / 16) + i]); }
    partBests[thread] = part;
  }
  workgroupBarrier();
  var all = vec4u(0, NONE, 0, NONE);
  for (var i = 0u; i < 16; i++) { all = better(all, partBests[i]); }
  return all;
}
`;
