import { meanDirection } from "./classify";
import type { Label } from "./label";
import { fillTemplate, templatesOf } from "./templates";

/** How a label is put to the text tower. */
export type Wording =
  | { kind: "bare" | "template" | "ensemble" }
  | { kind: "question"; /** Labels are its options. `{}` is where one goes. */ question: string };

/** The texts of a label: itself, its language's first template, itself and all of them, or the question with it. */
export function textsOf({ text, language }: Label, wording: Wording): string[] {
  if (wording.kind === "bare") return [text];
  if (wording.kind === "question") return [answered(wording.question, text)];
  const filled = templatesOf(language).map((template) => fillTemplate(template, text));
  return wording.kind === "template" ? filled.slice(0, 1) : [text, ...filled];
}

/** A question with one of its options: where it has no place for it, behind it, as MetaCLIP 2 puts those of CVQA. */
export function answered(question: string, option: string): string {
  return question.includes("{}") ? fillTemplate(question, option) : `${question} ${option}`.trim();
}

/** One vector for each label: the mean direction of its texts' vectors, as CLIP's ensembles are. */
export function labelVectors(
  labels: readonly Label[],
  wording: Wording,
  vectorOf: (text: string) => Float32Array,
): Float32Array[] {
  return labels.map((label) => meanDirection(textsOf(label, wording).map(vectorOf)));
}
