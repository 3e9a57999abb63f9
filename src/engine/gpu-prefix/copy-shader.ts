/** What a copy is told, in whole numbers: these five, then five for each entry. */
const CACHE_FIELDS = ["fromRows", "fromCapacity", "intoRows", "intoCapacity", "width"];
export const ENTRY_FIELDS = ["fromRow", "fromPosition", "intoRow", "intoPosition", "count"] as const;

const WORKGROUP = 256;

/** Copies some positions of some rows. Of a key, one number of all positions lies together; of a value, all numbers of a position. */
const SHADER = /* wgsl */ `
override IS_KEY: bool;

@group(0) @binding(0) var<storage, read> source: array<f32>;
@group(0) @binding(1) var<storage, read_write> into: array<f32>;
@group(0) @binding(2) var<storage, read> plan: array<u32>;

fn place(line: u32, capacity: u32, position: u32, at: u32) -> u32 {
  let width = plan[4];
  if (IS_KEY) { return (line * width + at) * capacity + position; }
  return (line * capacity + position) * width + at;
}

@compute @workgroup_size(${WORKGROUP})
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let entry = ${CACHE_FIELDS.length}u + ${ENTRY_FIELDS.length}u * id.z;
  let width = plan[4];
  let count = plan[entry + 4u];
  if (id.x >= count * width) { return; }
  let position = select(id.x / width, id.x % count, IS_KEY);
  let at = select(id.x % width, id.x / count, IS_KEY);
  let head = id.y;
  let from_line = head * plan[0] + plan[entry];
  let into_line = head * plan[2] + plan[entry + 2u];
  into[place(into_line, plan[3], plan[entry + 3u] + position, at)] =
    source[place(from_line, plan[1], plan[entry + 1u] + position, at)];
}`;

export function copyPipelines(device: GPUDevice): { keys: GPUComputePipeline; values: GPUComputePipeline } {
  const module = device.createShaderModule({ code: SHADER });
  const pipeline = (isKey: number) =>
    device.createComputePipeline({ layout: "auto", compute: { module, constants: { IS_KEY: isKey } } });
  return { keys: pipeline(1), values: pipeline(0) };
}

/** For entries of at most so many positions. */
export function workgroupsFor(positions: number, width: number, heads: number, entries: number) {
  return [Math.ceil((positions * width) / WORKGROUP), heads, entries] as const;
}
