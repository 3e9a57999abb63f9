/** Maps a domain of numbers above 0 to pixels, equal ratios to equal lengths. */
export interface LogScale {
  (value: number): number;
  readonly domain: readonly [number, number];
}

export function logScale(domain: readonly [number, number], range: readonly [number, number]): LogScale {
  const [low, high] = domain.map(Math.log) as [number, number];
  const scale = (value: number) =>
    range[0] + ((Math.log(value) - low) / (high - low)) * (range[1] - range[0]);
  return Object.assign(scale, { domain });
}

/** 1, 2, 5, 10, 20 … within the domain; powers of ten only where those would be more than `most`. */
export function decadeTicks([low, high]: readonly [number, number], most = 8): number[] {
  const ticks = (steps: readonly number[]) => {
    const found: number[] = [];
    for (let power = Math.floor(Math.log10(low)); 10 ** power <= high; power++)
      found.push(...steps.map((step) => step * 10 ** power).filter((tick) => tick >= low && tick <= high));
    return found;
  };
  const fine = ticks([1, 2, 5]);
  return fine.length <= most ? fine : ticks([1]);
}

/** `count` numbers from one end to the other, equal ratios apart. */
export function logSteps([low, high]: readonly [number, number], count: number): number[] {
  return Array.from({ length: count }, (_, i) => low * (high / low) ** (i / (count - 1)));
}
