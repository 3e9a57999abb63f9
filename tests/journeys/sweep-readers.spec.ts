import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./site";
import { expectSweep, pauseInReading, saved, tradeoffs } from "./tradeoffs-page";

test.describe.configure({ timeout: 300_000 }); // Three models write, on whatever machine.

interface ReadLine {
  read: { method: string; samples: number; tokens: number; roleTokens: number }[];
}

test("judge and aggregator read a sweep's samples; paused and closed while they read it goes on, and shows the same again without them", async ({
  page,
}) => {
  await page.goto("./#/tradeoffs?count=6&n=4&methods=first,majority,best-of-n,aggregation&run=1");
  await pauseInReading(page);
  await expectSweep(page, "stopped");
  await page.goto("./#/tradeoffs");
  await page.reload();
  await expect(tradeoffs(page).state).toContainText("Paused. 24 of 24 samples");
  await tradeoffs(page).resume.click();
  await expectSweep(page, "reading");
  await expectSweep(page, "finished");

  const words = page.getByRole("list", { name: "What the same tokens buy" });
  await expect(words).toContainText(/Aggregator, 4 samples: [\d.]+ % for \d+ tokens per problem/);
  await expect(words).toContainText(/Best by judge, 4 samples/);
  await expect(words).not.toContainText("Read so far");
  const { text } = await saved(page, () => tradeoffs(page).exportLines.click());
  const lines = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as ReadLine);
  expect(lines).toHaveLength(6);
  for (const { read } of lines) {
    const of = (method: string) => read.filter((one) => one.method === method);
    expect(of("aggregation").map(({ samples }) => samples)).toEqual([2, 4]);
    for (const { tokens, roleTokens } of of("best-of-n")) expect(tokens).toBeGreaterThan(roleTokens);
  }
  await page.getByText("Published: aggregation with models of").click();
  await expect(page.getByRole("table").filter({ hasText: "AggLM-1.7B" })).toContainText("70.69");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const before = await words.getByRole("listitem").allInnerTexts();
  await page.route("**/models/pocket/**", (route) => route.abort());
  await page.reload();
  await expect(words.getByRole("listitem")).toHaveText(before, { useInnerText: true });
});
