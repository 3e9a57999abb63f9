import { expect, test } from "vitest";
import { type LessonPlace, lessonLink, readLesson } from "./lesson-link";

const DEFAULTS: LessonPlace = { step: 1, problems: 20, draw: null, recorded: false };
const read = (query: string) => readLesson(new URLSearchParams(query), DEFAULTS, 6);

test("a place written as a link reads back as the same", () => {
  for (const place of [DEFAULTS, { step: 6, problems: 4, draw: 7, recorded: true }]) {
    const link = lessonLink(place, DEFAULTS);
    expect(read(link.split("?")[1] ?? "")).toEqual({ place, complaints: [] });
  }
  expect(lessonLink(DEFAULTS, DEFAULTS)).toBe("#/lesson/second-sample");
});

test.each(["step=7", "step=0", "step=two", "problems=1", "draw=-1", "recorded=maybe", "n=4"])(
  "%s keeps the default and is complained of",
  (query) => {
    const { place, complaints } = read(query);
    expect(place).toEqual(DEFAULTS);
    expect(complaints).toHaveLength(1);
  },
);
