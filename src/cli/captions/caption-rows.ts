import { DRAWINGS } from "../../lab/zero-shot/drawings";
import { LANGUAGES } from "../../lab/zero-shot/languages";
import { annotationsIn } from "./annotations";

/** Names and keywords of emoji and captions of drawings, in every language of the pocket encoder: a text, a tab and its language a line. */
export function* captionRows(): Generator<string> {
  for (const { code } of LANGUAGES) {
    for (const { name, keywords } of annotationsIn(code))
      for (const text of [name, ...keywords]) yield `${text}\t${code}\n`;
    for (const drawing of DRAWINGS) yield `${drawing.caption(code)}\t${code}\n`;
  }
}
