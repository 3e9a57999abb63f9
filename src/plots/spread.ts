/**
 * Heights for labels that all stand at least `gap` apart between `top` and `bottom`, as near as can be to those wanted (by
 * least squares: isotonic regression of what is left of each height when the gaps before it are taken away).
 */
export function spread(wanted: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  const blocks: { sum: number; count: number }[] = [];
  const mean = ({ sum, count }: { sum: number; count: number }) => sum / count;
  order.forEach((label, rank) => {
    let block = { sum: wanted[label]! - rank * gap, count: 1 };
    while (blocks.length > 0 && mean(blocks.at(-1)!) > mean(block)) {
      const above = blocks.pop()!;
      block = { sum: above.sum + block.sum, count: above.count + block.count };
    }
    blocks.push(block);
  });
  const lowest = bottom - (wanted.length - 1) * gap;
  const starts = blocks.flatMap((block) => Array<number>(block.count).fill(mean(block)));
  const heights = starts.map((start, rank) => Math.max(top, Math.min(lowest, start)) + rank * gap);
  return wanted.map((_, label) => heights[order.indexOf(label)]!);
}
