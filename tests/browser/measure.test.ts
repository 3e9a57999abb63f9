import { describe, expect, test } from "vitest";
import { measure } from "../../src/engine/measure";
import { LanguageClient } from "../../src/client/language-client";
import type { LanguageModel } from "../../src/engine/language-model";
import type { MeasureEvent, Measurement } from "../../workers/protocol/measure";
import { fixture, load } from "./models";

/** Never aborted. */
const onAndOn = new AbortController().signal;

/** The model, and what is still held of it. */
function watched(model: LanguageModel): {
  model: LanguageModel;
  held: { sequences: number; batches: number };
} {
  const held = { sequences: 0, batches: 0 };
  const watch = <T extends object>(value: T, end: keyof T, kind: keyof typeof held): T => {
    held[kind]++;
    const release = (value[end] as () => void).bind(value);
    (value as Record<keyof T, unknown>)[end] = () => {
      held[kind]--;
      release();
    };
    return value;
  };
  const [prefill, batch] = [model.prefill.bind(model), model.batch.bind(model)];
  model.prefill = async (tokens) => watch(await prefill(tokens), "release", "sequences");
  model.batch = (sequences) => watch(batch(sequences), "dispose", "batches");
  return { model, held };
}

describe("a measurement on WebAssembly", () => {
  test("tells what it will do, then each thing in that order, then its end, and holds nothing afterwards", async () => {
    const { model, held } = watched((await load(await fixture("nano"), "wasm")).model);
    const events: MeasureEvent[] = [];
    const weightBytes = 600_000;
    const end = await measure(model, { device: "wasm", weightBytes }, (event) => events.push(event), onAndOn);

    expect(end).toBe("finished");
    const [planned] = events;
    if (planned?.type !== "planned") throw new Error("the first event is not the plan");
    expect(events.slice(1).map(({ type }) => type)).toEqual([
      ...planned.tasks.flatMap(() => ["started", "measured"]),
      "finished",
    ]);
    const measured = events.flatMap((event) => (event.type === "measured" ? [event.measurement] : []));
    for (const [index, task] of planned.tasks.entries()) expect(measured[index]).toMatchObject(task);
    expect(measured.filter(isDecode).map(({ samples, context }) => [samples, context])).toEqual([
      [1, 64],
      [4, 64],
      [16, 64],
      [64, 64],
      [16, 256],
      [16, 1024],
    ]);
    for (const { lowMs, ms, highMs, tries } of measured.filter((each) => each.measure !== "copy")) {
      expect(tries).toBeGreaterThanOrEqual(3);
      expect(lowMs).toBeLessThanOrEqual(ms);
      expect(ms).toBeLessThanOrEqual(highMs);
      expect(ms).toBeGreaterThan(0);
    }
    for (const copy of measured.filter((each) => each.measure === "copy"))
      expect(copy.bytesPerSecond).toBeGreaterThan(1e7);
    expect(held).toEqual({ sequences: 0, batches: 0 });
    await model.dispose();
  });

  test("hears a stop between two steps, ends as cancelled, and holds nothing afterwards", async () => {
    const { model, held } = watched((await load(await fixture("nano"), "wasm")).model);
    for (const stopAt of ["copy", "dispatch", "prefill", "decode"] as const) {
      const controller = new AbortController();
      const events: MeasureEvent[] = [];
      const take = (event: MeasureEvent) => {
        events.push(event);
        if (event.type === "started" && event.task.measure === stopAt)
          setTimeout(() => controller.abort(), 1);
      };
      const end = await measure(model, { device: "wasm" }, take, controller.signal);
      expect(end).toBe("cancelled");
      expect(events.at(-1)).toEqual({ type: "finished", reason: "cancelled" });
      expect(held).toEqual({ sequences: 0, batches: 0 });
    }
    await model.dispose();
  });
});

test("the page's end of the worker hears all events, and a stop is an outcome and no error", async () => {
  const client = new LanguageClient();
  await client.load({ model: "m", source: await fixture("nano"), device: "wasm" }, () => {});
  const controller = new AbortController();
  const events: MeasureEvent[] = [];
  const take = (event: MeasureEvent) => {
    events.push(event);
    if (event.type === "measured" && event.measurement.measure === "dispatch") controller.abort();
  };
  expect(await client.measure({ model: "m", device: "wasm" }, take, controller.signal)).toBe("cancelled");
  expect(events[0]!.type).toBe("planned");
  expect(events.at(-1)).toEqual({ type: "finished", reason: "cancelled" });
  client.terminate();
});

test("on WebGPU the adapter has a name, and a step's dispatches are counted", async () => {
  const { model } = await load(await fixture("nano"), "webgpu");
  const controller = new AbortController();
  const events: MeasureEvent[] = [];
  const take = (event: MeasureEvent) => {
    events.push(event);
    if (event.type === "measured" && event.measurement.measure === "decode") controller.abort();
  };
  await measure(model, { device: "webgpu" }, take, controller.signal); // The software adapter is slow: one will do.
  expect(events[0]).toMatchObject({ type: "planned", adapter: /./ });
  const decode = events
    .flatMap((event) => (event.type === "measured" ? [event.measurement] : []))
    .find(isDecode);
  expect(decode?.dispatches).toBeGreaterThan(10);
  await model.dispose();
});

function isDecode(measurement: Measurement): measurement is Measurement & { measure: "decode" } {
  return measurement.measure === "decode";
}
