/** What a generated drawing may show. One word of each list, in each language: base forms, as in a dictionary. */
export const COLOURS = ["red", "orange", "yellow", "green", "blue", "purple", "black"] as const;
export const SHAPES = ["circle", "square", "triangle", "star", "heart"] as const;
export const TEXTURES = ["stripes", "dots"] as const;
export const PLACES = ["left", "right", "top", "bottom"] as const;

const words = (text: string) => text.split(", ");

/** Colours, shapes, textures and places in the order of the lists above. */
export const DRAWING_WORDS: Record<string, readonly string[]> = {
  en: words(
    "red, orange, yellow, green, blue, purple, black, circle, square, triangle, star, heart, stripes, dots, left, right, top, bottom",
  ),
  de: words(
    "rot, orange, gelb, grün, blau, lila, schwarz, Kreis, Quadrat, Dreieck, Stern, Herz, Streifen, Punkte, links, rechts, oben, unten",
  ),
  fr: words(
    "rouge, orange, jaune, vert, bleu, violet, noir, cercle, carré, triangle, étoile, cœur, rayures, points, gauche, droite, haut, bas",
  ),
  es: words(
    "rojo, naranja, amarillo, verde, azul, morado, negro, círculo, cuadrado, triángulo, estrella, corazón, rayas, puntos, izquierda, derecha, arriba, abajo",
  ),
  pt: words(
    "vermelho, laranja, amarelo, verde, azul, roxo, preto, círculo, quadrado, triângulo, estrela, coração, listras, pontos, esquerda, direita, em cima, embaixo",
  ),
  it: words(
    "rosso, arancione, giallo, verde, blu, viola, nero, cerchio, quadrato, triangolo, stella, cuore, strisce, punti, sinistra, destra, in alto, in basso",
  ),
  pl: words(
    "czerwony, pomarańczowy, żółty, zielony, niebieski, fioletowy, czarny, koło, kwadrat, trójkąt, gwiazda, serce, paski, kropki, po lewej, po prawej, na górze, na dole",
  ),
  tr: words(
    "kırmızı, turuncu, sarı, yeşil, mavi, mor, siyah, daire, kare, üçgen, yıldız, kalp, çizgili, noktalı, solda, sağda, üstte, altta",
  ),
  vi: words(
    "đỏ, cam, vàng, xanh lá cây, xanh dương, tím, đen, hình tròn, hình vuông, hình tam giác, ngôi sao, trái tim, sọc, chấm, bên trái, bên phải, phía trên, phía dưới",
  ),
  id: words(
    "merah, oranye, kuning, hijau, biru, ungu, hitam, lingkaran, persegi, segitiga, bintang, hati, garis-garis, titik-titik, kiri, kanan, atas, bawah",
  ),
  ru: words(
    "красный, оранжевый, жёлтый, зелёный, синий, фиолетовый, чёрный, круг, квадрат, треугольник, звезда, сердце, полосы, точки, слева, справа, сверху, снизу",
  ),
  uk: words(
    "червоний, помаранчевий, жовтий, зелений, синій, фіолетовий, чорний, коло, квадрат, трикутник, зірка, серце, смуги, крапки, ліворуч, праворуч, вгорі, внизу",
  ),
  el: words(
    "κόκκινο, πορτοκαλί, κίτρινο, πράσινο, μπλε, μωβ, μαύρο, κύκλος, τετράγωνο, τρίγωνο, αστέρι, καρδιά, ρίγες, κουκκίδες, αριστερά, δεξιά, πάνω, κάτω",
  ),
  ar: words(
    "أحمر, برتقالي, أصفر, أخضر, أزرق, بنفسجي, أسود, دائرة, مربع, مثلث, نجمة, قلب, خطوط, نقاط, يسار, يمين, أعلى, أسفل",
  ),
  he: words(
    "אדום, כתום, צהוב, ירוק, כחול, סגול, שחור, עיגול, ריבוע, משולש, כוכב, לב, פסים, נקודות, שמאל, ימין, למעלה, למטה",
  ),
  hi: words(
    "लाल, नारंगी, पीला, हरा, नीला, बैंगनी, काला, वृत्त, वर्ग, त्रिभुज, तारा, दिल, धारियाँ, बिंदु, बाएँ, दाएँ, ऊपर, नीचे",
  ),
  bn: words(
    "লাল, কমলা, হলুদ, সবুজ, নীল, বেগুনি, কালো, বৃত্ত, বর্গক্ষেত্র, ত্রিভুজ, তারা, হৃদয়, ডোরাকাটা, বিন্দু, বামে, ডানে, উপরে, নিচে",
  ),
  th: words(
    "สีแดง, สีส้ม, สีเหลือง, สีเขียว, สีน้ำเงิน, สีม่วง, สีดำ, วงกลม, สี่เหลี่ยม, สามเหลี่ยม, ดาว, หัวใจ, ลายทาง, ลายจุด, ซ้าย, ขวา, บน, ล่าง",
  ),
  ja: words("赤, オレンジ, 黄色, 緑, 青, 紫, 黒, 円, 四角, 三角, 星, ハート, しま模様, 水玉, 左, 右, 上, 下"),
  ko: words(
    "빨간색, 주황색, 노란색, 초록색, 파란색, 보라색, 검은색, 원, 사각형, 삼각형, 별, 하트, 줄무늬, 물방울무늬, 왼쪽, 오른쪽, 위, 아래",
  ),
  zh: words(
    "红色, 橙色, 黄色, 绿色, 蓝色, 紫色, 黑色, 圆形, 正方形, 三角形, 星形, 心形, 条纹, 圆点, 左边, 右边, 上面, 下面",
  ),
};

const ORDER: readonly string[] = [...COLOURS, ...SHAPES, ...TEXTURES, ...PLACES];

/** A word of the lists above in a language. */
export function wordIn(language: string, english: string): string {
  return DRAWING_WORDS[language]![ORDER.indexOf(english)]!;
}
