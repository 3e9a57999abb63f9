import { expect, test, vi } from "vitest";
import { compareAnswers } from "./compare";

const load = vi.hoisted(() => vi.fn());
vi.mock(import("./equality"), (original) => {
  load();
  return original();
});

test("what is plainly the same number or text is told before mathematics is loaded", async () => {
  expect(await compareAnswers("1/2", "$0.50$")).toEqual({
    verdict: "equal",
    because: "1/2 = 0.50",
    steps: [],
  });
  expect(await compareAnswers("x^2", "$x^2$")).toMatchObject({ verdict: "equal" });
  expect(load).not.toHaveBeenCalled();
  expect(await compareAnswers("\\sqrt{4}", "2")).toMatchObject({ verdict: "equal" });
  expect(load).toHaveBeenCalledOnce();
});

test("capital letters and factorials are not plainly the same", async () => {
  expect(await compareAnswers("x", "X")).toMatchObject({ verdict: "different" });
  expect(await compareAnswers("5", "5!")).toMatchObject({ verdict: "different" });
});
