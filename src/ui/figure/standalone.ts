import { fontRules } from "./font-rules";

const SVG = "http://www.w3.org/2000/svg";
/** Properties that a figure's style sheet or its marks may set. */
const INLINED = [
  "color",
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-dasharray",
  "stroke-dashoffset",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-miterlimit",
  "paint-order",
  "opacity",
  "text-anchor",
  "white-space",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "font-variant-numeric",
];
/** Pixels of a PNG for each of the page's: sharp in print and on a projector. */
const PNG_SCALE = 3;

/** A figure as a file of its own: with the page's colours and paper, and the letters it is set in. */
export async function standaloneSvg(svg: SVGSVGElement): Promise<string> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [originals, copies] = [svg, copy].map((root) => [root, ...root.querySelectorAll("*")]);
  originals!.forEach((original, index) => inlineStyle(original, copies![index]!));
  copy.setAttribute("xmlns", SVG);
  copy.querySelectorAll("style").forEach((style) => style.remove()); // For the page; what it does is inlined.

  const paper = document.createElementNS(SVG, "rect");
  paper.setAttribute("width", "100%");
  paper.setAttribute("height", "100%");
  paper.setAttribute("fill", getComputedStyle(document.documentElement).backgroundColor);
  const style = document.createElementNS(SVG, "style");
  style.textContent = await fontRules(getComputedStyle(svg).fontFamily);
  copy.prepend(style, paper);
  return new XMLSerializer().serializeToString(copy);
}

export async function standalonePng(svg: SVGSVGElement): Promise<Blob> {
  const { width, height } = svg.viewBox.baseVal;
  const url = URL.createObjectURL(new Blob([await standaloneSvg(svg)], { type: "image/svg+xml" }));
  try {
    const image = new Image(width * PNG_SCALE, height * PNG_SCALE);
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(width * PNG_SCALE, height * PNG_SCALE);
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: "image/png" });
  } finally {
    URL.revokeObjectURL(url);
  }
}

function inlineStyle(original: Element, copy: Element): void {
  const style = getComputedStyle(original);
  const rules = INLINED.map((name) => `${name}:${style.getPropertyValue(name)}`);
  for (const name of ["class", ...INLINED]) copy.removeAttribute(name); // They may name the page's colours.
  copy.setAttribute("style", rules.join(";"));
}
