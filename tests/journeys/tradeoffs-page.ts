import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { expect } from "./site";

/** The view of trade-offs as people and scripts find their way in it: by accessible names. */
export const tradeoffs = (page: Page) => ({
  problems: page.getByRole("combobox", { name: "Problems" }),
  methods: page.getByRole("combobox", { name: "Methods" }),
  count: page.getByRole("spinbutton", { name: "Problem count" }),
  samples: page.getByRole("spinbutton", { name: "Samples" }),
  run: page.getByRole("button", { name: "Run sweep" }),
  pause: page.getByRole("button", { name: "Pause" }),
  resume: page.getByRole("button", { name: "Resume" }),
  import: page.getByRole("button", { name: "Import" }),
  exportFigure: page.getByRole("button", { name: "Export figure" }),
  exportLines: page.getByRole("button", { name: "Export JSONL" }),
  state: page.getByRole("status", { name: "Run state" }),
  figure: page.getByRole("region", { name: "Accuracy against tokens" }),
});

export async function expectSweep(page: Page, state: string): Promise<void> {
  await expect(tradeoffs(page).state).toHaveAttribute("data-state", state, { timeout: 150_000 });
}

/**
 * Presses Pause at the first sample, from within the page: however fast the machine is, some are left. What a button
 * begins may be over before anybody looks: `press` names it, to be pressed once the page is watched.
 */
export const pauseOnceDrawn = (page: Page, press?: string): Promise<void> =>
  pauseOnce(page, "sweeping", "[1-9]\\d* of [\\d,]+ samples|with [1-9]\\d* samples", press);

/** The same once other models have read a problem. */
export const pauseInReading = (page: Page): Promise<void> => pauseOnce(page, "reading", "problem [2-9] of");

async function pauseOnce(page: Page, during: string, said: string, press?: string): Promise<void> {
  await expect(tradeoffs(page).run).toBeVisible();
  const waiting = { during, said, press };
  await tradeoffs(page).state.evaluate(async (state, { during, said, press }) => {
    const button = (name: string) =>
      [...document.querySelectorAll("button")].find((one) => one.textContent === name)!;
    await new Promise<void>((resolve) => {
      const watch = new MutationObserver(() => {
        if (state.getAttribute("data-state") !== during || !new RegExp(said).test(state.textContent)) return;
        watch.disconnect();
        button("Pause").click();
        resolve();
      });
      watch.observe(state, { attributes: true, childList: true, characterData: true, subtree: true });
      if (press) button(press).click();
    });
  }, waiting);
}

/** What a press of a button has the browser save, as text. */
export async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const waiting: Promise<Download> = page.waitForEvent("download");
  await press();
  const download = await waiting;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

export interface ExportedSamples {
  samples: string[];
  tokens: number[];
  logprob: number[];
  pred: (string | null)[];
}

/** Of each problem in an exported sweep: its name, and its samples word for word. */
export async function exportedSamples(page: Page): Promise<Map<string, ExportedSamples>> {
  const { text } = await saved(page, () => tradeoffs(page).exportLines.click());
  const rows = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as ExportedSamples & { problem: string });
  return new Map(
    rows.map(({ problem, samples, tokens, logprob, pred }) => [problem, { samples, tokens, logprob, pred }]),
  );
}

/** How many samples of sweeps the browser keeps. */
export const storedSamples = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("quorum");
        opening.onerror = () => reject(new Error("no storage"));
        opening.onsuccess = () => {
          const database = opening.result;
          const counting = database.transaction("sweepSamples").objectStore("sweepSamples").count();
          counting.onsuccess = () => {
            database.close();
            resolve(counting.result);
          };
        };
      }),
  );
