import type { LessonId } from "../../app/lessons/list";

/** Of each lesson's steps, in their order. */
export const HEADINGS: Record<LessonId, readonly string[]> = {
  "second-sample": [
    "One question, one try",
    "The same question again",
    "Sixteen tries and a vote",
    "When a vote cannot help",
    "What it costs",
    "Your own curve",
  ],
  "crowd-wrong": [
    "A crowd that is right",
    "A crowd that is wrong",
    "How often is that?",
    "Somebody who reads",
    "Somebody who judges",
    "For the same price",
  ],
};
