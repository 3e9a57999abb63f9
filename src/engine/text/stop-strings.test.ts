import { expect, test } from "vitest";
import { StopStrings } from "./stop-strings";

function feed(stops: string[], pieces: string[]) {
  const filter = new StopStrings(stops);
  let shown = "";
  for (const piece of pieces) {
    const { text, stopped } = filter.push(piece);
    shown += text;
    if (stopped) return { shown, stopped };
  }
  return { shown: shown + filter.flush(), stopped: false };
}

test("a stop string ends the text before itself", () => {
  expect(feed(["END"], ["one END two"])).toEqual({ shown: "one ", stopped: true });
});

test("a stop string may be spread over pieces", () => {
  expect(feed(["\n\n"], ["a", "\n", "\nb"])).toEqual({ shown: "a", stopped: true });
});

test("what only looked like its beginning is shown after all", () => {
  expect(feed(["ENDE"], ["a EN", "D of it"])).toEqual({ shown: "a END of it", stopped: false });
  expect(feed(["ENDE"], ["a EN"])).toEqual({ shown: "a EN", stopped: false });
});

test("text that cannot begin one is never held back", () => {
  const filter = new StopStrings(["##"]);
  expect(filter.push("a#b").text).toBe("a#b");
  expect(filter.push("c#").text).toBe("c");
});

test("of several the first in the text counts", () => {
  expect(feed(["x", "b"], ["abcx"])).toEqual({ shown: "a", stopped: true });
});

test("an empty stop string stops nothing", () => {
  expect(feed([""], ["abc"])).toEqual({ shown: "abc", stopped: false });
});
