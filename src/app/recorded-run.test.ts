import { expect, test } from "vitest";
import { storedReadings, storedRun } from "../../tests/stored-run";
import { readRecordedRun, recordedRunLink, sharedRunLink } from "./recorded-run";
import { LINK_LIMIT, packed } from "./packed";

const paramsOf = (link: string) => new URLSearchParams(link.slice(link.indexOf("?") + 1));
const opened = async (value: unknown) =>
  readRecordedRun(new URLSearchParams({ recorded: (await packed(value))! }));
const [first, second] = storedRun().samples;

test("a run is read from its link as it ended", async () => {
  const run = storedRun();
  expect(await readRecordedRun(paramsOf((await recordedRunLink(run))!))).toEqual(run);
});

test("sixteen samples of a word problem fit into a link", async () => {
  const text = (i: number) =>
    `<chunk>Ben has ${i} + 4 = ${i + 4} marbles.</chunk> <chunk>He gives ${i} * 2 = ${2 * i} away.</chunk> Answer: ${i}`;
  const samples = Array.from({ length: 16 }, (_, i) => ({
    ...{ sample: i, text: text(i), tokens: 40 + i, logprob: -Math.E * i },
    ...{ chunkEnds: [18 + i, 36 + i], finish: "stop" as const },
  }));
  expect((await recordedRunLink(storedRun({ samples })))!.length).toBeLessThan(LINK_LIMIT / 4);
});

test("what others wrote about the samples is in the link, and left out where it would be too long with it", async () => {
  const run = storedRun({ readings: storedReadings });
  const whole = (await sharedRunLink(run))!;
  expect(whole.unread).toBe(false);
  expect(await readRecordedRun(paramsOf(whole.link))).toEqual(run);

  const prompt = Array.from({ length: 20_000 }, (_, i) => Math.sin(i)).join();
  const exchanges = storedReadings.exchanges.map((one) => ({ ...one, prompt }));
  const long = (await sharedRunLink({ ...run, readings: { ...storedReadings, exchanges } }))!;
  expect(long.unread).toBe(true);
  expect(await readRecordedRun(paramsOf(long.link))).toEqual(storedRun());
});

test.each<[unknown, RegExp]>([
  [null, /holds no run: run is not a record/],
  [{ ...storedRun(), samples: "none" }, /holds no run: run\.samples is not a list/],
  [storedRun({ samples: [second!, first!] }), /sample 0 is not in its place/],
  [storedRun({ samples: Array.from({ length: 65 }, (_, sample) => ({ ...first!, sample })) }), /65 samples/],
  [storedRun({ samples: [{ ...first!, tokens: 1e12 }] }), /sample 0 has 1000000000000 tokens/],
  [storedRun({ createdAt: 1e300 }), /is no date/],
  [storedRun({ spec: { ...storedRun().spec, level: 99 } }), /no level 99/],
])("what the page could not draw is refused: %#", async (value, message) => {
  await expect(opened(value)).rejects.toThrow(message);
});
