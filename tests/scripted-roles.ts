import type { Sample } from "../workers/protocol";
import type { Role } from "../src/lab/lab";
import { type Exchange, roleLab } from "../src/lab/role-lab";

/** What a role was asked, in order. */
export interface AskedOf {
  role: Role;
  prompt: string;
  temperature: number;
}

/** A lab whose models write what `write` says, ten tokens each: for claims about what methods ask, and make of the answers. */
export function scriptedLab(
  write: (asked: AskedOf) => string,
  { question = "What?", seed = 1, expected = "1", trained = true, onExchange = (_: Exchange) => {} } = {},
) {
  const asked: AskedOf[] = [];
  const lab = roleLab(
    { question, seed, expected },
    {
      isTrained: () => trained,
      write(role, prompts, temperature) {
        return Promise.resolve(
          prompts.map(({ messages, samples }) =>
            samples.map((sample): Sample => {
              const one = { role, prompt: messages[0]!.content, temperature };
              asked.push(one);
              return { sample, text: write(one), tokens: 10, logprob: -1, chunkEnds: [], finish: "stop" };
            }),
          ),
        );
      },
    },
    { onExchange },
  );
  return { lab, asked };
}
