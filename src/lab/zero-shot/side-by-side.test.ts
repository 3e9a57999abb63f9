import { expect, test } from "vitest";
import { columnOf } from "./side-by-side";
import { NameTable } from "./name-table";
import { namesIn, withoutPlace, withTyped } from "./translations";

const sharing = { kind: "softmax", scale: 10, temperature: 1 } as const;
const picture = Float32Array.of(1, 0);

test("a label without a name in a language has no share there, and the others share without it", () => {
  const named = [
    { place: 0, vector: Float32Array.of(0, 1) },
    { place: 2, vector: Float32Array.of(1, 0) },
  ];
  const { shares, best } = columnOf(picture, "de", 3, named, sharing);
  expect(best).toBe(2);
  expect(shares[1]).toBeNull();
  expect(shares[0]! + shares[2]!).toBeCloseTo(1);
});

test("a language in which nothing has a name has no likeliest label", () => {
  expect(columnOf(picture, "de", 2, [], sharing)).toEqual({
    language: "de",
    best: null,
    shares: [null, null],
  });
});

const labels = [
  { text: "cat", language: "en" },
  { text: "Mond", language: "de" },
  { text: "sun", language: "en" },
];
const table = new NameTable("en\tde\ncat\tKatze\nsun\tSonne\n");

test("a label is called as somebody wrote, else as it is where that is its language, else as the table has it", () => {
  const german = withTyped([{ language: "de", typed: [] }], "de", 2, " Sonnenschein ");
  expect(namesIn(german[0]!, labels, table)).toEqual(["Katze", "Mond", "Sonnenschein"]);
  expect(namesIn(german[0]!, labels, null)).toEqual(["", "Mond", "Sonnenschein"]);
});

test("what was written stays with its label when one before it is taken away", () => {
  const german = withoutPlace([{ language: "de", typed: ["", "", "Stern"] }], 0);
  expect(namesIn(german[0]!, labels.slice(1), table)).toEqual(["Mond", "Stern"]);
});
