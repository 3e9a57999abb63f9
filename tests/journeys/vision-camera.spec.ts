// The camera, which here is Chromium's own test picture.
import { expect, test } from "./site";

test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({
      ...launchOptions,
      args: [
        ...(launchOptions.args ?? []),
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
      ],
    }),
});

test("the camera's frames are looked at one after the other, and the pace is said, until it is switched off", async ({
  page,
}) => {
  await page.goto("./#/vision");
  await page.getByRole("button", { name: "Camera" }).click();
  const picture = page.getByRole("region", { name: "The picture" });
  await expect(picture).toContainText(/\d+\.\d frames\/s/, { timeout: 60_000 });
  await expect(
    page.getByRole("region", { name: "What it may be" }).getByRole("listitem").first(),
  ).toBeVisible();
  await picture.getByRole("button", { name: "Switch off" }).click();
  await expect(picture.getByLabel("Camera")).toHaveCount(0);
});
