// What the Bench measures is two settings, and they are the URL: `#/bench?model=pocket-policy&device=wasm&run=1`.
import { type Complaint, type Device, DEVICES } from "./settings";

export interface BenchSettings {
  model: string;
  device: Device;
}

const KNOWN = new Set(["model", "device", "run"]);

/** Reads a link. What is unknown or not allowed keeps its default and is complained of by name. */
export function readBench(params: URLSearchParams, defaults: BenchSettings, models: readonly string[]) {
  const settings = { ...defaults };
  const complaints: Complaint[] = [];
  const complain = (field: string, message: string) => complaints.push({ field, message });
  const [model, device, run] = [params.get("model"), params.get("device"), params.get("run")];

  if (model !== null && !models.includes(model)) {
    complain("model", `There is no model “${model}” here; the default stands in for it.`);
  } else if (model !== null) settings.model = model;
  if (device !== null && !DEVICES.includes(device as Device)) {
    complain("device", `Device must be one of ${DEVICES.join(", ")}; “${device}” is not.`);
  } else if (device !== null) settings.device = device as Device;
  if (run !== null && run !== "1" && run !== "0") {
    complain("link", `run must be 1 or 0 in the link; “${run}” is not.`);
  }
  for (const key of params.keys()) {
    if (!KNOWN.has(key)) complain("link", `The link sets “${key}”, which is not a setting here.`);
  }
  return { settings, complaints, run: run === "1" };
}

/** The link of a measurement: only what differs from the defaults. */
export function benchLink(settings: BenchSettings, defaults: BenchSettings, { run = false } = {}): string {
  const params = new URLSearchParams();
  if (settings.model !== defaults.model) params.set("model", settings.model);
  if (settings.device !== defaults.device) params.set("device", settings.device);
  if (run) params.set("run", "1");
  return params.size > 0 ? `#/bench?${params}` : "#/bench";
}
