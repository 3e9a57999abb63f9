import type { Story } from "./story";

export const building: Story = {
  kind: "building",
  family: "change",
  casts: [
    { things: "bricks", thing: "wall" },
    { things: "tiles", thing: "roof" },
    { things: "stones", thing: "path" },
    { things: "inches", thing: "fence", label: "inches" },
  ],
  open: ["A {thing} is made of {n} {things}.", "{who} starts a {thing} of {n} {things}."],
  openGroups: [
    "A {thing} has {k} rows of {n} {things}.",
    "{who} lays {k} rows of {n} {things} for a {thing}.",
  ],
  openConverted: [{ text: "{who} lays a dozen {things} a day for {n} days.", factor: 12, label: "dozen" }],
  add: [
    "{who} adds {n} {things}.",
    "On Monday the {thing} gains {n} {things}.",
    "A friend lays {n} {things} more.",
  ],
  subtract: ["The wind takes {n} {things}.", "{who} removes {n} {things}.", "{n} {things} break."],
  multiply: [
    "After a week the {thing} has {times} as many {things}.",
    "Then it is built up to {times} its size.",
  ],
  divide: ["In the flood only {part} of the {things} stay.", "{who} cuts the {thing} down to {part} of it."],
  addGroups: ["{who} adds {k} rows of {n} {things}.", "{k} workers lay {n} {things} each."],
  subtractGroups: ["{who} takes away {k} rows of {n} {things}.", "{k} goats knock off {n} {things} each."],
  ask: ["How many {things} does the {thing} have now?", "How many {things} are there at the end?"],
  askMore: ["How many more {things} does the {thing} have now than at first?"],
  askFewer: ["How many fewer {things} does the {thing} have now than at first?"],
  askShare: ["The {things} are divided over {k} equal parts. How many {things} has each part?"],
  askEach: [{ text: "{k} such works are finished. How many {things} is that in all?", label: "all" }],
  distract: [
    "The work takes {n} hours.",
    "The house next door is {n} years old.",
    "{who} drinks {n} glasses of water.",
    "The ladder has {n} rungs.",
  ],
};
