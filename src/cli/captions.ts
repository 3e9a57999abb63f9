// Writes the captions that the pocket encoder is trained and tested on: names and keywords of emoji, captions of drawings.
// npm run captions -- --out captions.jsonl
import { createWriteStream } from "node:fs";
import { parseArgs } from "node:util";
import { DRAWINGS } from "../lab/zero-shot/drawings";
import { splitOf } from "../lab/zero-shot/emoji-concept";
import { LANGUAGES } from "../lab/zero-shot/languages";
import { fillTemplate, templatesOf } from "../lab/zero-shot/templates";
import { annotationsIn } from "./captions/annotations";

const { values } = parseArgs({ options: { out: { type: "string" } } });
const out = values.out ? createWriteStream(values.out) : process.stdout;

type Kind = "name" | "keyword" | "sentence" | "drawing";

function write(concept: string, language: string, kind: Kind, text: string, split = "train"): void {
  out.write(`${JSON.stringify({ concept, language, kind, split, text })}\n`);
}

for (const { code } of LANGUAGES) {
  const templates = templatesOf(code);
  for (const { concept, name, keywords } of annotationsIn(code)) {
    const split = splitOf(concept, code);
    write(concept, code, "name", name, split);
    for (const template of templates) write(concept, code, "sentence", fillTemplate(template, name), split);
    for (const keyword of keywords) write(concept, code, "keyword", keyword, split);
  }
  for (const drawing of DRAWINGS) {
    write(drawing.concept, code, "drawing", drawing.caption(code));
  }
}
