/**
 * Sentences around a label, `{}` in its place. The first is a language's default; all together are the ensemble.
 * They are the ones the pocket encoder was trained with, too.
 */
export const TEMPLATES: Record<string, readonly string[]> = {
  en: ["a picture of {}", "a drawing of {}", "this is {}"],
  de: ["ein Bild: {}", "eine Zeichnung: {}", "das ist {}"],
  fr: ["une image : {}", "un dessin : {}", "voici {}"],
  es: ["una imagen de {}", "un dibujo de {}", "esto es {}"],
  pt: ["uma imagem de {}", "um desenho de {}", "isto é {}"],
  it: ["un'immagine: {}", "un disegno: {}", "questo è {}"],
  pl: ["obrazek: {}", "rysunek: {}", "to jest {}"],
  tr: ["{} resmi", "{} çizimi", "bu {}"],
  vi: ["hình ảnh {}", "bức vẽ {}", "đây là {}"],
  id: ["gambar {}", "lukisan {}", "ini {}"],
  ru: ["картинка: {}", "рисунок: {}", "это {}"],
  uk: ["картинка: {}", "малюнок: {}", "це {}"],
  el: ["εικόνα: {}", "σχέδιο: {}", "αυτό είναι {}"],
  ar: ["صورة {}", "رسم {}", "هذا {}"],
  he: ["תמונה של {}", "ציור של {}", "זה {}"],
  hi: ["{} की तस्वीर", "{} का चित्र", "यह {} है"],
  bn: ["{} এর ছবি", "{} এর আঁকা ছবি", "এটি {}"],
  th: ["ภาพ{}", "ภาพวาด{}", "นี่คือ{}"],
  ja: ["{}の画像", "{}の絵", "これは{}です"],
  ko: ["{} 사진", "{} 그림", "이것은 {}"],
  zh: ["{}的图片", "{}的图画", "这是{}"],
};

/** The templates of a language, or the bare label where we have none. */
export function templatesOf(language: string): readonly string[] {
  return TEMPLATES[language] ?? ["{}"];
}

/** A label in a template. */
export function fillTemplate(template: string, label: string): string {
  return template.replace("{}", () => label);
}
