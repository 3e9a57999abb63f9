/** The lessons there are, in their order. */
export const LESSONS = [
  { id: "second-sample", title: "What does a second sample buy?" },
  { id: "crowd-wrong", title: "When the crowd is wrong" },
] as const;

export type LessonId = (typeof LESSONS)[number]["id"];
