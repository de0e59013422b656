/** One step of a drag, in milliseconds of the main thread unless it says otherwise. */
export interface Step {
  /** From the input's own time stamp to the start of its handler: waiting, not work. */
  readonly wait: number;
  /** Answering the six views. */
  readonly data: number;
  /** Making the drawings and changing the page; 0 where the library does both in one. */
  readonly draw: number;
  /** Style and layout of what was changed. */
  readonly layout: number;
  /** The frame after it: what is left of style and layout, painting, handing over to the compositor. */
  readonly paint: number;
  /** From the input's time stamp to the end of the frame that shows the step, waiting included. */
  readonly toPaint: number;
}

/** All work of a step: what the budget of a frame must hold. */
export const workOf = (step: Step): number => step.data + step.draw + step.layout + step.paint;

/**
 * Runs `then` when the next frame is painted, with the time at which its callbacks began and the time at which
 * it was done. A message that is posted from a frame's callback is handled after the frame's style, layout and
 * paint, so the time between the two is the frame's own work, without the wait for the frame.
 */
export function afterPaint(then: (began: number, done: number) => void): void {
  requestAnimationFrame(() => {
    const began = performance.now();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(began, performance.now());
    port2.postMessage(null);
  });
}
