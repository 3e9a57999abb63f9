import type { Story } from "./story";

export const harvest: Story = {
  kind: "harvest",
  family: "change",
  casts: [
    { things: "apples", box: "box", boxes: "boxes" },
    { things: "eggs", box: "basket", boxes: "baskets" },
    { things: "pears", box: "crate", boxes: "crates" },
    { things: "carrots", box: "bag", boxes: "bags" },
    { things: "lemons", box: "bucket", boxes: "buckets" },
  ],
  open: [
    "{who} picks {n} {things}.",
    "{who} brings {n} {things} to the market.",
    "In the barn {who} finds {n} {things}.",
  ],
  openGroups: [
    "{who} fills {k} {boxes} with {n} {things} each.",
    "{who} has {k} {boxes}, and {n} {things} in every {box}.",
  ],
  openConverted: [
    { text: "{who} picks {n} dozen {things}.", factor: 12, label: "dozen" },
    { text: "{who} brings {n} dozen {things} to the market.", factor: 12, label: "dozen" },
  ],
  add: [
    "Then {who} picks {n} more {things}.",
    "A neighbour gives {who} {n} {things}.",
    "{who} buys {n} more {things}.",
  ],
  subtract: [
    "{who} sells {n} {things}.",
    "{n} {things} turn out to be bad.",
    "{who} gives {n} {things} to a neighbour.",
  ],
  multiply: ["The next day {who} has {times} as many {things}.", "By evening the pile is {times} as large."],
  divide: ["{who} keeps only {part} of the {things}.", "After the storm {part} of the {things} are left."],
  addGroups: ["{who} adds {k} {boxes} of {n} {things}.", "Then {k} helpers bring {n} {things} each."],
  subtractGroups: ["{who} sells {k} {boxes} of {n} {things}.", "{k} children eat {n} {things} each."],
  ask: ["How many {things} does {who} have now?", "How many {things} are left in the end?"],
  askMore: ["How many more {things} does {who} have now than at first?"],
  askFewer: ["How many fewer {things} does {who} have now than at first?"],
  askShare: ["{who} packs them into {k} equal {boxes}. How many {things} are in each {box}?"],
  askEach: [
    { text: "{who} sells the rest for {k} coins each. How many coins does that bring?", label: "coins" },
  ],
  distract: [
    "The farm has {n} trees.",
    "{who} got up {n} minutes early.",
    "The market is {n} miles away.",
    "A {box} weighs {n} grams.",
  ],
};
