import type { Outcomes } from "../../../metrics/outcomes";
import type { Picked } from "./picked";

/** What each of the figures below the first is given. */
export interface FigureProps {
  outcomes: Outcomes;
  /** How many each problem may have. */
  samples: number;
  onpick?: ((picked: Picked) => void) | undefined;
}
