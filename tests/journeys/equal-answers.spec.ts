import { exportRuns } from "../../src/storage/export-runs";
import { storedRun } from "../stored-run";
import { ask } from "./lab-page";
import { expect, test } from "./site";

const ANSWERS = ["\\frac{1}{2}", "0.5", "x = 1/2", "\\frac{\\sqrt{4}}{4}", "2"];

test("answers that are equal as mathematics are one cluster, and the page says why", async ({ page }) => {
  const { spec } = storedRun();
  const samples = ANSWERS.map((answer, sample) => {
    const text = `Half of one is \\boxed{${answer}}.`;
    return { sample, text, tokens: 9, logprob: -3, chunkEnds: [], finish: "stop" as const };
  });
  const run = storedRun({ spec: { ...spec, expected: "50%", samples: samples.length }, samples });
  await page.route("**/runs/one.jsonl", (route) => route.fulfill({ body: exportRuns([run]) }));
  await page.goto("./#/ask?file=runs/one.jsonl");

  const { answers, lanes } = ask(page);
  await expect(answers.getByRole("listitem")).toHaveCount(2);
  await expect(answers.getByRole("listitem").first()).toContainText(/4\s*of 5 samples/);
  await answers.getByRole("button", { name: "4 spellings" }).click();
  for (const reason of ["1/2 = 0.5", "x = 1/2: both are 1/2", "1/2 = √4/4 (both are 0.5)"])
    await expect(answers.getByText(reason, { exact: true })).toBeVisible();

  await lanes.nth(3).getByRole("button").click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("right because 50% = √4/4");
  await expect(dialog).toContainText("because 1/2 = √4/4");
  await page.keyboard.press("ArrowLeft");
  await expect(dialog).toContainText("right because 50% = 1/2");
  await expect(dialog).toContainText("because x = 1/2: both are 1/2");
});
