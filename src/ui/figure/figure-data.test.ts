import { expect, test } from "vitest";
import { toCsv } from "./figure-data";

test("a column per number, named by its key, and an empty cell for what is not known", () => {
  const columns = [
    { key: "samples", label: "N" },
    { key: "ms", label: "ms per step" },
  ];
  expect(toCsv({ columns, rows: [{ samples: 1, ms: 0.85 }, { samples: 4 }] })).toBe(
    "samples,ms\n1,0.85\n4,\n",
  );
});

test("words that hold a comma or a quote are quoted", () => {
  const columns = [{ key: "method", label: "method" }];
  expect(toCsv({ columns, rows: [{ method: 'a, "b"' }, { method: "plain" }] })).toBe(
    'method\n"a, ""b"""\nplain\n',
  );
});
