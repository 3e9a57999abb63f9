import { GALLERY } from "../lab/gallery";
import type { GalleryCaseId } from "../lab/gallery/item";
import { defaultExperiment } from "./defaults";
import { experimentLink } from "./experiment-link";

const WHAT_HAPPENS: Record<GalleryCaseId, string> = {
  "clear-win": "The first sample is wrong. Sixteen of them vote it down.",
  "wrong-majority": "Most samples make the same mistake, and the vote repeats it.",
  tie: "Two answers have equally many votes: the vote is right half the time.",
  "right-minority": "A few samples are right, and the vote does not listen.",
  "all-wrong": "No sample is right. No way to choose can help.",
  "all-right": "Every sample agrees. Fifteen of them were not needed.",
};

/** Runs worth seeing; each link starts at once. */
export const galleryLinks = GALLERY.map(({ case: id, label, level, problem, n, ...settings }) => {
  const { temperature, topP, seed, maxTokens } = settings;
  const experiment = { ...defaultExperiment, level, problem, samples: n, temperature, topP, seed, maxTokens };
  return {
    label,
    happens: WHAT_HAPPENS[id],
    link: experimentLink(experiment, defaultExperiment, { run: true }),
  };
});
