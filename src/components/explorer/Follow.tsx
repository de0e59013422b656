import type { ComponentChild } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { useSight } from "./use-sight.ts";

interface Props<T> {
  readonly value: T;
  /** Whether the value passes, as under a brush that is being dragged. */
  readonly passing: boolean;
  /** Draws the part of the page; it depends on the value alone. */
  readonly children: (value: T) => ComponentChild;
}

/**
 * A part of the page that follows a value. While values pass, a part out of sight waits until it comes into sight or
 * the value rests: a drag works on what its reader can see.
 */
export const Follow = <T,>({ value, passing, children }: Props<T>) => {
  const place = useRef<HTMLDivElement>(null);
  const { inSight, whenSeen } = useSight(place);
  const shown = useRef<T>(undefined);
  const [, draw] = useState(0);
  if (!passing || inSight()) shown.current = value;
  const followed = shown.current;
  useLayoutEffect(() => {
    if (value === followed) return;
    return whenSeen(() => {
      shown.current = value;
      draw((count) => count + 1);
    });
  }, [value, followed, whenSeen]);
  const part = useMemo(() => (followed === undefined ? null : children(followed)), [followed]);
  return (
    <div class="follow" ref={place}>
      {part}
    </div>
  );
};
