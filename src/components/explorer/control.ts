import type { View } from "../../view/view.ts";
import type { ChangeView, Stage } from "./state.ts";

/** What every control of the explorer is told. */
export interface ControlProps {
  readonly stage: Stage;
  readonly view: View;
  readonly change: ChangeView;
}

/** The codes with one more, or one less where it was there. */
export const toggled = (codes: readonly string[], code: string): string[] =>
  codes.includes(code) ? codes.filter((other) => other !== code) : [...codes, code];
