import { IDENTITY, startRuntime } from "../onnx/runtime";
import type { DeviceProbe } from "./device-probe";
import { spreadOf } from "./spread";
import { type Pace, timeSteps } from "./time-steps";

const COPIES: Pace = { warmUps: 2, warmUpMs: 200, tries: 5, enoughMs: 150, mostMs: 1500 };
const RUNS: Pace = { warmUps: 20, warmUpMs: 100, tries: 8, enoughMs: 60, mostMs: 600 };
/** A clock that ticks in steps of 0.1 ms or less says little about shorter tries. */
const TRY_BYTES = 32_000_000;
const TRY_RUNS = 64;

/** Memory as JavaScript copies it, and runs of a graph that does nothing: a decode step is one run. */
export async function openWasmProbe(): Promise<DeviceProbe> {
  const { ort, exclusive } = await startRuntime("wasm");
  const graph = Uint8Array.from(atob(IDENTITY), (character) => character.charCodeAt(0));
  const session = await exclusive(() => ort.InferenceSession.create(graph, { executionProviders: ["wasm"] }));
  const nothing = new ort.Tensor("float32", [0], [1]);

  return {
    async copy(bytes, signal) {
      const source = new Uint8Array(bytes).fill(1); // Pages that were never written are not really there.
      const target = new Uint8Array(bytes);
      const repeats = Math.max(1, Math.round(TRY_BYTES / bytes));
      const copy = () => {
        for (let i = 0; i < repeats; i++) target.set(source);
        return Promise.resolve();
      };
      const times = await timeSteps(copy, COPIES, signal);
      const bytesPerSecond = (1000 * bytes * repeats) / Math.min(...times);
      return { measure: "copy", bytes, bytesPerSecond, tries: times.length };
    },

    async dispatch(signal) {
      const run = async () => {
        for (let i = 0; i < TRY_RUNS; i++) await exclusive(() => session.run({ x: nothing }));
      };
      const times = await timeSteps(run, RUNS, signal);
      return { measure: "dispatch", ...spreadOf(times, TRY_RUNS) };
    },

    async countDispatches(step) {
      await step();
      return undefined;
    },

    close: () => exclusive(() => session.release()),
  };
}
