import type { Story } from "./story";

export const prices: Story = {
  kind: "prices",
  family: "compare",
  casts: [
    {
      things: "coins",
      characters: "the pen|the book|the lamp|the kite|the ball|the scarf|the clock|the drum|the mug",
    },
    {
      things: "dollars",
      characters: "the hat|the bag|the coat|the chair|the bike|the tent|the radio|the map|the rug",
    },
  ],
  open: [
    "{who} costs {n} {things}.",
    "The price of {who} is {n} {things}.",
    "You pay {n} {things} for {who}.",
  ],
  add: ["{who} costs {n} {things} more than {prev}.", "{prev} is {n} {things} cheaper than {who}."],
  subtract: ["{who} costs {n} {things} less than {prev}.", "{prev} is {n} {things} dearer than {who}."],
  multiply: ["{who} costs {times} as much as {prev}.", "The price of {who} is {times} the price of {prev}."],
  divide: ["{who} costs {part} as much as {prev}.", "{who} is on sale for {part} the price of {prev}."],
  ask: ["How many {things} does {who} cost?", "What is the price of {who} in {things}?"],
  askMore: ["How many {things} more does {big} cost than {small}?"],
  askTogether: [
    "How many {things} do {who} and {prev} cost together?",
    "What do you pay for {prev} and {who} in all?",
  ],
  askShare: ["{k} friends buy {who} together and pay the same. How many {things} does each pay?"],
  askEach: [{ text: "{k} friends each buy {who}. How many {things} do they pay in all?", label: "all" }],
  distract: [
    "The shop opened {n} years ago.",
    "There are {n} people in the shop.",
    "{who} weighs {n} grams.",
    "The shop is in street number {n}.",
  ],
};
