// The page of npm run bench:vision: all work is done in a worker, as on the site.
import * as Comlink from "comlink";
import type { VisionBench } from "./bench.worker";

const worker = new Worker(new URL("./bench.worker.ts", import.meta.url), { type: "module" });
worker.addEventListener("error", ({ message }) => console.error(message));
const bench = Comlink.wrap<VisionBench>(worker);

const call = (name: keyof VisionBench, ...given: unknown[]) =>
  (bench[name] as (...given: unknown[]) => Promise<unknown>)(...given);
Object.assign(globalThis, { call });
