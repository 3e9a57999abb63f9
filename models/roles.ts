import type { ModelCard } from "./card";
import aggregator from "./pocket/aggregator/card.json";
import judge from "./pocket/judge/card.json";
import judgeUntrained from "./pocket/judge-untrained/card.json";

/** Models that read what a policy wrote, trained by this repository. Apart from the policies, which a first visit needs. */
export const ROLE_MODELS = { aggregator: aggregator as ModelCard, judge: judge as ModelCard };

/** The judge before reinforcement learning: it knows the form of a judgement and nothing else. */
export const judgeBefore = judgeUntrained as ModelCard;

/** All that read what others wrote, in the order the page shows them. */
export const READERS: readonly ModelCard[] = [...Object.values(ROLE_MODELS), judgeBefore];
