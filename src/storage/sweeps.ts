import { Connection } from "./connection";
import { openKeptSweeps } from "./kept-sweeps";
import { openMemorySweeps } from "./memory-sweeps";
import { joinOpenPages } from "./open-pages";
import type { RunsOptions } from "./runs";
import type { SweepStore } from "./sweep-store";

/** Never rejects: where nothing can be stored, sweeps are held in memory. */
export async function openSweeps({
  name = "quorum",
  page,
  ...options
}: RunsOptions = {}): Promise<SweepStore> {
  try {
    page ??= joinOpenPages();
    return await openKeptSweeps(new Connection({ name, ...options }), page);
  } catch {
    page?.close();
    return openMemorySweeps();
  }
}
