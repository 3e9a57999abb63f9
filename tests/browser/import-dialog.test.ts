// A file on its way in, as a person meets it: by names, in a real dialog.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, expect, test, vi } from "vitest";
import type { Imported } from "../../src/app/importing.svelte";
import ImportDialog from "../../src/ui/import/ImportDialog.svelte";

let opener: HTMLButtonElement;
let close = () => {};

/** Opens the dialog from a button that has the focus. */
function open() {
  opener = document.body.appendChild(document.createElement("button"));
  opener.focus();
  const taken: Imported[] = [];
  const onclose = vi.fn();
  const props = { onimport: (imported: Imported) => void taken.push(imported), onclose };
  const component = mount(ImportDialog, { target: document.body, props });
  flushSync();
  close = () => {
    void unmount(component);
    opener.remove();
  };
  return { taken, onclose, dialog: document.querySelector("dialog")! };
}
afterEach(() => close());

async function choose(name: string, ...parts: BlobPart[]): Promise<void> {
  const files = new DataTransfer();
  files.items.add(new File(parts, name));
  const picker = document.querySelector<HTMLInputElement>("input[type=file]")!;
  picker.files = files.files;
  picker.dispatchEvent(new Event("change", { bubbles: true }));
  await vi.waitFor(() => expect(text()).not.toMatch(/^$|Reading/), 30_000);
}

const text = () => document.querySelector("[role=status]")!.textContent.replace(/\s+/g, " ").trim();
const field = (label: string) =>
  [...document.querySelectorAll("label")].find((one) => one.textContent === label)?.control as
    HTMLSelectElement | undefined;
const button = (name: RegExp) =>
  [...document.querySelectorAll("button")].find((one) => name.test(one.textContent))!;

async function take(label: string, path: string): Promise<void> {
  field(label)!.value = path;
  field(label)!.dispatchEvent(new Event("change", { bubbles: true }));
  flushSync();
  await vi.waitFor(() => expect(text()).not.toMatch(/^$|Reading/), 30_000);
}

const row = (i: number, more = {}) =>
  `${JSON.stringify({ question: `${i} + 1?`, answer: `${i + 1}`, ...more })}\n`;
const rows = (count: number, more = {}) => Array.from({ length: count }, (_, i) => row(i, more)).join("");

test("problems are read, counted and handed over, and the focus goes back to where it was", async () => {
  const { taken, dialog, onclose } = open();
  expect(dialog.contains(document.activeElement)).toBe(true);
  await choose("sums.jsonl", rows(120), "{\n", row(7));
  expect(text()).toBe("120 problems, to be asked.");
  expect(document.querySelector("summary")!.textContent).toBe("2 rows skipped");
  expect(document.querySelector("details li")!.textContent).toMatch(/line 121\s*not JSON/);
  button(/^Use these problems$/).click();
  expect(taken).toMatchObject([{ kind: "problems", name: "sums.jsonl", skipped: 2 }]);
  expect(taken[0]!.kind === "problems" && taken[0]!.items[3]).toEqual({ question: "3 + 1?", answer: "4" });
  await vi.waitFor(() => expect(onclose).toHaveBeenCalledOnce());
  expect(document.activeElement).toBe(opener);
});

test("samples are told from problems, and a role that is changed is read anew", async () => {
  const { taken } = open();
  await choose("samples.jsonl", rows(5, { solutions: ["\\boxed{1}", "\\boxed{2}"], rewards: [0.1, 0.9] }));
  expect(text()).toBe("5 problems with 2 samples each, scored by a judge.");
  expect(field("Judge's scores")!.value).toBe("rewards");
  await take("Judge's scores", "");
  expect(text()).toBe("5 problems with 2 samples each.");
  await take("Sample texts", "");
  expect(text()).toBe("5 problems, to be asked.");
  expect(field("Judge's scores")).toBeUndefined();
  await take("Sample texts", "solutions");
  button(/^Use these samples$/).click();
  expect(taken).toMatchObject([{ kind: "recorded", source: { name: "samples.jsonl", samples: 2 } }]);
});

test.each([
  ["empty.jsonl", "", "“empty.jsonl” is empty. Choose a file with one problem per row."],
  ["cut.jsonl", "{\n{", "No row of “cut.jsonl” can be read (line 1: not JSON)."],
  [
    "picture.png",
    "\u0089PNG\0\0",
    "“picture.png” cannot be read: the file is not text; choose JSON Lines, JSON or CSV.",
  ],
  ["list.json", "[]", "No row of “list.json” can be read (line 1: the list is empty)."],
  ["prices.csv", "day,price\n1,2\n", "Which column holds the questions? Choose it above."],
  ["gone.jsonl", row(1, { answer: [] }), "Which column holds the right answers? Choose it above."],
])("%s is not taken, and what to do is said", async (name, content, message) => {
  const { taken } = open();
  await choose(name, content);
  expect(text()).toContain(message);
  button(/^Use these/)?.click();
  expect(taken).toEqual([]);
});

test("a role that fits no row says so, with the reason of each", async () => {
  open();
  await choose("samples.jsonl", rows(2, { solutions: ["a"], n: 3 }));
  await take("Sample texts", "n");
  expect(text()).toBe("No row of “samples.jsonl” can be used this way; below is why.");
  expect(document.querySelector("details li")!.textContent).toMatch(/n is 3, not a text/);
});

/** Each text the dialog's status shows from now on. A task that shows two shows the second. */
function watchText(onText: (text: string) => void = () => {}) {
  const seen = new Set<string>();
  const watch = new MutationObserver(() => {
    seen.add(text());
    onText(text());
  });
  watch.observe(document.querySelector("[role=status]")!, {
    subtree: true,
    childList: true,
    characterData: true,
  });
  return { seen, end: () => watch.disconnect() };
}

test("a large file leaves the page to others, shows how far it is, and can be stopped and read again", async () => {
  open();
  const part = rows(2000, {
    solutions: Array.from({ length: 16 }, (_, i) => `${"Some words. ".repeat(30)}\\boxed{${i}}`),
  });
  const parts = Array.from({ length: 2 }, (_, i) => part.replaceAll("+ 1?", `+ 1 (${i})?`));
  const decoded = vi.spyOn(TextDecoder.prototype, "decode");
  const parsed = vi.spyOn(JSON, "parse");
  const stopping = watchText((now) => now.startsWith("Reading") && button(/^Stop$/)?.click());
  await choose("large.jsonl", ...parts);
  stopping.end();
  expect(text()).toMatch(/^Stopped before the end\./);

  const reading = watchText();
  button(/^Read it again$/).click();
  await vi.waitFor(() => expect(text()).toBe("4,000 problems with 16 samples each."), 60_000);
  reading.end();
  const amounts = [...reading.seen].filter((one) => /^Reading: [\d.]+ (KB|MB) of 2\d\.\d MB/.test(one));
  expect(amounts.length).toBeGreaterThan(5);
  // The first rows are looked at here, to guess what the columns are; all others elsewhere.
  const bytes = decoded.mock.calls.reduce((sum, [some]) => sum + (some?.byteLength ?? 0), 0);
  expect(bytes).toBeLessThan(1e6);
  expect(parsed.mock.calls.length).toBeLessThan(100);
  vi.restoreAllMocks();
});
