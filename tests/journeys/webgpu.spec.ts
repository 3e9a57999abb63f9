import { ask, runLink } from "./lab-page";
import { expect, test } from "./site";

test("WebGPU on a software adapter writes the same few tokens as WASM", async ({ page }) => {
  test.setTimeout(180_000);
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
