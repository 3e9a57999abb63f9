interface Origin {
  model: string;
  seed?: number;
  device: "webgpu" | "wasm";
  version: string;
  createdAt: number;
}

/** What made recorded results, and when: “pocket-policy, seed 1, WASM, Quorum 0.1.0, 24 Nov 2026”. */
export function recordedWords({ model, seed, device, version, createdAt }: Origin, locale?: string): string {
  const date = new Date(createdAt).toLocaleDateString(locale, { dateStyle: "medium" });
  const drawn = seed === undefined ? [] : [`seed ${seed}`];
  return [model, ...drawn, device === "wasm" ? "WASM" : "WebGPU", `Quorum ${version}`, date].join(", ");
}
