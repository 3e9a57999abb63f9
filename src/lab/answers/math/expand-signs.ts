/** `1 ± √2` stands for two answers: one with every upper sign, one with every lower. */
export function expandSigns(text: string): [string, string] | null {
  if (!/\\[pm][mp](?![a-zA-Z])/.test(text)) return null;
  const upper = text.replace(/\\pm(?![a-zA-Z])/g, "+").replace(/\\mp(?![a-zA-Z])/g, "-");
  const lower = text.replace(/\\pm(?![a-zA-Z])/g, "-").replace(/\\mp(?![a-zA-Z])/g, "+");
  return [upper, lower];
}
