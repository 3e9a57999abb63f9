import type { Story } from "./story";

export const practice: Story = {
  kind: "practice",
  family: "change",
  casts: [
    { things: "minutes", activity: "reads" },
    { things: "minutes", activity: "swims" },
    { things: "minutes", activity: "sings" },
    { things: "minutes", activity: "draws" },
  ],
  open: ["{who} {activity} for {n} {things}.", "On Monday {who} {activity} for {n} {things}."],
  openGroups: [
    "{who} {activity} {n} {things} a day for {k} days.",
    "For {k} days {who} {activity} {n} {things} each day.",
  ],
  openConverted: [
    { text: "{who} {activity} for {n} hours.", factor: 60, label: "hours" },
    { text: "On Sunday {who} {activity} for {n} hours.", factor: 60, label: "hours" },
  ],
  add: [
    "After a break {who} {activity} {n} {things} more.",
    "The next day {who} adds {n} {things}.",
    "{who} goes on for {n} {things}.",
  ],
  subtract: [
    "{n} of these {things} do not count.",
    "The coach takes off {n} {things}.",
    "{who} loses {n} {things} to noise.",
  ],
  multiply: [
    "With the next week it becomes {times} as long.",
    "By the end of the month it is {times} as much.",
  ],
  divide: ["Only {part} of that time is good.", "The coach counts {part} of that time."],
  addGroups: ["Then {who} does {k} rounds of {n} {things}.", "{who} adds {n} {things} on each of {k} days."],
  subtractGroups: [
    "From this come off {k} breaks of {n} {things}.",
    "{k} pauses of {n} {things} do not count.",
  ],
  ask: ["How many {things} is that now?", "How many {things} count in the end?"],
  askMore: ["How many {things} more is that than at first?"],
  askFewer: ["How many {things} less is that than at first?"],
  askShare: ["{who} wants the same time spread over {k} days. How many {things} is that a day?"],
  askEach: [{ text: "{who} does all this {k} times. How many {things} is that?", label: "all" }],
  distract: [
    "{who} is {n} years old.",
    "The room has {n} chairs.",
    "{who} takes {n} steps to get there.",
    "There are {n} pictures on the wall.",
  ],
};
