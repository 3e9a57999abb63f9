import type { Label } from "../../lab/zero-shot/label";

/** What a first visit finds: words of seven scripts, and pictures that are drawn on the spot. */
export const FIRST_LABELS: readonly Label[] = [
  { text: "red heart", language: "en" },
  { text: "Sonne", language: "de" },
  { text: "poisson", language: "fr" },
  { text: "estrella", language: "es" },
  { text: "дерево", language: "ru" },
  { text: "αεροπλάνο", language: "el" },
  { text: "قطة", language: "ar" },
  { text: "घर", language: "hi" },
  { text: "キノコ", language: "ja" },
  { text: "나비", language: "ko" },
  { text: "自行车", language: "zh" },
];

/** Drawings of our own, as SVG, 64 units wide. */
const DRAWN: readonly { name: string; shapes: string }[] = [
  {
    name: "heart",
    shapes: `<path fill="#d3352b" d="M32 56 8 32a14 14 0 0 1 24-18 14 14 0 0 1 24 18Z"/>`,
  },
  {
    name: "sun",
    shapes: `<g stroke="#f2a81d" stroke-width="5" stroke-linecap="round">${[
      0, 45, 90, 135, 180, 225, 270, 315,
    ]
      .map((turn) => `<path d="M32 9V3" transform="rotate(${turn} 32 32)"/>`)
      .join("")}</g><circle cx="32" cy="32" r="17" fill="#f9c433"/>`,
  },
  {
    name: "fish",
    shapes: `<path fill="#2f7fc1" d="M6 32c8-16 30-18 42-3l11-10v26L48 35C36 50 14 48 6 32Z"/><circle cx="18" cy="29" r="3" fill="#fff"/><circle cx="18" cy="29" r="1.5" fill="#222"/>`,
  },
  {
    name: "tree",
    shapes: `<path fill="#7a4d26" d="M28 40h8v20h-8z"/><circle cx="32" cy="26" r="21" fill="#3f9142"/>`,
  },
  {
    name: "house",
    shapes: `<path fill="#e9d8b4" d="M12 30h40v28H12z"/><path fill="#b33f2e" d="M4 33 32 8l28 25-4 4L32 16 8 37Z"/><path fill="#7a4d26" d="M27 40h10v18H27z"/>`,
  },
];

const SIDE = 192;

/** The drawings as PNG files. */
export function drawSamples(): Promise<{ blob: Blob; name: string }[]> {
  return Promise.all(
    DRAWN.map(async ({ name, shapes }) => ({ name: `${name}.png`, blob: await toPng(shapes) })),
  );
}

async function toPng(shapes: string): Promise<Blob> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="${SIDE}" height="${SIDE}">${shapes}</svg>`;
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [SIDE, SIDE];
  const context = canvas.getContext("2d", { alpha: false })!;
  context.fillStyle = "#fff";
  context.fillRect(0, 0, SIDE, SIDE);
  context.drawImage(image, 0, 0);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("A sample could not be drawn.")))),
  );
}
