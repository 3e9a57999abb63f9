import type { Story } from "./story";

export const savings: Story = {
  kind: "savings",
  family: "change",
  casts: [
    { things: "dollars", thing: "dollar" },
    { things: "coins", thing: "coin" },
    { things: "euros", thing: "euro" },
    { things: "pounds", thing: "pound" },
  ],
  open: [
    "{who} has {n} {things} in the bank.",
    "{who} starts with {n} {things}.",
    "{who} gets {n} {things} as a gift.",
  ],
  openGroups: [
    "{who} saves {n} {things} a week for {k} weeks.",
    "{who} earns {n} {things} an hour and works {k} hours.",
  ],
  openConverted: [{ text: "{who} puts away one {thing} a day for {n} weeks.", factor: 7, label: "weeks" }],
  add: ["{who} earns {n} {things} more.", "An aunt gives {who} {n} {things}.", "{who} finds {n} {things}."],
  subtract: [
    "{who} spends {n} {things} on a game.",
    "{who} pays {n} {things} for a ticket.",
    "{who} lends {n} {things} to a friend.",
  ],
  multiply: ["A year later {who} has {times} as much.", "With luck {who} makes it {times} as much."],
  divide: [
    "{who} keeps {part} of the money and gives the rest away.",
    "After a loss {who} has {part} of the money left.",
  ],
  addGroups: [
    "{who} sells {k} pictures for {n} {things} each.",
    "{who} works {k} days for {n} {things} a day.",
  ],
  subtractGroups: [
    "{who} buys {k} books for {n} {things} each.",
    "{who} pays {n} {things} on each of {k} days.",
  ],
  ask: ["How many {things} does {who} have now?", "How much money is left, in {things}?"],
  askMore: ["How many more {things} does {who} have now than at first?"],
  askFewer: ["How many fewer {things} does {who} have now than at first?"],
  askShare: ["{who} splits the money equally among {k} children. How many {things} does each child get?"],
  askEach: [
    {
      text: "{k} friends have the same amount each. How many {things} do the {k} friends have?",
      label: "all",
    },
  ],
  distract: [
    "{who} is {n} years old.",
    "The bank is {n} miles away.",
    "{who} has {n} cousins.",
    "The game has {n} parts.",
  ],
};
