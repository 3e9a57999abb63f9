import { expect, test } from "vitest";
import { complain, NUMBER_SETTINGS } from "./number-settings";

test("an allowed value is no complaint", () => {
  expect(complain(NUMBER_SETTINGS.samples, 64)).toBeNull();
  expect(complain(NUMBER_SETTINGS.topP, "0.95")).toBeNull();
});
