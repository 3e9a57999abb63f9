import { expect, test } from "vitest";
import { forecastWords, narrowedWords, size } from "./memory-words";

test.each([
  [0, "0 B"],
  [640, "640 B"],
  [340_000, "340 kB"],
  [2_640_000, "2.6 MB"],
  [9_960_000, "10 MB"],
  [11_200_000, "11 MB"],
  [999_600_000, "1 GB"],
  [2_000_000_000, "2 GB"],
  [2_580_000_000, "2.6 GB"],
  [1_234_000_000_000, "1,234 GB"],
])("%d bytes are read as %s", (bytes, words) => expect(size(bytes)).toBe(words));

test("a run that fits at once says what it takes, another in how many waves it goes", () => {
  expect(forecastWords({ samples: 16, tokens: 256, bytes: 11.2e6, waves: 1 })).toBe(
    "16 × 256 tokens: 11 MB of memory",
  );
  expect(forecastWords({ samples: 16, tokens: 1500, bytes: 2.58e9, waves: 3 })).toBe(
    "16 × 1,500 tokens: 2.6 GB, in 3 waves",
  );
});

test("a run whose samples share their prompt because copies do not fit says so", () => {
  const run = { samples: 64, tokens: 256, bytes: 1.2e9, sharesInstead: true } as const;
  expect(forecastWords({ ...run, waves: 1 })).toBe(
    "64 × 256 tokens: 1.2 GB of memory, the prompt stored once for all",
  );
  expect(forecastWords({ ...run, waves: 2 })).toBe(
    "64 × 256 tokens: 1.2 GB, the prompt stored once for all, in 2 waves",
  );
});

test("a run that met the end of memory says so while it goes on and afterwards", () => {
  expect(narrowedWords(8, true)).toBe("Memory was full: writing 8 at a time from here.");
  expect(narrowedWords(8, false)).toBe("Memory was full on the way: the rest was written 8 at a time.");
});
