import { EngineError } from "../../../workers/protocol";
import type { FileEntry } from "./model-files";
import { sha256 } from "./sha256";

/** Throws "model-corrupt" unless the file has the length and the sha256 it should have. `name` is for people. */
export async function checkFile(name: string, expected: FileEntry, bytes: Uint8Array): Promise<void> {
  if (bytes.length !== expected.bytes) {
    throw corrupt(`${name} has ${bytes.length} bytes where ${expected.bytes} are expected`);
  }
  if (expected.sha256 && (await sha256(bytes)) !== expected.sha256) {
    throw corrupt(`${name} differs from the file this page was made with (its sha256 is another)`);
  }
}

function corrupt(fault: string): EngineError {
  return new EngineError(
    "model-corrupt",
    `${fault}, so it was not used. Reload the page to fetch it again; if that does not help, clear this site's stored data.`,
  );
}
