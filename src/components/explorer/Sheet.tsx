import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** The filters of a workbench: at its side, or, on a phone, closed above the answer, which comes first there. */
export const Sheet = (props: { readonly name: string; readonly children: ComponentChildren }) => {
  const sheet = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (sheet.current !== null && !matchMedia("(min-width: 62rem)").matches)
      sheet.current.open = false;
  }, []);
  return (
    <details class="sheet" ref={sheet} open>
      <summary>{props.name}</summary>
      {props.children}
    </details>
  );
};
