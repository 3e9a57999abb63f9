import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ask, expectState } from "./lab-page";
import { expect, test } from "./site";

const policy = join(import.meta.dirname, "../../models/pocket/policy");

test("a model in hub layout from a folder joins the list and answers", async ({ page }) => {
  await page.goto("./#/ask?level=1&problem=1&n=2");
  await page.getByLabel("Model folder").setInputFiles(policy);
  await expect(ask(page).model).toHaveValue("folder:policy");
  await ask(page).run.click();
  await expectState(page, "finished");
  await expect(ask(page).lanes).toHaveCount(2);
});

test("a folder that lacks files is told what it lacks", async ({ page }) => {
  const folder = join(mkdtempSync(join(tmpdir(), "quorum-")), "half-a-model");
  cpSync(policy, folder, { recursive: true });
  rmSync(join(folder, "onnx"), { recursive: true });
  rmSync(join(folder, "tokenizer.json"));
  await page.goto("./");
  await page.getByLabel("Model folder").setInputFiles(folder);
  await expect(page.getByRole("alert")).toContainText("tokenizer.json");
  await expect(page.getByRole("alert")).toContainText("onnx");
  await expect(ask(page).model).toHaveValue("pocket-policy");
  await expect(ask(page).model.getByRole("option")).toHaveCount(1);
});
