/**
 * Straight alpha over white, in place, by the rounding of Pillow's `alpha_composite`: a colour's weight is kept with 7 bits
 * behind the point, and the sum is divided by 255 as a shift would. // [pixels, 4], red first
 */
export function overWhite(rgba: Uint8ClampedArray): void {
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3]!;
    if (alpha === 255) continue;
    for (let channel = at; channel < at + 3; channel++) {
      rgba[channel] = mix(rgba[channel]!, alpha);
    }
  }
}

const POINT_BITS = 7;

function mix(value: number, alpha: number): number {
  const weight = alpha << POINT_BITS; // Over something opaque the sum of both weights is 255.
  const rest = (255 << POINT_BITS) - weight;
  const sum = value * weight + 255 * rest + (0x80 << POINT_BITS);
  return ((sum >>> 8) + sum) >>> (8 + POINT_BITS);
}
