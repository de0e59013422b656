import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

interface FilledProps {
  /** True when nothing more is to come. */
  readonly complete: boolean;
  /** True while what is drawn waits to be drawn anew. */
  readonly waiting?: boolean;
  /** Said where nothing is drawn. */
  readonly otherwise: string;
  readonly children: ComponentChildren;
}

/** A part that may have nothing to draw for its view: never an empty frame. */
export const Filled = ({ complete, waiting = false, otherwise, children }: FilledProps) => {
  const place = useRef<HTMLDivElement>(null);
  const [blank, setBlank] = useState(false);
  useEffect(() => setBlank(place.current?.childElementCount === 0));
  return (
    <div data-view={complete ? "current" : "earlier"} {...(waiting ? { "data-waiting": "" } : {})}>
      <div ref={place}>{children}</div>
      {blank && complete && <p class="empty">{otherwise}</p>}
    </div>
  );
};
