/** Where one of the files lies that a build makes of Unicode's data (src/cli/build/captions-file.ts). */
export const captionFile = (name: "captions.tsv" | "names.tsv" | "LICENSE.txt"): string =>
  new URL(`captions/${name}`, document.baseURI).href;
