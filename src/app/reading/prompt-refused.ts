/** A prompt that a role's model cannot read, such as one that is too long. It is of use for others all the same. */
export class PromptRefused extends Error {}
