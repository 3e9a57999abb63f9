/** Where a value is not of the shape and what it should be, in words, or null if it is of the shape. */
export type Shape = (value: unknown, path: string) => string | null;

export const text: Shape = (value, path) => (typeof value === "string" ? null : `${path} is not text`);
export const number: Shape = (value, path) =>
  typeof value === "number" && Number.isFinite(value) ? null : `${path} is not a number`;

export function oneOf(...allowed: readonly string[]): Shape {
  return (value, path) =>
    allowed.includes(value as string) ? null : `${path} is not one of ${allowed.join(", ")}`;
}

export function optional(shape: Shape): Shape {
  return (value, path) => (value === undefined ? null : shape(value, path));
}

/** What is wrong is said of the first shape. */
export function either(one: Shape, other: Shape): Shape {
  return (value, path) => (other(value, path) === null ? null : one(value, path));
}

export function list(shape: Shape): Shape {
  return (value, path) => {
    if (!Array.isArray(value)) return `${path} is not a list`;
    return firstFault(value.map((item: unknown, i) => () => shape(item, `${path}[${i}]`)));
  };
}

/** A plain object with at least these fields: a later version may have written more. */
export function fields(shapes: Record<string, Shape>): Shape {
  return (value, path) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return `${path} is not a record`;
    const record = value as Record<string, unknown>;
    return firstFault(
      Object.entries(shapes).map(
        ([name, shape]) =>
          () =>
            shape(record[name], `${path}.${name}`),
      ),
    );
  };
}

function firstFault(checks: readonly (() => string | null)[]): string | null {
  for (const check of checks) {
    const fault = check();
    if (fault !== null) return fault;
  }
  return null;
}
