import type { InTurn } from "../explorer/state.ts";
import { afterFrame } from "./after-frame.ts";

interface Turn {
  /** What is left to do, each step in a task of its own. */
  readonly steps: (() => void)[];
  /** Whether the last step changes what is seen. */
  readonly shows: boolean;
}

/** The first in front. */
const waiting: Turn[] = [];
let isSet = false;

const inNextTask = (then: () => void): void => {
  setTimeout(then);
};

const goOn = (later: (then: () => void) => void): void => {
  isSet = true;
  later(() => {
    const [turn] = waiting;
    const step = turn?.steps.shift();
    if (turn === undefined || step === undefined) {
      isSet = false;
      return;
    }
    const isDone = turn.steps.length === 0;
    if (isDone) waiting.shift();
    // Before the step, which may throw: the others must not wait for ever.
    goOn(isDone && turn.shows ? afterFrame : inNextTask);
    step();
  });
};

/**
 * One piece of work after the other, in the order given: a page that draws many charts answers its reader in between.
 * What a piece has to show is shown in a task of its own, and painted before the next one's turn.
 */
export const inTurn: InTurn = (work, show) => {
  const turn = { steps: show === undefined ? [work] : [work, show], shows: show !== undefined };
  waiting.push(turn);
  if (!isSet) goOn(inNextTask);
  return () => {
    const at = waiting.indexOf(turn);
    if (at >= 0) waiting.splice(at, 1);
  };
};
