// Node keeps running while a MessageChannel is open, so there its own setImmediate is used.
const { setImmediate } = globalThis as { setImmediate?: (run: () => void) => unknown };
const waiting: (() => void)[] = [];
let doorbell: MessagePort | undefined;

/** Lets queued messages in. Awaiting promises alone never does, so without this `cancel` waits for the last token. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    if (setImmediate) {
      setImmediate(resolve);
    } else {
      waiting.push(resolve);
      (doorbell ??= openDoorbell()).postMessage(undefined);
    }
  });
}

function openDoorbell(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => waiting.shift()?.();
  return port2;
}

/** A hop costs as much as a twentieth of a fast step, and nobody hears a Stop sooner than this. */
const BREATH_MS = 8;

/** Lets queued messages in now and then: returns what to await between steps. */
export function breathing(): () => Promise<void> | undefined {
  let last = 0;
  return () => {
    if (performance.now() - last < BREATH_MS) return undefined;
    return nextTask().then(() => {
      last = performance.now();
    });
  };
}
