import { expect, test } from "vitest";
import { summarize } from "../../metrics/summary";
import { reportJson, reportTable } from "./report";

const summary = summarize([
  { samples: 4, right: 4, majority: 1, parsed: 4 },
  { samples: 4, right: 1, majority: 0, parsed: 4 },
  { samples: 4, right: 2, majority: 0.5, parsed: 3 },
]);

test("the JSON line holds shares from 0 to 1 under the names that programs read", () => {
  expect(JSON.parse(reportJson(summary, 4))).toEqual({
    count: 3,
    n: 4,
    pass1: 0.5833,
    maj: 0.5,
    pass: 1,
    minorityRight: 0.3333,
    parsed: 0.9167,
  });
  expect(reportJson(summary, 4)).not.toContain("\n");
});

test("the table shows each share with its interval, in percent and within 0 and 100", () => {
  const table = reportTable(
    [
      { title: "T = 1", summary },
      { title: "the page's", summary },
    ],
    4,
  );
  expect(table).toMatch(/^pass@1 +58\.3 % {2}\[15\.1, 100\.0\] +58\.3 %/m);
  expect(table).toMatch(/^maj@4 +50\.0 % {2}\[\d+\.\d, \d+\.\d\]/m);
  expect(table).toMatch(/^pass@4 +100\.0 % {2}\[43\.9, 100\.0\]/m);
});
