import type { LanguageClient } from "../client/language-client";
import type { Ask } from "./ask.svelte";
import { requestOf } from "./request-of";

/** A key pressed is not a number of samples each. */
const AFTER_MS = 250;

/** While nothing runs, has the worker get ready for the run that the fields ask for. */
export function warmWhenIdle(
  client: Pick<LanguageClient, "warmUp">,
  ask: Pick<Ask, "busy" | "loaded" | "form">,
  others: { readonly busy: boolean },
): void {
  $effect.root(() => {
    $effect(() => {
      const { wanted } = ask.form;
      if (!wanted || !ask.loaded || ask.busy || others.busy) return;
      const request = requestOf(wanted);
      const timer = setTimeout(() => void client.warmUp(request).catch(() => {}), AFTER_MS); // A run says what is wrong.
      return () => clearTimeout(timer);
    });
  });
}
