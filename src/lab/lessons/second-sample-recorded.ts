import type { RecordedLesson } from "./recorded";
import recorded from "./second-sample.json";

/** Written by `npm run lesson-data`; tests/lesson.test.ts draws the two problems' samples again. Large: import it late. */
export const RECORDED = recorded as RecordedLesson;
