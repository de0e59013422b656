import type { Guess } from "../../return/guess/mapping.ts";
import type { WizardState } from "./protocol.ts";
import type { ReturnStage } from "./state.ts";

/** How the column of a target came to be chosen, in words; undefined where it has none. */
export const foundBy = (
  { speech }: ReturnStage,
  { guesses }: Pick<WizardState, "guesses">,
  target: Guess["target"],
  column: string,
): string | undefined => {
  const words = speech.m.return;
  if (column === "") return undefined;
  const guess = guesses.find((entry) => entry.target === target && entry.column === column);
  if (guess === undefined) return words.because.chosen;
  return guess.ambiguous === true
    ? `${words.because[guess.because]}; ${words.ambiguous}`
    : words.because[guess.because];
};
