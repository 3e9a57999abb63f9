// Where a learner stands is the address: `#/lesson/second-sample?step=3`.
import type { Complaint } from "../complaints.svelte";
import { LinkReader } from "../link-reader";
import { complain, type NumberSetting } from "../number-settings";

export interface LessonPlace {
  /** From 1. */
  step: number;
  /** Of the learner's own curve. */
  problems: number;
  /** Which problems: the same number draws the same ones. Null: whichever. */
  draw: number | null;
  /** Whether recorded samples are asked for. */
  recorded: boolean;
}

const whole = (key: string, label: string, min: number, max: number): NumberSetting => ({
  ...{ key, label, min, max },
  hint: "",
  step: 1,
  whole: true,
});
const ROOT = "#/lesson/second-sample";
const KNOWN = new Set(["step", "problems", "draw", "recorded"]);

/** Reads a link. What is unknown or not allowed keeps its default and is complained of by name. */
export function readLesson(params: URLSearchParams, defaults: LessonPlace, steps: number) {
  const link = new LinkReader(params);
  const number = (setting: NumberSetting) => {
    const text = link.checked(setting.key, "link", (value) => complain(setting, value));
    return text === undefined ? undefined : Number(text);
  };
  const place: LessonPlace = {
    step: number(whole("step", "Step", 1, steps)) ?? defaults.step,
    problems: number(whole("problems", "Problems", 2, 100)) ?? defaults.problems,
    draw: number(whole("draw", "Draw", 1, 99_999)) ?? defaults.draw,
    recorded: link.oneOf("recorded", ["0", "1"]) === "1",
  };
  link.complainOfOthers(KNOWN);
  return { place, complaints: link.complaints as readonly Complaint[] };
}

/** The link of a place: only what differs from the defaults. */
export function lessonLink(place: LessonPlace, defaults: LessonPlace): string {
  const params = new URLSearchParams();
  if (place.step !== defaults.step) params.set("step", `${place.step}`);
  if (place.problems !== defaults.problems) params.set("problems", `${place.problems}`);
  if (place.draw !== null) params.set("draw", `${place.draw}`);
  if (place.recorded) params.set("recorded", "1");
  return params.size > 0 ? `${ROOT}?${params}` : ROOT;
}
