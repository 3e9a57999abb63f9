import type { Task } from "./traced-tasks";

const LONG_MS = 50;

/** The longest tasks in lines for people, and the whole as plain values. */
export function reportTasks(what: string, tasks: readonly Task[]) {
  const longest = (ms: readonly number[]) => Number(Math.max(0, ...ms).toFixed(1));
  console.log(`${what}: the longest tasks of the page's thread, in ms of thread time (wall time)`);
  for (const { threadMs, wallMs, startMs, parts } of tasks.slice(0, 8))
    console.log(
      `  ${threadMs.toFixed(0)} (${wallMs.toFixed(0)}) at ${(startMs / 1000).toFixed(1)} s: ${parts.join(", ")}`,
    );
  return {
    longestThreadMs: longest(tasks.map(({ threadMs }) => threadMs)),
    longestWallMs: longest(tasks.map(({ wallMs }) => wallMs)),
    over16: tasks.filter(({ threadMs }) => threadMs > 16).length,
    over50: tasks.filter(({ threadMs }) => threadMs > LONG_MS).length,
    over50Wall: tasks.filter(({ wallMs }) => wallMs > LONG_MS).length,
  };
}
