/** One run worth seeing, as the settings that repeat it exactly on the model it was found with. */
export interface GalleryItem {
  case: GalleryCaseId;
  label: string;
  model: string;
  level: number;
  problem: number;
  n: number;
  temperature: number;
  topP: number;
  seed: number;
  maxTokens: number;
}

export type GalleryCaseId =
  "clear-win" | "wrong-majority" | "tie" | "right-minority" | "all-wrong" | "all-right";
