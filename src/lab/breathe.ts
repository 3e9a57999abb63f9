/**
 * Called between small pieces of work; what it returns is awaited, so that whoever began the work decides how long its
 * thread may be busy at a stretch. `undefined` where it is not yet time to let others in.
 */
export type Breathe = () => Promise<void> | undefined;
