/** The page's `@font-face` rules for the first family of a list, Latin letters only, with the font in them. */
export async function fontRules(families: string): Promise<string> {
  const family = families.split(",")[0]!.replaceAll(/["']/g, "").trim();
  const rules = [...document.styleSheets].flatMap(readRules).filter((rule) => isLatin(rule, family));
  return (await Promise.all(rules.map(embed))).join("\n");
}

function readRules(sheet: CSSStyleSheet): CSSFontFaceRule[] {
  return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule);
}

function isLatin({ style }: CSSFontFaceRule, family: string): boolean {
  const sameFamily = style.getPropertyValue("font-family").replaceAll(/["']/g, "") === family;
  return sameFamily && /U\+0+-?0*FF\b|U\+0000-00FF/i.test(style.getPropertyValue("unicode-range"));
}

/** A font that cannot be had leaves the picture with the reader's own sans. */
async function embed(rule: CSSFontFaceRule): Promise<string> {
  const url = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.getPropertyValue("src"))?.[1];
  if (!url) return "";
  try {
    const base = rule.parentStyleSheet?.href ?? document.baseURI;
    const font = await (await fetch(new URL(url, base))).blob();
    return rule.cssText.replace(/url\([^)]*\)/, `url("${await dataUrl(font)}")`);
  } catch {
    return "";
  }
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new Error("the font could not be read"));
    reader.readAsDataURL(blob);
  });
}
