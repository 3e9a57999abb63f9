/** Drawings of our own, as the parts of an SVG 64 units wide. The pocket encoder names each in most of its languages. */
export const SAMPLE_DRAWINGS: readonly { name: string; shapes: readonly string[] }[] = [
  {
    name: "heart",
    shapes: [`<path fill="#d3352b" d="M32 56 8 32a14 14 0 0 1 24-18 14 14 0 0 1 24 18Z"/>`],
  },
  {
    name: "airplane",
    shapes: [
      `<path fill="#9fb7c9" d="M60 4c-4-4-12 0-17 5L33 19 8 12l-5 5 21 12-9 10-8-1-4 4 9 5 5 9 4-4-1-8 10-9 12 21 5-5-7-25 10-10c5-5 9-13 5-17Z"/>`,
    ],
  },
  {
    name: "fish",
    shapes: [
      `<path fill="#2f7fc1" d="M6 32c8-16 30-18 42-3l11-10v26L48 35C36 50 14 48 6 32Z"/>`,
      `<circle cx="18" cy="29" r="3" fill="#fff"/>`,
      `<circle cx="18" cy="29" r="1.5" fill="#222"/>`,
    ],
  },
  {
    name: "apple",
    shapes: [
      `<path fill="#d7322e" d="M32 18c6-5 26-6 26 14 0 14-10 28-18 28-3 0-5-2-8-2s-5 2-8 2C16 60 6 46 6 32c0-20 20-19 26-14Z"/>`,
      `<path fill="#6b4226" d="M30 18c0-6 2-10 6-14l3 2c-4 3-6 7-6 12Z"/>`,
      `<path fill="#4f9e3c" d="M38 12c3-7 11-9 17-7-2 7-10 10-17 7Z"/>`,
    ],
  },
  {
    name: "cat",
    shapes: [
      `<path fill="#f6b73c" d="M6 6c6 2 12 6 15 10 7-3 15-3 22 0C46 12 52 8 58 6c2 8 2 16 0 24 2 16-10 28-26 28S4 46 6 30C4 22 4 14 6 6Z"/>`,
      `<path fill="#f2a0a0" d="M11 12c3 1 6 4 8 7-3 2-5 5-6 8-2-5-3-10-2-15ZM53 12c-3 1-6 4-8 7 3 2 5 5 6 8 2-5 3-10 2-15Z"/>`,
      `<ellipse cx="22" cy="34" rx="3.5" ry="5" fill="#222"/>`,
      `<ellipse cx="42" cy="34" rx="3.5" ry="5" fill="#222"/>`,
      `<path fill="#e0607a" d="M28 41h8l-4 5Z"/>`,
      `<path d="M32 46c-2 5-8 5-10 2M32 46c2 5 8 5 10 2" stroke="#5b3a24" stroke-width="2" fill="none"/>`,
      `<path d="M2 40l14 2M2 48l14-2M62 40l-14 2M62 48l-14-2" stroke="#8a6a3a" stroke-width="1.5"/>`,
    ],
  },
  {
    name: "mushroom",
    shapes: [
      `<path fill="#f3e3c8" d="M23 34h18c0 8 3 16 4 22 0 5-26 5-26 0 1-6 4-14 4-22Z"/>`,
      `<path fill="#d7322e" d="M4 34C4 16 17 6 32 6s28 10 28 28c0 5-56 5-56 0Z"/>`,
      `<circle cx="20" cy="22" r="5" fill="#fff"/>`,
      `<circle cx="37" cy="15" r="5" fill="#fff"/>`,
      `<circle cx="47" cy="28" r="5" fill="#fff"/>`,
      `<circle cx="31" cy="29" r="4" fill="#fff"/>`,
    ],
  },
];
