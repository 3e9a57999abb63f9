// What a person finds as the answer in texts as language models write them, by the habits of each family.
import { describe, expect, test } from "vitest";
import { extractAnswer } from "./extract";

const finds = (rows: [string, string | null][]) =>
  test.each(rows)("%j gives %j", (text, answer) => expect(extractAnswer(text)?.text ?? null).toBe(answer));

describe("with reasoning, Qwen3 and DeepSeek-R1", () =>
  finds([
    ["<think>\nIs it \\boxed{7}? No, 8.\n</think>\n\nNatalia sold 72 clips.\n\n\\boxed{72}", "72"],
    ["<think>\n\n</think>\n\nThe sum is 6 + 6 = 12.\n\n**Final Answer:**  \n$$\n\\boxed{12}\n$$", "12"],
    ["<think>First, 48/2 = 24.\n</think>\n\n**Solution:**\n\n...\n\n**Answer:** \\boxed{\\frac{14}{3}}", "\\frac{14}{3}"],
    ["</think>\n\nThe area is \\[\n\\boxed{ 25\\pi \\text{ cm}^2 }\n\\] as asked.", "25\\pi \\text{ cm}^2"],
    ["<think>So the answer is 5.", null],
    ["So $x = \\boxed{2}$ or $x = \\boxed{3}$.", "2, 3"],
    ["First \\boxed{2}. Then I checked again.\n\nThe result is \\boxed{4}.", "4"],
    ["That is \\(\\boxed{40}\\%\\) of the total.", "40\\%"],
    ["The answer is \\boxed{A) 12}", "A) 12"],
    ["It is \\fbox{9} or \\boxed {10}.", "9, 10"],
    ["The set is \\boxed{\\left\\{ \\frac{1}{2}, -1 \\right\\}}.", "\\left\\{ \\frac{1}{2}, -1 \\right\\}"],
    ["### Final Answer\n\nThe total is **\\boxed{1{,}250}** dollars.", "1{,}250"],
    ["<answer> 42 </answer>", "42"],
    ["<think>…</think><answer>The sum is \\boxed{42}</answer>", "42"],
  ])); // prettier-ignore

describe("without it, Llama, Gemma, SmolLM and Mistral", () =>
  finds([
    ["## Step 1: Add.\n48 + 24 = 72\n\nThe final answer is: $\\boxed{72}$", "72"],
    ["The final answer is 72. I hope it is correct.", "72"],
    ["Final Answer: The final answer is $\\frac{3}{4}$. I hope it is correct.", "$\\frac{3}{4}$"],
    ["Therefore, the correct answer is (B) 15.", "(B) 15"],
    ["The best answer is C.", "C"],
    ["The correct option is (D).", "(D)"],
    ["The answer is option B, because the others are odd.", "B"],
    ["So the correct choice is **B) Paris**.", "B) Paris"],
    ["**Answer: 42**\n\n**Explanation:** 6 times 7 is 42.", "42"],
    ["Answer: 5\nOr so I think.", "5"],
    ["### Final Answer\n\n42 apples", "42 apples"],
    ["**Final Answer**\n\n**42**", "42"],
    ["So, the answer would be 3.5 hours (since 7 / 2 = 3.5).", "3.5 hours"],
    ["My answer is 17, not 18.", "17"],
    ["The answer to the question is 6.", "6"],
    ["The answer is `x + 1`.", "x + 1"],
    ["The answer is therefore 12!", "12"],
    ["So Natalia sold a total of **72 clips** in April and May.", "72 clips"],
    ["(B)", "(B)"],
    ["42", "42"],
    ["B", "B"],
    ["I cannot answer that.", null],
    ["Let us add the numbers. 3 + 4 = 7", null],
    ["**Step 1**: count the 3 boxes.", null],
  ])); // prettier-ignore

describe("after GSM8K", () =>
  finds([
    ["Natalia sold 48/2 = <<48/2=24>>24 clips in May.\n48+24 = <<48+24=72>>72 altogether.\n#### 72", "72"],
    ["He has 3 * 5 = 15 dollars.\n#### $1,015\n", "$1,015"],
    ["#### Step 1\nAdd.\n#### Step 2\nThe answer is 8.", "8"],
    ["So 5.\n#### 5\n\nQ: Another question?", "5"],
    ["#### \\boxed{-3}", "-3"],
  ])); // prettier-ignore

describe("in other languages and scripts", () =>
  finds([
    ["所以一共是72个。\n答案是72。", "72"],
    ["因此，最终答案为：**七十二**。", "七十二"],
    ["答案：B", "B"],
    ["よって、答えは 72 です。", "72"],
    ["따라서 정답은 72입니다.", "72"],
    ["Por lo tanto, la respuesta final es 72.", "72"],
    ["La réponse est donc 3,5 heures.", "3,5 heures"],
    ["Die richtige Antwort lautet: 72.", "72"],
    ["Portanto, a resposta é 72.", "72"],
    ["Итак, ответ: 72.", "72"],
    ["إذن الجواب هو ٧٢.", "٧٢"],
    ["अतः उत्तर: ७२ है।", "७२"],
    ["เพราะฉะนั้น \\boxed{๗๒}", "๗๒"],
  ])); // prettier-ignore

test("where an answer stands can be pointed at", () => {
  const text = "So the answer is option **(B)**, because 5 < 6.";
  const { start, end } = extractAnswer(text)!;
  expect(text.slice(start, end)).toBe("(B)");
});
