import { expect, test } from "vitest";
import { blocksOf, htmlOf } from "./render-dialect";

const flat = (text: string) => htmlOf(text).replace(/\n/g, "");

test.each([
  "14 * 3 = 42 and 2 * 5 = 10",
  "14*3*2",
  "2*pi*r and x*y*z",
  "a*(b+c)*d",
  "2**3**2",
  "x**2 + y**2",
  "3 *4 *5",
])("stars that multiply are no emphasis: %s", (text) => {
  expect(htmlOf(text)).toBe(`<p>${text}</p>\n`);
});

test("stars around words are", () => {
  expect(flat("**Step 1**: *so* it is")).toBe("<p><strong>Step 1</strong>: <em>so</em> it is</p>");
  expect(flat("*Note: 2*3 = 6*")).toBe("<p><em>Note: 2*3 = 6</em></p>");
  expect(flat("**Step 1**Then 中文**粗**体")).toBe(
    "<p><strong>Step 1</strong>Then 中文<strong>粗</strong>体</p>",
  );
});

test("stars and dashes at the start of lines are lists, also with a multiplication inside", () => {
  expect(flat("* 14 * 3\n* four\n  * 2*3")).toBe(
    "<ul><li>14 * 3</li><li>four<ul><li>2*3</li></ul></li></ul>",
  );
  expect(flat("3. a\n4. b")).toBe('<ol start="3"><li>a</li><li>b</li></ol>');
});

test("code is shown as it was written", () => {
  expect(flat("`a * b` \\* `a \\* b`")).toBe("<p><code>a * b</code> * <code>a \\* b</code></p>");
  expect(htmlOf("```python\nx = a * b\n```")).toBe("<pre><code>x = a * b</code></pre>");
});

test("tags that a model invents are shown, not swallowed", () => {
  expect(flat("<answer>7</answer>")).toBe("<p>&lt;answer&gt;7&lt;/answer&gt;</p>");
  expect(flat("<answer>\n**7**\n</answer>")).toContain("<strong>7</strong>");
  expect(flat("a List<int> <!-- b --> <|im_end|>")).not.toMatch(/<(?!\/?p>)/);
  expect(flat("a<br/>b<SUB>2</SUB>")).toBe("<p>a<br>b<sub>2</sub></p>");
});

test("links and images are their source", () => {
  expect(flat("[**here**](https://a.b 'c') ![d](e.png) <https://f.g> https://h.i")).toBe(
    "<p>[**here**](https://a.b &#39;c&#39;) ![d](e.png) &lt;https://f.g&gt; https://h.i</p>",
  );
  expect(flat("[a]: https://b.c\n\n[a]")).toBe("<p>[a]: https://b.c</p><p>[a]</p>");
});

test("headings of every level stand below the title of the dialog", () => {
  expect(flat("# a\n\n###### b")).toBe("<h4>a</h4><h4>b</h4>");
});

test("about is no deletion, and dashes below a line are no heading", () => {
  expect(flat("10~20 and 30~40, ~~gone~~")).toBe("<p>10~20 and 30~40, <del>gone</del></p>");
  expect(flat("42\n---\nso")).toBe("<p>42</p><hr><p>so</p>");
});

test("a text that grows changes only its last block", () => {
  const text = "# One\n\nso it *is*\n\n- a\n- b\n\n```\nc\n\nd\n```\n\nlast";
  const blocks = blocksOf(text);
  expect(blocks.map((block) => block.trim())).toEqual([
    "# One",
    "so it *is*",
    "- a\n- b",
    "```\nc\n\nd\n```",
    "last",
  ]);
  expect(blocksOf(`${text} one`).slice(0, 4)).toEqual(blocks.slice(0, 4));
  expect(blocks.map(htmlOf).join("")).toBe(htmlOf(text));
});
