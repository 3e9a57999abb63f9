import type { Complaint } from "./complaints.svelte";
import { complainOfMemory } from "./memory-setting";
import { complain, NUMBER_SETTINGS, type NumberName } from "./number-settings";
import type { Draft } from "./settings";

const EMPTY = "The question is empty. Write one, or press New problem.";

/** What keeps a draft from being run, in the order of the fields. */
export function faultsOf(draft: Draft): Complaint[] {
  const messages: [field: string, message: string | null][] = [
    ["question", draft.question.trim() === "" ? EMPTY : null],
    ...Object.entries(NUMBER_SETTINGS).map(([name, setting]): [string, string | null] => [
      name,
      complain(setting, draft[name as NumberName]),
    ]),
    ["memory", complainOfMemory(draft.memory)],
  ];
  return messages.flatMap(([field, message]) => (message ? [{ field, message }] : []));
}
