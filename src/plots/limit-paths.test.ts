import { expect, test } from "vitest";
import { limitPaths, outOfReach } from "./limit-paths";
import { logScale } from "./log-scale";

const x = logScale([1, 100], [0, 400]);
const y = logScale([10, 1000], [200, 0]);

test("a level limit has its name above its middle", () => {
  const [path] = limitPaths([{ limit: "arithmetic", at: () => 100 }], x, y);
  expect(path!.label).toMatchObject({ x: 200, angle: 0, anchor: "middle" });
  expect(path!.label!.y).toBeCloseTo(100);
});

test("a rising limit has its name along it, inside the frame, and of two each at its own place", () => {
  const [memory, dispatch] = limitPaths(
    [
      { limit: "memory", at: (n) => 10 * n },
      { limit: "dispatch", at: (n) => 10 * n },
    ],
    x,
    y,
  );
  expect(memory!.label!.angle).toBeCloseTo((-Math.atan2(200, 400) * 180) / Math.PI);
  expect(dispatch!.label!.x).toBeGreaterThan(memory!.label!.x + 60);
  expect(dispatch!.label!.x).toBeLessThan(400);
});

test("a limit that leaves the frame at once has no name in it", () => {
  for (const at of [() => 1e6, (n: number) => 900 * n]) {
    expect(limitPaths([{ limit: "memory", at }], x, y)[0]!.label).toBeUndefined();
  }
});

test("out of reach is what lies above the lowest limit", () => {
  const lines = [
    { limit: "memory", at: () => 1e6 },
    { limit: "arithmetic", at: () => 100 },
  ] as const;
  expect(outOfReach(lines, x, y, 0)).toMatch(/^M0 0L0\.0 100\.0.*L400\.0 100\.0L400 0Z$/);
  expect(outOfReach([], x, y, 0)).toBe("");
});
