// Vision: pictures and labels meet, in a real worker, with the encoder that ships.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./site";

const fixture = (name: string) => join(import.meta.dirname, "../fixtures/pictures", name);
const ranking = (page: Page) =>
  page.getByRole("region", { name: "What it may be" }).getByRole("list").first().getByRole("listitem");
const pictures = (page: Page) => page.getByRole("region", { name: "All pictures" }).getByRole("listitem");

async function open(page: Page, link = "#/vision") {
  await page.goto(`./${link}`);
  await expect(page.getByRole("status", { name: "The model" })).toContainText("ready after", {
    timeout: 60_000,
  });
  await expect(pictures(page)).toHaveCount(6);
  await expect(page.getByText("being looked at")).toHaveCount(0);
}

test("a first visit shows pictures and what they may be, in eleven languages", async ({ page }) => {
  await open(page);
  await expect(pictures(page)).toHaveCount(6);
  await expect(ranking(page).first()).toContainText("red heart");
  for (const [file, label] of [
    ["airplane.png", "Flugzeug"],
    ["fish.png", "poisson"],
    ["apple.png", "красное яблоко"],
    ["cat.png", "ネコの顔"],
    ["mushroom.png", "蘑菇"],
  ] as const)
    await expect(
      pictures(page).filter({ has: page.getByRole("button", { name: `Show ${file}` }) }),
    ).toContainText(label);
});

test("labels of a link are compared, and one that is added joins them with the language it is in", async ({
  page,
}) => {
  await open(page, "#/vision?label=en:fish&label=de:Herz");
  await expect(ranking(page).first()).toContainText("Herz");
  await page.getByRole("textbox", { name: "New labels" }).fill("гриб");
  await page.getByRole("textbox", { name: "New labels" }).press("Enter");
  await expect(page.getByLabel("Language of гриб")).toHaveValue("ru");
  await expect(page).toHaveURL(/label=ru:/);
  await page.getByRole("button", { name: "Show mushroom.png" }).click();
  await expect(ranking(page).first()).toContainText("гриб");
});

test("what cannot be a label, and what is no picture, is said by name, and the rest goes on", async ({
  page,
}) => {
  await open(page);
  const labels = page.getByRole("textbox", { name: "New labels" });
  await labels.fill("Red HEART");
  await labels.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "“Red HEART” is a label already" })).toBeVisible();
  await labels.fill("x".repeat(10_000));
  await labels.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "10,000 characters" })).toBeVisible();
  await page.getByRole("button", { name: "Take all away" }).click();
  await expect(page.getByText("There are no labels")).toBeVisible();

  await page.getByLabel("Pictures", { exact: true }).setInputFiles([
    { name: "nothing.png", mimeType: "image/png", buffer: Buffer.alloc(0) },
    { name: "words.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no picture at all, but words") },
    { name: "cross.png", mimeType: "image/png", buffer: readFileSync(fixture("grey.png")) },
  ]);
  await expect(pictures(page)).toHaveCount(9);
  await expect(page.getByRole("alert").filter({ hasText: "nothing.png" })).toContainText(/empty|no bytes/i);
  await expect(pictures(page).filter({ hasText: "not seen" })).toHaveCount(2);
  await page.getByRole("button", { name: "Show cross.png" }).click();
  await expect(page.getByRole("region", { name: "The picture" })).toContainText("ms");
});

test("words find pictures, and taking the words away shows all again", async ({ page }) => {
  await open(page);
  await expect(pictures(page).getByText("red heart")).toHaveCount(1);
  const search = page.getByRole("searchbox");
  await search.fill("red heart");
  await expect(pictures(page).first().getByRole("button")).toHaveAccessibleName("Show heart.png");
  await search.fill("");
  await expect(page.getByRole("heading", { name: "Pictures (6)" })).toBeVisible();
});

test("a drawing is looked at like any picture", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Draw…" }).click();
  const sheet = (await page.getByLabel("Sheet to draw on").boundingBox())!;
  await page.mouse.move(sheet.x + 60, sheet.y + 60);
  await page.mouse.down();
  await page.mouse.move(sheet.x + 200, sheet.y + 200, { steps: 8 });
  await page.mouse.up();
  await page.getByRole("button", { name: "What is it?" }).click();
  await expect(pictures(page)).toHaveCount(7);
  await expect(page.getByRole("region", { name: "The picture" })).toContainText("drawing.png");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in Vision, ${colorScheme}, and a phone's width holds it`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, "#/vision?also=de&also=ar&also=ja&wording=question&question=this+is+{}");
    await page.getByText("Larger encoders").click();
    await expect(page.getByText("All 3 languages say")).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
}

test("what was made of labels and files is kept: another visit computes no picture again", async ({
  page,
}) => {
  await open(page);
  const chooser = page.getByLabel("Pictures", { exact: true });
  await chooser.setInputFiles(fixture("photo.jpg"));
  const shown = page.getByRole("region", { name: "The picture" });
  await expect(shown).toContainText("ms");
  await page.reload();
  await open(page);
  await chooser.setInputFiles(fixture("photo.jpg"));
  await expect(shown).toContainText("looked at on an earlier visit");
  await expect(ranking(page).first()).toBeVisible();
});

test("a camera that is not allowed says so, and how to allow it", async ({ page, context }) => {
  await context.clearPermissions();
  await open(page);
  await page.getByRole("button", { name: "Camera" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /camera/i })).toBeVisible();
});

test("pictures in folders named after what they show are counted, right and wrong", async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath("drawn");
  for (const [name, file] of [
    ["red_heart", "photo.jpg"],
    ["grey_cloud", "grey.png"],
  ] as const) {
    mkdirSync(join(folder, name), { recursive: true });
    copyFileSync(fixture(file), join(folder, name, file));
  }
  writeFileSync(join(folder, "grey_cloud", "notes.txt"), "no picture");
  await open(page);
  await page.getByLabel("Folder of pictures").setInputFiles(folder);
  await expect(pictures(page).filter({ hasText: "not seen" })).toHaveCount(1);
  await page.getByRole("button", { name: "Take the folders’ names as labels" }).click();
  await expect(page.getByText(/\d of 2 right: \d+\.\d % \[\d+\.\d, \d+\.\d\]/)).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "red heart" })).toBeVisible();
});

/** Names as the table beside the labels has them. */
const nameIn = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

test("the same labels are compared in other languages, by Unicode's names or by those that somebody writes", async ({
  page,
}) => {
  await open(page, "#/vision?label=en:fish&label=en:red heart&label=en:thingamajig");
  const other = page.getByRole("region", { name: "The same labels in other languages" });
  await other.getByRole("combobox", { name: "Add" }).selectOption("de");
  await expect(nameIn(page, "fish in Deutsch")).toHaveValue("Fisch");
  await expect(nameIn(page, "thingamajig in Deutsch")).toHaveValue("");
  await expect(other.getByRole("status")).toHaveText("Deutsch says “red heart”.");
  await other.getByRole("combobox", { name: "Add" }).selectOption("ja");
  await expect(other.getByRole("status")).toHaveText("All 2 languages say “red heart”.");

  for (const [label, name] of [
    ["red heart", "Fisch"],
    ["fish", "Mond"],
  ] as const) {
    await nameIn(page, `${label} in Deutsch`).fill(name);
    await nameIn(page, `${label} in Deutsch`).press("Enter");
  }
  await page.getByRole("button", { name: "Show fish.png" }).click();
  await expect(other.getByRole("status")).toHaveText("Deutsch says “red heart”; 日本語 says “fish”.");
  await expect(page).toHaveURL(/also=de:Mond\|Fisch&also=ja/);
  await page.reload();
  await expect(nameIn(page, "red heart in Deutsch")).toHaveValue("Fisch");

  await page.getByRole("button", { name: "Take fish away" }).click();
  await expect(nameIn(page, "red heart in Deutsch")).toHaveValue("Fisch"); // It stays with its label.
  await other.getByRole("button", { name: "Take 日本語 away" }).click();
  await expect(page).not.toHaveURL(/also=ja/);
});

test("the options of a question are compared in it, and have letters", async ({ page }) => {
  await open(page, "#/vision?label=en:green&label=en:red&label=en:blue");
  await page.getByLabel("Put to the model as").selectOption("options of a question");
  await page.getByLabel("Question").fill("a {} heart");
  await page.getByLabel("Question").press("Enter");
  await expect(page.getByRole("heading", { name: "a {} heart" })).toBeVisible();
  await expect(page.getByText("For example “a green heart”")).toBeVisible();
  await expect(ranking(page).first()).toContainText(/B\s+red/);
  await expect(page).toHaveURL(/question=a\+%7B%7D\+heart/);
});

test("Stop while the encoder is loaded ends the wait, and the pictures are seen when somebody goes on", async ({
  page,
}) => {
  let goOn = () => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  await page.route("**/vision_model.onnx", async (route) => {
    await held;
    await route.continue().catch(() => {}); // The page does not wait for it any more.
  });
  await page.goto("./#/vision");
  const model = page.getByRole("status", { name: "The model" });
  await expect(model).toContainText("Loading");
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(model).toContainText("not loaded");
  await expect(page.getByRole("alert").filter({ hasText: /./ })).toHaveCount(0);
  goOn();
  await page.getByRole("button", { name: "Go on with 6 pictures" }).click();
  await expect(ranking(page).first()).toContainText("red heart");
});

const nano = (name: string) => join(import.meta.dirname, "../fixtures", name);

for (const [folder, sums] of [
  ["metaclip2-nano", true],
  ["siglip-nano", false],
] as const) {
  test(`${folder} is loaded from its folder, and its shares ${sums ? "sum to one" : "are each label's own"}`, async ({
    page,
  }) => {
    await open(page, "#/vision?label=en:a&label=en:b&label=en:c");
    await page.getByLabel("Encoder's folder").setInputFiles(nano(folder));
    const model = page.getByRole("status", { name: "The model" });
    await expect(model).toContainText(`${folder} on`);
    await expect(model.getByText("not for commercial use")).toHaveCount(folder === "metaclip2-nano" ? 1 : 0);
    await expect(ranking(page)).toHaveCount(3);
    const texts = await ranking(page).allInnerTexts();
    const sum = texts.reduce((total, text) => total + Number(/([\d.]+) %/.exec(text)![1]), 0);
    if (sums) expect(sum).toBeCloseTo(100, -1);
    else expect(Math.abs(sum - 100)).toBeGreaterThan(5);
    await page.getByRole("button", { name: "Use the pocket encoder" }).click();
    await expect(model).toContainText("Pocket encoder on");
    await expect(ranking(page)).toHaveCount(3);
  });
}

test("larger encoders are named with their licences before anything of them is fetched", async ({ page }) => {
  await open(page);
  await page.getByText("Larger encoders").click();
  const row = page.getByRole("row", { name: /MetaCLIP 2 S\/16/ });
  await expect(row).toContainText("CC-BY-NC-4.0, not for commercial use");
  await expect(page.getByRole("row", { name: /SigLIP 2/ })).toContainText("Apache-2.0");
});

test("what is too large to decode, or of a kind that this browser does not, is said by name, and the rest of the folder goes on", async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath("mixed");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "poster.png"), pngHeader(20_000, 20_000));
  writeFileSync(join(folder, "phone.heic"), Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"));
  copyFileSync(fixture("grey.png"), join(folder, "grey.png"));
  await open(page);
  await page.getByLabel("Folder of pictures").setInputFiles(folder);
  await expect(pictures(page).filter({ hasText: "not seen" })).toHaveCount(2);
  const alert = page.getByRole("region", { name: "The picture" }).getByRole("alert");
  await page.getByRole("button", { name: "Show poster.png" }).click();
  await expect(alert).toContainText("20,000 × 20,000 pixels, 400 megapixels");
  await page.getByRole("button", { name: "Show phone.heic" }).click();
  await expect(alert).toContainText("is HEIC, which this browser does not decode. Save it as JPEG");
  await page.getByRole("button", { name: "Show grey.png" }).click();
  await expect(ranking(page).first()).toBeVisible();
});

test("a folder of many pictures is looked at to its end, shown in parts, and searched whole", async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath("many");
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < 200; i++) copyFileSync(fixture("grey.png"), join(folder, `grey-${i}.png`));
  copyFileSync(fixture("photo.jpg"), join(folder, "zebra.jpg"));
  await open(page);
  await page.getByLabel("Folder of pictures").setInputFiles(folder);
  await expect(page.getByRole("heading", { name: "Pictures (207)" })).toBeVisible();
  await expect(page.getByText("still to be looked at")).toHaveCount(0);
  await expect(pictures(page)).toHaveCount(96);
  await page.getByRole("button", { name: "96 more of 207" }).click();
  await page.getByRole("button", { name: "15 more of 207" }).click();
  await expect(pictures(page)).toHaveCount(207);
  await expect(pictures(page).filter({ hasText: "not seen" })).toHaveCount(0);
  await page.getByRole("searchbox").fill("red heart");
  await expect(pictures(page).first().getByRole("button")).toHaveAccessibleName("Show heart.png");
});

/** As much of a PNG as says how large it is. */
function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(45);
  header.write("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 0, "latin1");
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  header.set([8, 2, 0, 0, 0], 24);
  return header;
}
