import { meanDirection } from "./classify";
import type { Label } from "./label";
import { fillTemplate, templatesOf } from "./templates";

/** How a label is put to the text tower. */
export type Wording = "bare" | "template" | "ensemble";

/** The texts of a label: itself, its language's first template, or itself and all of them. */
export function textsOf({ text, language }: Label, wording: Wording): string[] {
  const filled = templatesOf(language).map((template) => fillTemplate(template, text));
  if (wording === "bare") return [text];
  return wording === "template" ? filled.slice(0, 1) : [text, ...filled];
}

/** One vector for each label: the mean direction of its texts' vectors, as CLIP's ensembles are. */
export function labelVectors(
  labels: readonly Label[],
  wording: Wording,
  vectorOf: (text: string) => Float32Array,
): Float32Array[] {
  return labels.map((label) => meanDirection(textsOf(label, wording).map(vectorOf)));
}
