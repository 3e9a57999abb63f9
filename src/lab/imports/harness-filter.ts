import type { Row } from "./row";

/**
 * The filter that made this row's answers, in a log of lm-evaluation-harness: it writes all documents once for each filter of a
 * task, with the same responses. Undefined in any other row.
 */
export function filterOf({ cells }: Row): string | undefined {
  const { filter, filtered_resps, resps } = cells;
  const isLogged = filtered_resps !== undefined || resps !== undefined;
  return isLogged && typeof filter === "string" ? filter : undefined;
}
