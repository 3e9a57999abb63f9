import { GALLERY } from "../lab/gallery";
import { defaultExperiment } from "./defaults";
import { experimentLink } from "./settings";

/** Links to runs worth seeing, each of which starts at once. */
export const galleryLinks = GALLERY.map(
  ({ label, level, problem, n, temperature, topP, seed, maxTokens }) => ({
    label,
    link: experimentLink(
      { ...defaultExperiment, level, problem, samples: n, temperature, topP, seed, maxTokens },
      defaultExperiment,
      { run: true },
    ),
  }),
);
