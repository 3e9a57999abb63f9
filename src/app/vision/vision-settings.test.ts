import { expect, test } from "vitest";
import { readVisionLink, visionLink, type VisionSettings } from "./vision-settings";

const defaults: VisionSettings = {
  labels: [{ text: "cat", language: "en" }],
  others: [],
  question: "",
  wording: "ensemble",
  temperature: 1,
};
const paramsOf = (link: string) => new URLSearchParams(link.split("?")[1] ?? "");

test("a link says the same when it is read again, in any script and with colons in a label", () => {
  const settings: VisionSettings = {
    labels: [
      { text: "قطة", language: "ar" },
      { text: "3:4 & more", language: "en" },
    ],
    others: [
      { language: "ja", typed: [] },
      { language: "de", typed: ["", "Seitenverhältnis"] },
    ],
    wording: "question",
    question: "What is it? {}",
    temperature: 2.5,
  };
  const read = readVisionLink(paramsOf(visionLink(settings, defaults)), defaults);
  expect(read).toEqual({ settings, complaints: [] });
});

test("nothing that is as always is in a link", () => {
  expect(visionLink(defaults, defaults)).toBe("#/vision");
});

test("what a link says wrong is complained of by name, and the rest is taken", () => {
  const link = "#/vision?label=en:dog&label=en:DOG&temperature=0&colour=red&also=German";
  const { settings, complaints } = readVisionLink(paramsOf(link), defaults);
  expect(settings.labels).toEqual([{ text: "dog", language: "en" }]);
  expect(settings.temperature).toBe(1);
  expect(complaints.join(" ")).toMatch(
    /temperature is 0.*colour.*“DOG” is a label already.*“German” names no language/s,
  );
});
