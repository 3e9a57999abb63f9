import type { ModelFile, Training } from "./card";

/** A picture and text encoder before download. Data only. */
export interface EncoderCard {
  id: string;
  label: string;
  role: "encoder";
  parameters: number;
  license: string;
  /** Folder of the hub layout, relative to the page. */
  folder: string;
  /** Every file of it that is read, relative to `folder`. */
  files: readonly ModelFile[];
  /** Side of the square picture that it sees, in pixels. */
  side: number;
  /** Numbers of an embedding. */
  dim: number;
  /** BCP 47, of those it was trained in. */
  languages: readonly string[];
  training?: Training;
  /** What `npm run eval -- --role clip` found. */
  scores?: Readonly<Record<string, unknown>>;
}
