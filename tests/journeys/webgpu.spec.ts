import { join } from "node:path";
import { beginAgain } from "./begin-again";
import { ask, expectState, runLink } from "./lab-page";
import { expect, test } from "./site";
import { expectSweep, exportedSamples, tradeoffs } from "./tradeoffs-page";

test("WebGPU on a software adapter writes the same few tokens as WASM", async ({ page }) => {
  const settings = "level=1&problem=4&n=1&temperature=0&max-tokens=6";
  const text = async () => {
    await ask(page).lanes.first().getByRole("button").click();
    return page.locator("dialog .rich").innerText();
  };
  await runLink(page, `${settings}&device=wasm`);
  const onWasm = await text();

  await page.goto("about:blank");
  await page.goto(`./#/ask?${settings}&device=webgpu&run=1`);
  await expect(ask(page).state).toHaveAttribute("data-state", "finished", { timeout: 150_000 });
  expect(await text()).toBe(onWasm);
});

const nano = join(import.meta.dirname, "../fixtures/nano");

test("a model opened from a folder on WebGPU is warmed before it is asked anything, and says what it runs on", async ({
  page,
}) => {
  await page.goto("./#/ask?level=1&problem=1&n=2&max-tokens=3&device=webgpu");
  const starting = page.waitForEvent("worker");
  await page.getByLabel("Model folder").setInputFiles(nano);
  const worker = await starting;
  await worker.evaluate(() => {
    const name = "createComputePipelineAsync";
    const create = Reflect.get(GPUDevice.prototype, name) as (this: GPUDevice, of: unknown) => unknown;
    const counted = function (this: GPUDevice, of: unknown) {
      (globalThis as unknown as { compiled: number }).compiled++;
      return create.call(this, of);
    };
    Object.assign(globalThis, { compiled: 0 });
    Object.assign(GPUDevice.prototype, { [name]: counted });
  });
  const compiled = () => worker.evaluate(() => (globalThis as unknown as { compiled: number }).compiled);
  await expect(ask(page).model).toHaveValue("folder:nano");
  await expect.poll(compiled).toBeGreaterThan(10);
  await expect(ask(page).run).toBeEnabled();
  await expectState(page, "idle");

  const panel = page.getByRole("group").filter({ hasText: "Memory and device" });
  await panel.getByText("Memory and device", { exact: true }).click();
  await expect(panel.getByRole("definition").first()).toHaveText(/^WebGPU: ./);
  await expect(panel).toContainText(/Largest buffer\s*[\d.]+ [MG]B/);

  await ask(page).run.click();
  await expect(ask(page).state).toHaveAttribute("data-state", "finished");
});

test("a sweep on a software adapter draws all its samples, and the same ones when it is run again", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.goto("./#/ask?level=1&problem=1");
  await page.getByLabel("Model folder").setInputFiles(nano);
  await expect(ask(page).model).toHaveValue("folder:nano", { timeout: 60_000 });
  const link = "#/tradeoffs?level=1&count=2&n=2&max-tokens=4&model=folder:nano&device=webgpu&run=1";
  await page.evaluate((link) => (location.hash = link), link);
  await expect(tradeoffs(page).state).toHaveAttribute("data-state", "finished", { timeout: 90_000 });
  await expect(tradeoffs(page).state).toContainText("4 samples of 2 problems");
  const drawn = await exportedSamples(page);
  await beginAgain(tradeoffs(page));
  await expectSweep(page, "finished");
  expect(await exportedSamples(page)).toEqual(drawn);
});
