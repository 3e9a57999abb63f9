// Where a learner stands is the address: `#/lesson/second-sample?step=3`.
import type { Complaint } from "../complaints.svelte";
import { LinkReader } from "../link-reader";
import { complain, type NumberSetting } from "../number-settings";
import type { LessonId } from "./list";

export interface LessonPlace {
  /** From 1. */
  step: number;
  /** Whether recorded samples are asked for. */
  recorded: boolean;
}

/** What a lesson's address may say; a place has a number, or null, for each of the settings. */
export interface LessonAddress<Place extends LessonPlace> {
  id: LessonId;
  steps: number;
  defaults: Place;
  settings: readonly NumberSetting[];
}

/** A setting that has no field on the page. */
export const wholeNumber = (key: string, label: string, min: number, max: number): NumberSetting => ({
  ...{ key, label, min, max },
  hint: "",
  step: 1,
  whole: true,
});

/** Reads a link. What is unknown or not allowed keeps its default and is complained of by name. */
export function readLesson<Place extends LessonPlace>(
  params: URLSearchParams,
  { steps, defaults, settings }: LessonAddress<Place>,
) {
  const link = new LinkReader(params);
  const numbers = [wholeNumber("step", "Step", 1, steps), ...settings].flatMap((setting) => {
    const text = link.checked(setting.key, "link", (value) => complain(setting, value));
    return text === undefined ? [] : [[setting.key, Number(text)] as const];
  });
  const recorded = link.oneOf("recorded", ["0", "1"]) === "1";
  const place: Place = { ...defaults, ...Object.fromEntries(numbers), recorded };
  link.complainOfOthers(new Set(["step", "recorded", ...settings.map(({ key }) => key)]));
  return { place, complaints: link.complaints as readonly Complaint[] };
}

/** The link of a place: only what differs from the defaults. */
export function lessonLink<Place extends LessonPlace>(
  place: Place,
  { id, defaults, settings }: LessonAddress<Place>,
): string {
  const params = new URLSearchParams();
  for (const key of ["step", ...settings.map(({ key }) => key)] as (keyof Place & string)[])
    if (place[key] !== defaults[key] && place[key] !== null) params.set(key, `${place[key] as number}`);
  if (place.recorded) params.set("recorded", "1");
  return params.size > 0 ? `#/lesson/${id}?${params}` : `#/lesson/${id}`;
}
