import { expect, test } from "vitest";
import { timeLeft } from "./time-left";

test("seconds, then minutes, then hours", () => {
  expect([400, 59_000, 61_000, 3_600_000, 6_000_000].map(timeLeft)).toEqual([
    "about 1 s left",
    "about 59 s left",
    "about 2 min left",
    "about 60 min left",
    "about 2 h left",
  ]);
});
