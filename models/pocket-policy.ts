import type { ModelCard } from "./card";
import {
  architecture,
  contextLength,
  files,
  folder,
  graph,
  id,
  label,
  license,
  parameters,
  preferred,
  recommended,
  role,
} from "./pocket/policy/card.json";

/**
 * What it takes to run it: a first visit does without how it was made and what it scored, which the whole card.json tells.
 * Trained by this repository; models/train/README.md says how.
 */
export const pocketPolicy = {
  ...{ id, label, role, license, architecture, parameters, contextLength },
  ...{ folder, files, graph, preferred, recommended },
} as ModelCard;
