import recorded from "./crowd-wrong.json";
import type { RecordedCrowd } from "./recorded-crowd";

/** Written by `npm run lesson-data -- crowd-wrong`. Large: import it late. */
export const RECORDED_CROWD = recorded as RecordedCrowd;
