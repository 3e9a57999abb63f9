import { expect, test } from "vitest";
import { judgeLink, readJudgeLink } from "./judge-settings";

const defaults = { level: 3, count: 50, seed: 1, judge: "pocket-judge", sampled: 0 };
const judges = ["pocket-judge", "pocket-judge-untrained"];
const read = (query: string) => readJudgeLink(new URLSearchParams(query), defaults, judges);

test("a link says what differs from the defaults, and is read back", () => {
  const settings = { level: 2, count: 6, seed: 1, judge: "pocket-judge-untrained", sampled: 4 };
  const link = judgeLink(settings, defaults, { run: true });
  expect(link).toBe("#/judge?level=2&count=6&judge=pocket-judge-untrained&k=4&run=1");
  expect(read(link.split("?")[1]!)).toEqual({ settings, complaints: [], run: true });
  expect(judgeLink(defaults, defaults)).toBe("#/judge");
});

test("what a link should not say is complained of by name, and the default stands in for it", () => {
  const { settings, complaints } = read("level=9&count=0&k=3&judge=nobody&colour=red");
  expect(settings).toEqual(defaults);
  expect(complaints.map(({ field }) => field)).toEqual(["count", "level", "judge", "k", "link"]);
});
