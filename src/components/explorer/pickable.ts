import { put } from "../../charts/elements.ts";

/** What a reader can choose in a chart, by the keys of its marks. */
export interface Picking {
  /** Keys that are chosen now. */
  readonly chosen: ReadonlySet<string>;
  /** What a key is called, with its number. */
  readonly label: (key: string) => string;
  readonly toggle: (key: string) => void;
}

/** The picking that an SVG answers to now; its listeners are set once. */
const current = new WeakMap<SVGSVGElement, Picking>();

const keyOf = (target: EventTarget | null): string | undefined =>
  target instanceof Element
    ? (target.closest("[data-key]")?.getAttribute("data-key") ?? undefined)
    : undefined;

const buttonsOf = (svg: SVGSVGElement): SVGElement[] => [
  ...svg.querySelectorAll<SVGElement>("[role=button]"),
];

/** Moves the focus among the marks: one stop of the Tab key for the whole chart. */
const move = (svg: SVGSVGElement, from: EventTarget | null, step: 1 | -1 | "first" | "last") => {
  const buttons = buttonsOf(svg);
  const at = from instanceof SVGElement ? buttons.indexOf(from) : -1;
  const next =
    step === "first"
      ? 0
      : step === "last"
        ? buttons.length - 1
        : (at + step + buttons.length) % buttons.length;
  for (const [index, button] of buttons.entries())
    button.setAttribute("tabindex", index === next ? "0" : "-1");
  buttons[next]?.focus();
};

const STEPS: Readonly<Record<string, 1 | -1 | "first" | "last">> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  Home: "first",
  End: "last",
};

const listen = (svg: SVGSVGElement): void => {
  svg.addEventListener("click", (event) => {
    const key = keyOf(event.target);
    if (key !== undefined) current.get(svg)?.toggle(key);
  });
  svg.addEventListener("keydown", (event) => {
    const key = keyOf(event.target);
    if (key === undefined) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      current.get(svg)?.toggle(key);
    }
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    move(svg, event.target, step);
  });
};

/**
 * Makes the keyed marks of a drawn chart buttons: by pointer, by touch, and by keyboard with one stop of the Tab key
 * (where the focus is, else at what is chosen) and the arrow keys within. Of several marks with one key the last is the button, for it lies on top.
 */
export const pickable = (svg: SVGSVGElement, picking: Picking): void => {
  if (!current.has(svg)) listen(svg);
  current.set(svg, picking);
  put(svg, "role", "group");
  const byKey = new Map<string, SVGElement>();
  for (const element of svg.querySelectorAll<SVGElement>("[data-key]")) {
    byKey.set(element.getAttribute("data-key") ?? "", element);
    put(element, "cursor", "pointer");
  }
  const buttons = [...byKey];
  const { activeElement } = svg.ownerDocument;
  const focused = buttons.findIndex(([, element]) => element === activeElement);
  const pressed = buttons.findIndex(([key]) => picking.chosen.has(key));
  const stop = focused >= 0 ? focused : Math.max(0, pressed);
  for (const [index, [key, element]] of buttons.entries()) {
    put(element, "role", "button");
    put(element, "tabindex", index === stop ? "0" : "-1");
    put(element, "aria-pressed", String(picking.chosen.has(key)));
    put(element, "aria-label", picking.label(key));
  }
};
