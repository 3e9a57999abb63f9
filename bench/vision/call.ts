import type { VisionBench } from "./bench.worker";

/** Has the page's worker do something. */
export type Call = <Name extends keyof VisionBench>(
  name: Name,
  ...given: Parameters<VisionBench[Name]>
) => Promise<Awaited<ReturnType<VisionBench[Name]>>>;
