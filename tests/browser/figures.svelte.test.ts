// What the figures over many problems let a person read, by keys and by pointer, while their numbers change.
import { flushSync, mount, tick, unmount } from "svelte";
import { afterEach, expect, test } from "vitest";
import "../../src/ui/theme.css";
import type { Outcomes } from "../../src/metrics/outcomes";
import { standaloneSvg } from "../../src/ui/figure/standalone";
import AccuracyByTokens from "../../src/ui/tradeoffs/figures/AccuracyByTokens.svelte";
import Figures from "../../src/ui/tradeoffs/figures/Figures.svelte";
import type { Picked } from "../../src/ui/tradeoffs/figures/picked";
import { outcomesOf, problemOutcome } from "../outcomes";

/** Of so many problems every third is wrong for good, and the vote of four is right on the others. */
function some(problems: number): Outcomes {
  const outcome = (problem: number) => {
    const able = problem % 3 > 0;
    const lucky = Number(problem % 3 === 1);
    const scores = [[lucky, 0.5, 1], [lucky, lucky, lucky]]; // prettier-ignore
    return problemOutcome(problem, {
      right: able ? 3 : 0,
      leading: able ? 3 : 2,
      majority: Number(able),
      passAt: able ? [0.75, 1, 1] : [0, 0, 0],
      majorityAt: able ? [0.75, 0.75, 1] : [0, 0, 0],
      methods: scores.map((row) =>
        [1, 2, 4].map((k, at) => ({ accuracy: able ? row[at]! : 0, tokens: 10 * k })),
      ),
    });
  };
  return outcomesOf(Array.from({ length: problems }, (_, i) => outcome(i)), ["majority", "first"]); // prettier-ignore
}

let shown: object | undefined;
let page: HTMLElement;
afterEach(async () => {
  if (shown) await unmount(shown);
  page.remove();
});

function place(width: number): HTMLElement {
  page = document.body.appendChild(document.createElement("main"));
  page.style.width = `${width}px`;
  return page;
}

async function accuracy(props: { outcomes: Outcomes; onpick?: (picked: Picked) => void }, width = 900) {
  const live = $state({ shown: ["majority", "first"], ...props });
  shown = mount(AccuracyByTokens, { target: place(width), props: live });
  await expect.poll(() => values().length).toBeGreaterThan(0);
  return live;
}

const values = () => [...page.querySelectorAll<HTMLElement>("[role=group] button")];
const names = () => values().map((value) => value.getAttribute("aria-label"));
const focused = () => document.activeElement?.getAttribute("aria-label");
function press(key: string) {
  document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  flushSync();
}

test("every point says its method, samples, tokens and accuracy", async () => {
  await accuracy({ outcomes: some(30) });
  expect(names()).toEqual([
    "majority, 1 sample, 10 tokens per problem: 33.3 % [19.2, 51.2]",
    "majority, 2 samples, 20 tokens per problem: 33.3 % [19.2, 51.2]",
    "majority, 4 samples, 40 tokens per problem: 66.7 % [48.8, 80.8]",
    "first, 1 sample, 10 tokens per problem: 33.3 % [19.2, 51.2]",
  ]);
});

test("a figure is one tab stop, arrows walk along lines and between them, and a press opens the problems", async () => {
  const picked: Picked[] = [];
  await accuracy({ outcomes: some(6), onpick: (one) => picked.push(one) });
  expect(values().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  values()[0]!.focus();
  press("ArrowRight");
  press("ArrowRight");
  expect(focused()).toMatch(/^majority, 4 samples/);
  (document.activeElement as HTMLElement).click();
  expect(picked).toEqual([
    { title: "majority, 4 samples, 40 tokens per problem", problems: [0, 3, 1, 2, 4, 5] },
  ]);
  press("ArrowDown");
  expect(focused()).toMatch(/^first, 1 sample/);
});

test("where points of two methods coincide a press asks which is meant, by name, and Escape takes one back", async () => {
  const picked: Picked[] = [];
  await accuracy({ outcomes: some(6), onpick: (one) => picked.push(one) });
  const offered = () => [
    ...page.querySelectorAll<HTMLElement>("[aria-label='2 values at this place'] button"),
  ];
  values()[0]!.focus();
  values()[0]!.click();
  await tick();
  expect(offered().map(({ textContent }) => textContent.trim().replace(/:.*/s, ""))).toEqual([
    "majority, 1 sample, 10 tokens per problem",
    "first, 1 sample, 10 tokens per problem",
  ]);
  expect(picked).toEqual([]);
  expect(document.activeElement).toBe(offered()[0]);
  press("Escape");
  expect(offered()).toEqual([]);
  expect(focused()).toMatch(/^majority, 1 sample/);

  const { left, top, width, height } = values()[0]!.getBoundingClientRect();
  const at = { clientX: left + width / 2, clientY: top + height / 2, detail: 1, bubbles: true };
  values()[0]!.dispatchEvent(new MouseEvent("click", at));
  await tick();
  press("ArrowDown");
  (document.activeElement as HTMLElement).click();
  flushSync();
  expect(picked.map(({ title }) => title)).toEqual(["first, 1 sample, 10 tokens per problem"]);
  expect(offered()).toEqual([]);
});

test("the focus stays on a point while its figure is drawn anew, and hears the new value", async () => {
  const live = await accuracy({ outcomes: some(3) });
  values()[2]!.focus();
  const before = document.activeElement;
  live.outcomes = some(30);
  await tick();
  expect(document.activeElement).toBe(before);
  expect(focused()).toBe("majority, 4 samples, 40 tokens per problem: 66.7 % [48.8, 80.8]");
});

test("a figure by itself has the page's colours, dashes and letters in it, and names none of its variables", async () => {
  const live = await accuracy({ outcomes: some(30) });
  live.outcomes = {
    ...live.outcomes,
    methods: live.outcomes.methods.with(1, { id: "oracle", label: "oracle" }),
  };
  live.shown = ["majority", "oracle"];
  await tick();
  const svg = await standaloneSvg(page.querySelector("svg")!);
  expect(svg).not.toContain("var(--");
  expect(svg).toMatch(/stroke-dasharray: ?[\d.]+px/);
  expect(svg).toMatch(/fill-opacity: ?0\.08/);
  expect(svg).toContain("Source Sans 3 Variable");
});

test("before the first problem words stand where the figures will; with it, all five are drawn on a phone's width", async () => {
  const live = $state({ outcomes: some(0), samples: 4 });
  shown = mount(Figures, { target: place(340), props: live });
  await tick();
  expect(page.textContent).toContain("begin with the first finished problem");
  live.outcomes = some(1);
  await expect.poll(() => page.querySelectorAll("svg[role=img]").length).toBe(5);
  expect(page.scrollWidth).toBeLessThanOrEqual(340);
  live.outcomes = some(40);
  await expect.poll(() => names().includes("Vote right: 26 problems, 65.0 %")).toBe(true);
  await expect
    .poll(() => page.textContent)
    .toContain("majority is right on 13 problems that first gets wrong, and wrong on 0");
});
