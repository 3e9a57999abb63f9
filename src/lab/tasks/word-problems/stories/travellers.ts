import type { Story } from "./story";

export const travellers: Story = {
  kind: "travellers",
  family: "change",
  casts: [
    { things: "passengers", vehicle: "bus" },
    { things: "passengers", vehicle: "train" },
    { things: "people", vehicle: "boat" },
    { things: "people", vehicle: "tram" },
  ],
  open: [
    "A {vehicle} leaves with {n} {things}.",
    "There are {n} {things} on a {vehicle}.",
    "A {vehicle} starts with {n} {things} on board.",
  ],
  openGroups: [
    "A {vehicle} has {k} rows with {n} {things} in each row.",
    "{k} groups of {n} {things} get on a {vehicle}.",
  ],
  add: [
    "At the next stop {n} {things} get on.",
    "Then {n} more {things} come on board.",
    "{n} {things} join at the bridge.",
  ],
  subtract: [
    "At the next stop {n} {things} get off.",
    "Then {n} {things} leave the {vehicle}.",
    "{n} {things} get off at the market.",
  ],
  multiply: [
    "At the station the number of {things} grows to {times} what it was.",
    "After lunch there are {times} as many {things}.",
  ],
  divide: [
    "At the harbour only {part} of the {things} stay on.",
    "Later just {part} of the {things} are left.",
  ],
  addGroups: ["Then {k} families of {n} get on.", "At the school {k} teams of {n} {things} get on."],
  subtractGroups: ["Then {k} families of {n} get off.", "At the park {k} groups of {n} {things} get off."],
  ask: [
    "How many {things} are on the {vehicle} now?",
    "How many {things} does the {vehicle} carry at the end?",
  ],
  askMore: ["How many more {things} are on the {vehicle} now than at the start?"],
  askFewer: ["How many fewer {things} are on the {vehicle} now than at the start?"],
  askShare: ["At the end they walk on in {k} equal groups. How many {things} are in each group?"],
  askEach: [{ text: "Everyone on board now pays {k} coins. How many coins is that?", label: "coins" }],
  distract: [
    "The {vehicle} is {n} years old.",
    "The ride takes {n} minutes.",
    "The driver has worked for {n} days.",
    "The {vehicle} has number {n}.",
  ],
};
