/** A decoded picture takes four bytes a pixel: 256 MB at this size. */
export const MOST_PIXELS = 64_000_000;
/** What browsers can draw: beyond it they give nothing, without a word. */
export const LONGEST_SIDE = 32_767;
/** A file is read whole. */
export const MOST_BYTES = 256_000_000;
