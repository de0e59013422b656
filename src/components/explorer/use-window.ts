import { useCallback, useEffect, useRef, useState } from "preact/hooks";

/** Height of a row that is not drawn, in pixels; drawn rows may be taller. */
export const ROW_HEIGHT = 33;
/** Tables of up to so many rows are drawn whole. */
const WHOLE = 60;
/** Rows drawn above and below those in sight. */
const MARGIN = 12;

/** Which rows of a long table are drawn: those in sight of its scrolling place, and a margin. */
export const useWindow = (rows: number) => {
  const place = useRef<HTMLElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(WHOLE * ROW_HEIGHT);
  useEffect(() => {
    if (place.current !== null && rows > WHOLE) setHeight(place.current.clientHeight);
  }, [rows]);
  const scrolled = useCallback(() => {
    const element = place.current;
    if (element === null || rows <= WHOLE) return;
    // Small moves stay within the margin: most scrolling draws nothing.
    const step = Math.floor(element.scrollTop / ROW_HEIGHT / (MARGIN / 2)) * (MARGIN / 2);
    setTop(step);
    setHeight(element.clientHeight);
  }, [rows]);
  const whole = rows <= WHOLE;
  const from = whole ? 0 : Math.max(0, Math.min(rows, top) - MARGIN);
  const to = whole ? rows : Math.min(rows, top + Math.ceil(height / ROW_HEIGHT) + 2 * MARGIN);
  return { place, scrolled, whole, from, to };
};
