import type { Locator } from "@playwright/test";

/** Presses Run, and returns once what was finished is not any more: a second run may be over before anybody looks. */
export async function beginAgain({ run, state }: { run: Locator; state: Locator }): Promise<void> {
  const begun = state.evaluate(
    (element) =>
      new Promise<void>((resolve) => {
        const watch = new MutationObserver(() => {
          if (element.getAttribute("data-state") === "finished") return;
          watch.disconnect();
          resolve();
        });
        watch.observe(element, { attributes: true });
      }),
  );
  await Promise.all([begun, run.click()]);
}
