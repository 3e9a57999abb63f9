/** Resolves in a task of its own, so that what follows adds nothing to this one's length. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
