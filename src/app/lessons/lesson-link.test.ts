import { expect, test } from "vitest";
import { type LessonAddress, lessonLink, type LessonPlace, readLesson, wholeNumber } from "./lesson-link";

interface Place extends LessonPlace {
  problems: number;
  draw: number | null;
}
const DEFAULTS: Place = { step: 1, problems: 20, draw: null, recorded: false };
const ADDRESS: LessonAddress<Place> = {
  ...{ id: "second-sample", steps: 6, defaults: DEFAULTS },
  settings: [wholeNumber("problems", "Problems", 2, 100), wholeNumber("draw", "Draw", 1, 99_999)],
};
const read = (query: string) => readLesson(new URLSearchParams(query), ADDRESS);

test("a place written as a link reads back as the same", () => {
  for (const place of [DEFAULTS, { step: 6, problems: 4, draw: 7, recorded: true }]) {
    const link = lessonLink(place, ADDRESS);
    expect(read(link.split("?")[1] ?? "")).toEqual({ place, complaints: [] });
  }
  expect(lessonLink(DEFAULTS, ADDRESS)).toBe("#/lesson/second-sample");
});

test.each(["step=7", "step=0", "step=two", "problems=1", "draw=-1", "recorded=maybe", "n=4"])(
  "%s keeps the default and is complained of",
  (query) => {
    const { place, complaints } = read(query);
    expect(place).toEqual(DEFAULTS);
    expect(complaints).toHaveLength(1);
  },
);

test("a lesson without settings of its own knows its steps and the recorded run, and nothing else", () => {
  const defaults = { step: 1, recorded: false };
  const address: LessonAddress<LessonPlace> = { id: "crowd-wrong", steps: 6, defaults, settings: [] };
  expect(lessonLink({ step: 3, recorded: true }, address)).toBe("#/lesson/crowd-wrong?step=3&recorded=1");
  expect(readLesson(new URLSearchParams("step=3&draw=7"), address)).toMatchObject({
    place: { step: 3 },
    complaints: [{ field: "link" }],
  });
});
