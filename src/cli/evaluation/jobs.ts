import { type ChildProcess, fork } from "node:child_process";
import type { Part } from "./score-part";

/** How a process that does a part of the work is told which: `part/parts`. */
const PART = "QUORUM_EVAL_PART";

/** Set in a process that another one started to do a part of its work. */
export function partOfJob(): Part | undefined {
  const [part, parts] = (process.env[PART] ?? "").split("/").map(Number);
  return part !== undefined && parts ? { part, parts } : undefined;
}

/** Runs this same command `parts` times at once, each process on its part of the problems. */
export async function runJobs<Scored>(parts: number, onScored: (scored: Scored) => void): Promise<void> {
  const children = Array.from({ length: parts }, (_, part) =>
    fork(process.argv[1]!, process.argv.slice(2), { env: { ...process.env, [PART]: `${part}/${parts}` } }),
  );
  for (const child of children) child.on("message", (scored) => onScored(scored as Scored));
  try {
    await Promise.all(children.map(ended));
  } finally {
    for (const child of children) child.kill();
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`a process that shared the problems ended with status ${code ?? "unknown"}`));
    });
  });
}
