import { groupAnswers } from "../lab/answers/answer-groups";
import type { Decision } from "../lab/answers/decision";
import { breathing } from "./breathing";

/** Groups a problem's answers while the page stays free; `compared` is what was compared before. */
export const groupBetweenFrames = (answers: readonly string[], compared: Map<string, Decision>) =>
  groupAnswers(answers, { breathe: breathing(), compared });
