import type { LanguageClient } from "./language-client";

const TICK_MS = 1000;

/**
 * Ends a client's worker when `work` tells nothing for so many seconds: some drivers never answer again. Counted in ticks,
 * which a sleeping machine does not have, and from the first event on: what comes before it may take longer.
 */
export async function watched<Event, Result>(
  client: Pick<LanguageClient, "terminate">,
  patienceSeconds: number,
  onEvent: (event: Event) => void,
  work: (onEvent: (event: Event) => void) => Promise<Result>,
): Promise<Result> {
  let ticks = -Infinity;
  const clock = setInterval(() => {
    if (++ticks === patienceSeconds) client.terminate(`a step took more than ${patienceSeconds} seconds`);
  }, TICK_MS);
  try {
    return await work((event) => {
      ticks = 0;
      onEvent(event);
    });
  } finally {
    clearInterval(clock);
  }
}
