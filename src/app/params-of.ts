/** The settings after the question mark of a link. As text they compare by what they say: a character may be written in several ways. */
export function paramsOf(link: string): URLSearchParams {
  const mark = link.indexOf("?");
  return new URLSearchParams(mark < 0 ? "" : link.slice(mark + 1));
}
