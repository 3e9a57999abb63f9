import type { Found } from "./answer";
import { trimmed } from "./trimmed";

/** How an answer is announced, in English and in other languages; a line of its own may be `Answer:` or a heading. */
const PHRASE = new RegExp(
  [
    String.raw`(?<!\p{L})(?:the|my) (?:(?:final|correct|best|right) )?(?:answer|option|choice)(?: to (?:the|this) (?:question|problem))?` +
      String.raw` (?:is|would be|should be)(?!\p{L})(?: therefore| thus| then)?`,
    String.raw`^[ \t#>*_]{0,9}(?:final |correct )?answer[*_ ]{0,4}(?:[:：]|\n)`,
    String.raw`答案(?:应该)?(?:是|为|為|[:：])|答え?(?:は|[:：])|(?:정답|답)(?:은|[:：])`,
    String.raw`(?<!\p{L})(?:la respuesta(?: \p{L}+)? es|la réponse(?: \p{L}+)? est|die(?: \p{L}+)? antwort (?:ist|lautet)|a resposta(?: \p{L}+)? é)` +
      String.raw`(?!\p{L})(?: donc| entonces| also| portanto)?`,
    String.raw`(?<!\p{L})(?:respuesta|réponse|antwort|resposta|risposta|ответ|الجواب|الإجابة|उत्तर) ?(?:[:：—]|هو|هي)`,
  ].join("|"),
  "gimu",
);
/** A sentence ends, or goes on to say why. A full stop inside a number ends neither. */
// Spaces are looked at from the first of a run only, so that a long run does not take quadratic time.
const END =
  /[.!?;](?=[\s*_]|$)|[。！？；।]|\n|,?(?<!\s)\s+(?:because|since|so|which|not)\b|(?<!\s)\s+(?:\((?:because|since|as|or|i\.e)\b|です|है)/i;
/** What stands before an answer that is a choice, and behind one without a space. */
const BEFORE = /^[\s*_:：]*(?:(?:option|choice|letter)\s+(?=[*(]*[A-J]\b))?/i;
const AFTER = /(?:입니다|이다|です|になります)$/;

/** What follows the last time that an answer is announced, as far as the sentence goes. */
export function findProseForm(text: string): Found | null {
  for (const match of [...text.matchAll(PHRASE)].reverse()) {
    const said = match.index + match[0].length;
    const start = said + BEFORE.exec(text.slice(said))![0].length; // "The answer is:" may put the answer on the next line.
    const rest = text.slice(start);
    const sentence = rest.slice(0, END.exec(rest)?.index).replace(AFTER, "");
    const found = trimmed(text, start, start + sentence.length);
    if (found) return found;
  }
  return null;
}
