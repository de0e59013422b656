import type { InTurn } from "../explorer/state.ts";

/** Work that waits for its turn, the first in front. */
const waiting: (() => void)[] = [];
let isSet = false;

const start = (): void => {
  if (isSet || waiting.length === 0) return;
  isSet = true;
  setTimeout(() => {
    isSet = false;
    const work = waiting.shift();
    start();
    work?.();
  });
};

/** One task for each piece of work, in the order given: a page that draws many charts answers its reader in between. */
export const inTurn: InTurn = (work) => {
  waiting.push(work);
  start();
  return () => {
    const at = waiting.indexOf(work);
    if (at >= 0) waiting.splice(at, 1);
  };
};
