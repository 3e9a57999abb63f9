import type { Story } from "./story";

export const collections: Story = {
  kind: "collections",
  family: "compare",
  casts: [
    { things: "marbles" },
    { things: "stickers" },
    { things: "shells" },
    { things: "stamps" },
    { things: "cards" },
    { things: "beads" },
    { things: "coins" },
    { things: "toy cars" },
  ],
  open: [
    "{who} has {n} {things}.",
    "{who} owns {n} {things}.",
    "There are {n} {things} in the bag of {who}.",
  ],
  add: [
    "{who} has {n} more {things} than {prev}.",
    "{prev} has {n} fewer {things} than {who}.",
    "{who} has as many {things} as {prev} and {n} more.",
  ],
  subtract: [
    "{who} has {n} fewer {things} than {prev}.",
    "{prev} has {n} more {things} than {who}.",
    "{who} needs {n} more {things} to have as many as {prev}.",
  ],
  multiply: [
    "{who} has {times} as many {things} as {prev}.",
    "{who} owns {times} as many {things} as {prev} does.",
  ],
  divide: [
    "{who} has {part} as many {things} as {prev}.",
    "{who} owns {part} as many {things} as {prev} does.",
  ],
  ask: ["How many {things} does {who} have?", "How many {things} are there in the bag of {who}?"],
  askMore: [
    "How many more {things} does {big} have than {small}?",
    "How many {things} does {small} need to catch up with {big}?",
  ],
  askTogether: [
    "How many {things} do {who} and {prev} have together?",
    "How many {things} do {prev} and {who} have in all?",
  ],
  askShare: ["{who} shares the {things} equally among {k} friends. How many {things} does each friend get?"],
  distract: [
    "{who} is {n} years old.",
    "{who} lives in house number {n}.",
    "{who} has {n} pencils.",
    "The school has {n} windows.",
  ],
};
