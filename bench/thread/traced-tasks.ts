import type { Browser, Page } from "playwright";

/** A task of the page's thread. Thread time leaves out what other processes took of the core meanwhile. */
export interface Task {
  startMs: number;
  wallMs: number;
  threadMs: number;
  /** What took longest in it, by the browser's names; functions are those that the browser called. */
  parts: string[];
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: { name?: string; data?: { functionName?: string; type?: string } };
}

const CATEGORIES = ["toplevel", "devtools.timeline", "v8", "blink.user_timing", "__metadata"];
const SHORTEST_MS = 16;

/** Traces the page's process until the returned function is called, which resolves to its tasks over 16 ms, longest first. */
export async function traceTasks(browser: Browser, page: Page): Promise<() => Promise<Task[]>> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await page.evaluate(() => performance.mark("quorum:traced"));
  return async () => {
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
      traceEvents: TraceEvent[];
    };
    return tasksOf(traceEvents);
  };
}

function tasksOf(events: readonly TraceEvent[]): Task[] {
  const mains = events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const marked = events.find(({ name }) => name === "quorum:traced");
  const main = mains.find(({ pid }) => pid === marked?.pid);
  if (!main || !marked) throw new Error("the trace does not show the page's thread");
  const own = events.filter(({ pid, tid, ph }) => pid === main.pid && tid === main.tid && ph === "X");
  const tasks = own.filter(({ name, dur = 0 }) => name.endsWith("RunTask") && dur >= 1000 * SHORTEST_MS);
  return tasks
    .map((task) => ({
      startMs: (task.ts - marked.ts) / 1000,
      wallMs: task.dur! / 1000,
      threadMs: (task.tdur ?? NaN) / 1000,
      parts: partsOf(task, own),
    }))
    .sort((a, b) => b.threadMs - a.threadMs);
}

function partsOf(task: TraceEvent, events: readonly TraceEvent[]): string[] {
  const end = task.ts + task.dur!;
  return events
    .filter((one) => one !== task && one.ts >= task.ts && one.ts + (one.dur ?? 0) <= end)
    .filter(({ name }) => !name.endsWith("RunTask"))
    .sort((a, b) => (b.dur ?? 0) - (a.dur ?? 0))
    .slice(0, 6)
    .map(({ name, dur = 0, args }) => {
      const what = args.data?.functionName ?? args.data?.type;
      return `${name}${what ? ` ${what}` : ""} ${(dur / 1000).toFixed(0)}`;
    });
}
