import type { Sample } from "../../../../workers/protocol";
import { attemptText } from "./attempt-text";

/** The place, from 0, of the attempt that was named last, as `#3` or `attempt 3`; -1 where none of them was. */
export function choiceOf({ text }: Sample, attempts: number): number {
  const named = [...attemptText(text).matchAll(/(?:#|attempt\s+)(\d+)/gi)].map(([, number]) =>
    Number(number),
  );
  const last = named.findLast((number) => number >= 1 && number <= attempts);
  return last === undefined ? -1 : last - 1;
}
