import { expect, test } from "vitest";
import { bytesOf, byteTokenizer, END, START } from "../../../tests/byte-tokenizer";
import { createChatTemplate } from "./chat-template";

const question = [{ role: "user" as const, content: "1+1?" }];

test("special tokens of the template become single tokens", () => {
  expect(byteTokenizer.tokenize(question)).toEqual([
    START,
    ...bytesOf("user\n1+1?"),
    END,
    ...bytesOf("\n"),
    START,
    ...bytesOf("assistant\n"),
  ]);
});

test("chat_template.jinja counts before the entry in tokenizer_config.json", () => {
  expect(createChatTemplate({ chat_template: "old" }, "new")(question)).toBe("new");
});

test("of several templates the default one is used", () => {
  const named = [
    { name: "tool_use", template: "tool" },
    { name: "default", template: "{{ bos_token }}{{ messages[0].content }}" },
  ];
  expect(
    createChatTemplate({ chat_template: named, bos_token: { content: "<s>" } }, undefined)(question),
  ).toBe("<s>1+1?");
});

test("a model without a template is refused, and the message says what is missing", () => {
  expect(() => createChatTemplate({}, undefined)).toThrow(/no chat template.*chat_template\.jinja/);
});
