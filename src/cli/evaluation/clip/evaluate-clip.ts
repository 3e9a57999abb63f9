import { pocketEncoder } from "../../../../models/encoders";
import { startProgress } from "../progress";
import { LANGUAGES } from "../../../lab/zero-shot/languages";
import { measureEncoder, WAYS } from "./measure-encoder";
import { openEncoder } from "./open-encoder";
import { clipFigures, clipTable } from "./report";
import { readNames } from "./test-set";

/** `npm run eval -- --role clip`: emoji of a design never trained on, each among a hundred labels, language by language. */
export async function evaluateClip({
  count,
  seed,
  roleWeights,
}: {
  count: number;
  seed: number;
  roleWeights?: string;
}): Promise<void> {
  const encoder = await openEncoder(roleWeights);
  const names = readNames();
  const draws = Math.ceil(count / WAYS);
  const progress = startProgress(LANGUAGES.length, "languages");
  let done = 0;
  const measured = await measureEncoder(encoder, names, { draws, seed }, () => progress(++done, 0));
  console.log(clipTable(measured));
  // Of the run with English captions alone the card keeps the figures; its weights do not ship.
  const englishOnly = roleWeights ? undefined : pocketEncoder.scores?.englishOnly;
  console.log(
    JSON.stringify({
      count: draws * WAYS,
      ...clipFigures(measured),
      ...(englishOnly ? { englishOnly } : {}),
    }),
  );
}
