import type { Page } from "@playwright/test";
import { ask, expectState, runLink } from "./lab-page";
import { expect, test } from "./site";

/**
 * From here on the worker is refused arrays of more than so many bytes, in the browser's own words for no memory. All else is
 * real: no journey is long enough to fill what a browser gives to arrays, and keys and values of samples are such arrays.
 */
async function refuseArrays(page: Page, mostBytes: number): Promise<void> {
  await page.workers()[0]!.evaluate((mostBytes) => {
    globalThis.Float32Array = new Proxy(Float32Array, {
      construct(target, args: [number]) {
        if (args[0] * target.BYTES_PER_ELEMENT > mostBytes)
          throw new RangeError("Array buffer allocation failed");
        return Reflect.construct(target, args) as Float32Array;
      },
    });
  }, mostBytes);
}

test("a run that memory does not hold goes on with half as many samples at a time, keeps the finished ones, and says so", async ({
  page,
}) => {
  await runLink(page, "level=8&problem=1&n=2&temperature=2&max-tokens=60");
  await refuseArrays(page, 480_000); // A key or value of 64 samples with 24 tokens is smaller, one of 57 with 40 larger.
  const view = ask(page);
  const lanes = view.lanes.getByRole("button");
  const ended = lanes.and(page.getByRole("button", { name: /answers|gives no answer/ }));
  const names = () => ended.evaluateAll((found) => found.map((lane) => lane.ariaLabel));
  await view.number("Samples").fill("64");
  await view.run.click();

  await expect(view.state).toContainText(/Memory was full: writing \d+ at a time from here/);
  const kept = await names();
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.length).toBeLessThan(64);

  await expectState(page, "finished");
  const [, rows] = /the rest was written (\d+) at a time/.exec((await view.state.textContent())!)!;
  expect(Number(rows)).toBeGreaterThan(1);
  expect(Number(rows)).toBeLessThanOrEqual(32);
  await expect(ended).toHaveCount(64);
  expect(await names()).toEqual(expect.arrayContaining(kept));
});
