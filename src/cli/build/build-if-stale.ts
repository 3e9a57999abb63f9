import { join } from "node:path";
import { build } from "vite";
import { isBuildFresh } from "./freshness";

/** Builds the site into `dist` where that is missing or older than its sources. */
export async function buildIfStale(root: string): Promise<void> {
  if (isBuildFresh(root, join(root, "dist"))) return;
  console.log("Building the site (once, and after changes) …");
  await build({ root, logLevel: "warn" });
}
