// What a model writes must neither leave its place on the page nor be changed by it. Sanitizing needs a document.
import { expect, test } from "vitest";
import { renderBlock, splitBlocks } from "../../src/ui/ask/render-markdown";
import { growsLinearly } from "../growth";

function show(text: string): HTMLElement {
  const place = document.createElement("div");
  place.innerHTML = splitBlocks(text).map(renderBlock).join("");
  return place;
}

const HARMLESS = new Set(
  "p br hr h4 em strong del b i u sub sup code pre blockquote ul ol li table thead tbody tr th td".split(" "),
);

test.each([
  "<script>window.hit = 1</script>",
  "<img src=x onerror=window.hit=1>",
  "<svg onload=window.hit=1><a href=javascript:window.hit=1>x</a></svg>",
  "<math><mtext><table><mglyph><style><img src=x onerror=window.hit=1>",
  "[go](javascript:window.hit=1) and [go](https://example.com)",
  "<a href='https://example.com' target=_top>go</a>",
  "<div style='position:fixed;inset:0'>over</div>",
  "<b style='position:fixed' class=step id=question>over</b>",
  "<style>body { display: none }</style>",
  "<p id=question name=question>x</p>",
  "<form action=/x><input name=q><button>Run</button></form>",
  "<iframe src=https://example.com></iframe><object data=x></object><embed src=x>",
  "<base href=https://example.com><meta http-equiv=refresh content='0;url=https://example.com'>",
  "![x](https://example.com/x.png) <https://example.com> https://example.com",
  '`<img src=x onerror=window.hit=1>`\n\n```html" onclick=window.hit=1\n<img src=x onerror=window.hit=1>\n```',
  "&lt;img src=x onerror=window.hit=1&gt; &#60;script&#62;",
  "\uE0000\uE001 &#xE000;0&#xE001; `&#xE002;0&#xE001;`",
])("neutralised: %s", (text) => {
  const place = show(text);
  document.body.append(place);
  for (const element of place.querySelectorAll("*")) {
    expect(HARMLESS, element.outerHTML).toContain(element.localName);
    expect(element.getAttributeNames(), element.outerHTML).toEqual([]);
  }
  place.remove();
  expect("hit" in window).toBe(false);
});

test.each([
  "\\(\\href{javascript:alert(1)}{x}\\)",
  "\\(\\url{https://example.com}\\)",
  "\\(\\includegraphics{https://example.com/x.png}\\)",
  "\\(\\htmlId{question}{x} \\htmlClass{step}{x} \\htmlStyle{position: fixed}{x} \\htmlData{a=b}{x}\\)",
  "\\(\\text{<img src=x onerror=window.hit=1>}\\)",
  "\\(\\undefined{<img src=x onerror=window.hit=1>}\\) \\(\\frac{<img src=x>\\)",
])("a formula cannot link, load, name or style: %s", (text) => {
  const place = show(text);
  expect(place.querySelector("a, img, svg image, [href], [src], [id], [data-a], .step")).toBeNull();
  for (const element of place.querySelectorAll<HTMLElement>("[style]")) {
    expect(element.style.position).not.toBe("fixed");
  }
});

test("a formula that never ends or grows without bound is shown as it was written", () => {
  expect(show("\\(\\def\\a{\\a\\a}\\a\\)").textContent).toContain("\\def\\a");
  expect(show("\\(\\rule{900em}{900em}\\)").innerHTML).not.toContain("900em;");
  expect(show(`\\(${"{".repeat(4000)}x\\)`).textContent).toContain("{{{");
});

test("prices stay prices", () => {
  const place = show("It costs $3 each, so 4 cost $12");
  expect(place.innerHTML.trim()).toBe("<p>It costs $3 each, so 4 cost $12</p>");
});

test.each([
  ["\\boxed{\\frac{1}{2}}", "mfrac"],
  ["so \\(x^2\\)", "msup"],
  ["so\n\\[\nx_1\n- 3\n= 5\n\\]\nand", "msub"],
  ["$$\\sqrt{2}$$", "msqrt"],
  ["$x^2$", "msup"],
  ["- a\n  \\[ \\frac{1}{2} \\]", "li mfrac"],
  ["**Answer: \\(x^*\\)**", "strong msup"],
  ["| a | b |\n|---|---|\n| \\(x^2\\) | c |", "td msup"],
  ["\\begin{align*}\na &= \\frac{1}{2}\n\\end{align*}", "mfrac"],
])("typeset, with MathML for screen readers: %s", (text, selector) => {
  const place = show(text);
  expect(place.querySelector(`.katex-mathml math`)).not.toBeNull();
  expect(place.querySelector(selector)).not.toBeNull();
  expect(place.querySelector(".katex-html")!.getAttribute("aria-hidden")).toBe("true");
  expect(place.querySelector(".katex-error")).toBeNull();
});

test.each(["\\boxed{12.5%}", "\\boxed{$20}", "\\boxed{#4}"])(
  "an answer with a sign is typeset: %s",
  (text) => {
    const place = show(text);
    expect(place.querySelector("math menclose, math mpadded, math")).not.toBeNull();
    expect(place.querySelector(".katex-error")).toBeNull();
    expect(place.querySelector(".katex-html")!.textContent).toMatch(/[%$#]/);
  },
);

test("lists stay lists and code stays code, formulas or not", () => {
  expect(show("* 14 * 3\n* four").querySelectorAll("ul > li").length).toBe(2);
  expect(show("3. a\n4. b").querySelector("ol")!.start).toBe(3);
  expect(show("`\\(x\\)` and `a \\* b`").textContent).toBe("\\(x\\) and a \\* b\n");
  expect(show("so:\n\n    \\(x\\) `y`\n").querySelector("code")!.textContent).toBe("\\(x\\) `y`\n");
});

test("a formula on its own line leaves no empty lines around it", () => {
  expect(show("so\n\\[x\\]\nand\nmore").querySelectorAll("br").length).toBe(1);
});

test("a block renders alone as it does within its text", () => {
  const text = "# One \\(x\\)\n\n1. a\n   \\[\n   b\n   \\]\n2. `c`\n\n$$d$$ *e*";
  expect(splitBlocks(text).length).toBe(3);
  expect(splitBlocks(`${text} and \\(f`).slice(0, 2)).toEqual(splitBlocks(text).slice(0, 2));
});

test("a long text is split in linear time, as it is done in each frame", () => {
  const piece = "So **we** get \\(x^2 + y_1\\) and \\[\n\\frac{1}{2} * 3\n\\] for $5.\n\n";
  const split = (pieces: number) => expect(splitBlocks(piece.repeat(pieces)).length).toBe(pieces);
  expect(growsLinearly(300, split)).toBe(true);
});
