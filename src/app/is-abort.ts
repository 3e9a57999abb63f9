/** Whether it was somebody's wish that this ended: nothing to complain of. */
export const isAbort = (error: unknown): boolean => error instanceof Error && error.name === "AbortError";
