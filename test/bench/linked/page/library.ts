import type { Answer, Span } from "../shape.ts";

/** A way to answer the six views, as the bench drives it. */
export interface Library {
  /** Reads the Arrow stream of the table. */
  load(ipc: Uint8Array): void | Promise<void>;
  /** Called when the pointer enters the strip, before the first move; the time of it is reported by itself. */
  enter?(): Promise<void>;
  /** What the six views show of a span of years. */
  answer(span: Span): Answer;
}

/** A library that draws its own views. */
export interface DrawingLibrary extends Pick<Library, "load" | "enter"> {
  /** Draws the six views into the element, of all years. */
  draw(into: HTMLElement): Promise<void>;
  /** Resolves when the views stand at the span. */
  move(span: Span): Promise<void>;
  /** What the views show now. */
  shown(): Answer;
}
