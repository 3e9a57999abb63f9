import { expect, test } from "vitest";
import { type Exchange, roleLab, type RoleWriter } from "./role-lab";

const sample = (text: string) => ({
  sample: 0,
  text,
  tokens: 1,
  logprob: 0,
  chunkEnds: [],
  finish: "stop" as const,
});
const problem = { question: "What?", seed: 1, expected: "1" };

function counting(fails = 0) {
  let calls = 0;
  const writer: RoleWriter = {
    isTrained: () => true,
    write: (_, prompts) =>
      ++calls <= fails
        ? Promise.reject(new Error("gone"))
        : Promise.resolve(prompts.map(({ messages }) => [sample(messages[0]!.content)])),
  };
  return { writer, calls: () => calls };
}

test("the same prompt is written once, in whichever call it comes", async () => {
  const { writer, calls } = counting();
  const lab = roleLab(problem, writer);
  const one = { prompt: "a", samples: 1 };
  const [[first], [second]] = (await lab.ask("judge", [one, one], 0)) as [[unknown], [unknown]];
  expect(first).toBe(second);
  await lab.ask("judge", [one], 0);
  expect(calls()).toBe(1);
  await lab.ask("judge", [one], 1);
  expect(calls()).toBe(2);
});

test("a lab that knows what was written before needs no model", async () => {
  const told: Exchange[] = [];
  const before = roleLab(problem, counting().writer, { onExchange: (one) => told.push(one) });
  const written = await before.ask("judge", [{ prompt: "a", samples: 1 }], 0);
  const { writer, calls } = counting();
  const after = roleLab(problem, writer, { known: told });
  expect(await after.ask("judge", [{ prompt: "a", samples: 1 }], 0)).toEqual(written);
  expect(calls()).toBe(0);
});

test("what failed may be asked again", async () => {
  const { writer } = counting(1);
  const lab = roleLab(problem, writer);
  await expect(lab.ask("judge", [{ prompt: "a", samples: 1 }], 0)).rejects.toThrow("gone");
  expect(await lab.ask("judge", [{ prompt: "a", samples: 1 }], 0)).toHaveLength(1);
});
