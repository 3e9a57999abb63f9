/**
 * What a row holds at a path: a column by its name, or, where there is none of that name, what lies within by dots
 * (`doc.question`, `resps.0`). Undefined where there is nothing.
 */
export function valueAt(cells: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(cells, path)) return cells[path];
  let value: unknown = cells;
  for (const step of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

/** The paths that rows have, in order of appearance: columns, and one step into objects and lists of lists. */
export function pathsOf(rows: readonly { cells: Readonly<Record<string, unknown>> }[]): string[] {
  const paths = new Set<string>();
  for (const { cells } of rows) {
    for (const [name, value] of Object.entries(cells)) {
      paths.add(name);
      if (Array.isArray(value) && Array.isArray(value[0])) paths.add(`${name}.0`);
      else if (typeof value === "object" && value !== null && !Array.isArray(value))
        for (const inner of Object.keys(value)) paths.add(`${name}.${inner}`);
    }
  }
  return [...paths];
}
