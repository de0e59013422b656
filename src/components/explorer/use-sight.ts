import type { RefObject } from "preact";
import { useCallback, useLayoutEffect, useRef } from "preact/hooks";

/** Milliseconds for which work out of sight waits for newer work before it is done. */
const REST = 120;
/** How far beyond the window a place is in sight, in parts of the window. */
const AROUND = "10%";

/** Does work once it can be seen. Returns what takes the work back. */
type WhenSeen = (work: () => void) => () => void;

const nothing = (): void => {};

/**
 * Whether what stands in a place is in sight, and work for it: done at once where it is; else when it comes into
 * sight, or when no newer work has come for a while. The place has `data-waiting` until then.
 */
export const useSight = (
  place: RefObject<HTMLElement | null>,
): { readonly inSight: () => boolean; readonly whenSeen: WhenSeen } => {
  const seen = useRef(false);
  const waiting = useRef(nothing);
  const observer = useRef<IntersectionObserver>(undefined);
  const observed = useRef<Element>(undefined);
  useLayoutEffect(() => {
    observer.current ??= new IntersectionObserver(
      (entries) => {
        seen.current = entries.at(-1)?.isIntersecting ?? false;
        if (seen.current) waiting.current();
      },
      { rootMargin: AROUND },
    );
    const part = place.current?.firstElementChild ?? undefined;
    if (part === observed.current) return;
    observer.current.disconnect();
    seen.current = false;
    if (part !== undefined) observer.current.observe(part);
    observed.current = part;
  });
  useLayoutEffect(() => () => observer.current?.disconnect(), []);
  const whenSeen = useCallback<WhenSeen>(
    (work) => {
      const element = place.current;
      if (seen.current || element === null) {
        work();
        return nothing;
      }
      const takeBack = (): void => {
        clearTimeout(rest);
        waiting.current = nothing;
        element.removeAttribute("data-waiting");
      };
      const now = (): void => {
        takeBack();
        work();
      };
      const rest = setTimeout(now, REST);
      waiting.current = now;
      element.setAttribute("data-waiting", "");
      return takeBack;
    },
    [place],
  );
  const inSight = useCallback(() => seen.current, []);
  return { inSight, whenSeen };
};
