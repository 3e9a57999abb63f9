import type { Label } from "../../lab/zero-shot/label";
import { SAMPLE_DRAWINGS } from "./sample-drawings";

/** What a first visit finds: words of seven scripts, and pictures that are drawn on the spot. */
export const FIRST_LABELS: readonly Label[] = [
  { text: "red heart", language: "en" },
  { text: "Flugzeug", language: "de" },
  { text: "poisson", language: "fr" },
  { text: "estrella", language: "es" },
  { text: "красное яблоко", language: "ru" },
  { text: "ομπρέλα", language: "el" },
  { text: "شمس", language: "ar" },
  { text: "घर", language: "hi" },
  { text: "ネコの顔", language: "ja" },
  { text: "나비", language: "ko" },
  { text: "蘑菇", language: "zh" },
];

const SIDE = 192;

/** The drawings as PNG files. */
export function drawSamples(): Promise<{ blob: Blob; name: string }[]> {
  return Promise.all(
    SAMPLE_DRAWINGS.map(async ({ name, shapes }) => ({ name: `${name}.png`, blob: await toPng(shapes) })),
  );
}

async function toPng(shapes: readonly string[]): Promise<Blob> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="${SIDE}" height="${SIDE}">${shapes.join("")}</svg>`;
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
