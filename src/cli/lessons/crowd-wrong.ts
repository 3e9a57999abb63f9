import { MODELS } from "../../../models";
import { equalVotes } from "../../lab/lessons/equal-votes";
import type { RecordedCrowd } from "../../lab/lessons/recorded-crowd";
import { openModel } from "../evaluation/open-model";
import { findStudies } from "./find-studies";
import { measureMany } from "./measure-many";
import { openReaders, READER_IDS } from "./readers";

/** All that “When the crowd is wrong” ships with. */
export async function recordCrowd(): Promise<RecordedCrowd> {
  const { card, model: policy } = await openModel(MODELS[0]!.id);
  const readers = await openReaders();
  const found = await findStudies(policy, card.recommended, readers);
  const many = await measureMany(policy, card.recommended, readers);
  const percent = ({ value }: { value: number }) => `${(100 * value).toFixed(1)} %`;
  for (const { attempts, votes, vote, aggregator } of equalVotes(many))
    console.log(`${attempts} attempts read: ${percent(aggregator)}; ${votes} votes: ${percent(vote)}`);
  return {
    recordedAt: new Date().toISOString().slice(0, 10),
    models: { policy: card.id, ...READER_IDS },
    ...found,
    many,
  };
}
