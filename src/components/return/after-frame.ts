/** Milliseconds without a frame after which a page is taken to be out of sight. */
const OUT_OF_SIGHT = 250;

/**
 * Runs something in a task of its own once the next frame is painted; where the page is not painted, a little later.
 * Returns what takes it back.
 */
export const afterFrame = (then: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout>;
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(then);
  });
  timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    then();
  }, OUT_OF_SIGHT);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
};
