import { expect, test } from "vitest";
import { type BenchSettings, benchLink, readBench } from "./bench-settings";

const DEFAULTS: BenchSettings = { model: "small", device: "auto" };
const read = (query: string) => readBench(new URLSearchParams(query), DEFAULTS, ["small", "large"]);

test("a link that says nothing means the defaults", () => {
  expect(read("")).toEqual({ settings: DEFAULTS, complaints: [], run: false });
});

test.each([
  ["model=huge", "model", "“huge”"],
  ["device=tpu", "device", "“tpu”"],
  ["run=yes", "link", "“yes”"],
  ["n=4", "link", "“n”"],
])("%s keeps the default and is complained of by name", (query, field, words) => {
  const { settings, complaints } = read(query);
  expect(settings).toEqual(DEFAULTS);
  expect(complaints).toEqual([{ field, message: expect.stringContaining(words) as string }]);
});

test("a link written from settings reads back as the same", () => {
  for (const settings of [DEFAULTS, { model: "large", device: "webgpu" as const }]) {
    const link = benchLink(settings, DEFAULTS, { run: true });
    expect(read(link.split("?")[1]!)).toEqual({ settings, complaints: [], run: true });
  }
  expect(benchLink(DEFAULTS, DEFAULTS)).toBe("#/bench");
});
