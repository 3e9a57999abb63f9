/** Sizes and formats in which emoji and small photos come. */
const KINDS = [
  { side: 72, type: "image/png" },
  { side: 256, type: "image/jpeg" },
  { side: 72, type: "image/png" },
  { side: 256, type: "image/png" },
];

/** Files of coloured discs over a gradient, each with others, the kinds in turn. */
export async function drawPictures(count: number, first = 0): Promise<Blob[]> {
  const blobs: Blob[] = [];
  for (let i = first; i < first + count; i++) {
    const { side, type } = KINDS[i % KINDS.length]!;
    blobs.push(await draw(side, i).convertToBlob({ type, quality: 0.85 }));
  }
  return blobs;
}

function draw(side: number, number: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  const random = (at: number) => ((Math.imul(number * 97 + at + 1, 2654435761) >>> 8) % 1000) / 1000;
  const colour = (at: number) => `hsl(${360 * random(at)} ${100 * random(at + 1)}% ${100 * random(at + 2)}%)`;
  const ground = context.createLinearGradient(0, 0, side * random(0), side);
  ground.addColorStop(0, colour(1));
  ground.addColorStop(1, colour(4));
  context.fillStyle = ground;
  context.fillRect(0, 0, side, side);
  for (let disc = 10; disc < 100; disc += 6) {
    context.fillStyle = colour(disc);
    context.beginPath();
    context.arc(side * random(disc + 3), side * random(disc + 4), (side / 6) * random(disc + 5), 0, 7);
    context.fill();
  }
  return canvas;
}
