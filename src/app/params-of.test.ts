import { expect, test } from "vitest";
import { paramsOf } from "./params-of";

test.each(["model=folder:nano&methods=first,majority", "model=folder%3Anano&methods=first%2Cmajority"])(
  "an address says the same however its characters are written: %s",
  (query) => {
    expect(`${paramsOf(`#/tradeoffs?${query}`)}`).toBe("model=folder%3Anano&methods=first%2Cmajority");
  },
);

test("a link without settings has none", () => {
  expect(paramsOf("#/tradeoffs").size).toBe(0);
});
