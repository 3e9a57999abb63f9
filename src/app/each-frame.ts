/** Calls `draw` once per animation frame until the returned function is called. Tokens come faster than frames. */
export function eachFrame(draw: () => void): () => void {
  let frame = requestAnimationFrame(function next() {
    draw();
    frame = requestAnimationFrame(next);
  });
  return () => cancelAnimationFrame(frame);
}
