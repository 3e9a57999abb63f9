import type { PictureHeader } from "../headers/picture-header";

/** What was done to a picture that one might not expect, one sentence each. */
export function notesOn(header: PictureHeader): string[] {
  const { frames, bitsPerChannel, alpha, cmyk, profile } = header;
  const notes = [];
  if (frames === undefined) notes.push("It moves: its first picture is used.");
  else if (frames > 1) notes.push(`It moves: the first of its ${frames} frames is used.`);
  if (bitsPerChannel > 8) notes.push(`Its ${bitsPerChannel} bits per colour are reduced to 8.`);
  if (alpha) notes.push("Where it is transparent, it is shown on white.");
  if (cmyk) notes.push("It has four inks, CMYK, which are turned into colours without its profile.");
  else if (profile) notes.push("Its colour profile is not applied.");
  return notes;
}
