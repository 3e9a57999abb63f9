import type { GenerationEvent, Sample } from "../../../workers/protocol";
import { foldEvent } from "../../lab/fold-events";
import { eachFrame } from "../each-frame";
import { Readable } from "./readable";

interface Paced {
  /** Those there are, and those to be written behind them. */
  samples: readonly Sample[];
  /** Adds what is written, as it comes. */
  tell: (add: (event: GenerationEvent) => void) => Promise<void> | void;
  /** Called with every frame. */
  show: (samples: readonly Sample[]) => void;
  signal: AbortSignal;
}

/** Shows samples as they are written, no token sooner than eyes follow. Only whole ones are kept, so that the next ones follow on. */
export async function showPaced({ samples: before, tell, show, signal }: Paced): Promise<void> {
  let samples = before;
  const readable = new Readable((event) => (samples = foldEvent(samples, event)), signal);
  const stopShowing = eachFrame(() => show(samples));
  try {
    await tell((event) => event.type !== "finished" && readable.add(event));
    await readable.end();
  } finally {
    stopShowing();
    const cut = samples.findIndex(({ finish }) => !finish || finish === "cancelled");
    show(cut < 0 ? samples : samples.slice(0, cut));
  }
}
