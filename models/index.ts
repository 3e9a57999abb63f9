import type { ModelCard } from "./card";
import { pocketPolicy } from "./pocket-policy";

/** What can run, in the order the page shows it. The first is the default. */
export const MODELS: readonly ModelCard[] = [pocketPolicy];
