import type { Attachment } from "svelte/attachments";
import type { Drawing } from "../../plots/drawing";

const SVG = "http://www.w3.org/2000/svg";

/** Puts a drawing where the last one was, as one image with a name and a description. */
export function showDrawing({ svg, title, description }: Drawing, id: string): Attachment {
  return (place) => {
    svg.querySelectorAll("[aria-label]").forEach((part) => part.removeAttribute("aria-label")); // Parts of an image have none.
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-labelledby", `${id}-title`);
    svg.setAttribute("aria-describedby", `${id}-description`);
    svg.prepend(named("title", `${id}-title`, title), named("desc", `${id}-description`, description));
    place.replaceChildren(svg);
  };
}

function named(tag: "title" | "desc", id: string, text: string): SVGElement {
  const element = document.createElementNS(SVG, tag);
  element.id = id;
  element.textContent = text;
  return element;
}
