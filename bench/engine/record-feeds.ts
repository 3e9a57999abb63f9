import { InferenceSession } from "onnxruntime-web/wasm";

type Run = (...fed: unknown[]) => Promise<unknown>;

/** Notes what every `session.run` of a call is fed, and returns a call that runs all of it again with nothing in between. */
export async function recordFeeds(call: () => Promise<unknown>): Promise<() => Promise<void>> {
  const { prototype } = InferenceSession as unknown as { prototype: { run: Run } };
  const { run } = prototype;
  const runs: (() => Promise<unknown>)[] = [];
  prototype.run = function (this: unknown, ...fed: unknown[]) {
    runs.push(() => run.apply(this, fed));
    return run.apply(this, fed);
  };
  try {
    await call();
  } finally {
    prototype.run = run;
  }
  return async () => {
    for (const again of runs) await again();
  };
}
