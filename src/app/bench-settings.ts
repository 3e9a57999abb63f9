// What the Bench measures is two settings, and they are the URL: `#/bench?model=pocket-policy&device=wasm&run=1`.
import { LinkReader } from "./link-reader";
import { type Device, DEVICES } from "./settings";

export interface BenchSettings {
  model: string;
  device: Device;
}

const KNOWN = new Set(["model", "device", "run"]);

/** Reads a link. What is unknown or not allowed keeps its default and is complained of by name. */
export function readBench(params: URLSearchParams, defaults: BenchSettings, models: readonly string[]) {
  const link = new LinkReader(params);
  const settings: BenchSettings = {
    model: link.model(models) ?? defaults.model,
    device: link.oneOf("device", DEVICES) ?? defaults.device,
  };
  const run = link.run();
  link.complainOfOthers(KNOWN);
  return { settings, complaints: link.complaints, run };
}

/** The link of a measurement: only what differs from the defaults. */
export function benchLink(settings: BenchSettings, defaults: BenchSettings, { run = false } = {}): string {
  const params = new URLSearchParams();
  if (settings.model !== defaults.model) params.set("model", settings.model);
  if (settings.device !== defaults.device) params.set("device", settings.device);
  if (run) params.set("run", "1");
  return params.size > 0 ? `#/bench?${params}` : "#/bench";
}
