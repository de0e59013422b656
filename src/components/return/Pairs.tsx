import { PANELS } from "../../view/view.ts";
import { Filled } from "../explorer/Filled.tsx";
import type { Pull } from "../explorer/pull.ts";
import type { ChangeView, Stage } from "../explorer/state.ts";
import { useOneByOne } from "./one-by-one.ts";
import { SIDE_PARTS } from "./side-parts.tsx";
import type { Side } from "./use-side.ts";

/** One side of the pairs as it is drawn. */
interface DrawnSide {
  readonly stage: Stage;
  readonly side: Side;
  readonly change: ChangeView;
  readonly pull: ((pull: Pull) => void) | undefined;
}

interface Props {
  readonly own: DrawnSide;
  /** Undefined where nothing published stands beside. */
  readonly published: DrawnSide | undefined;
}

const isComplete = ({ side }: DrawnSide): boolean =>
  side.shown?.isCurrent === true && side.answers.complete;

/** The parts of the workbench in pairs: the reader's own, and the same of the published figures. */
export const Pairs = ({ own, published }: Props) => {
  const { besideNoPart } = own.stage.speech.m.return;
  const shown = useOneByOne(PANELS.length, own.side.shown !== undefined);
  const sides = published === undefined ? [own] : [own, published];
  const { large } = own.side.shown?.answer.view ?? {};
  return (
    <div
      class={sides.length === 1 ? "pairs single" : "pairs"}
      data-pairs={shown === PANELS.length && sides.every(isComplete) ? "complete" : "waiting"}
    >
      {PANELS.slice(0, shown).map((id) => (
        <div key={id} class="beside" hidden={large !== "" && large !== id}>
          {sides.map((drawn) => {
            const { stage, side, change, pull } = drawn;
            const { shown: answered, answers } = side;
            return (
              <Filled key={stage.side?.id} complete={isComplete(drawn)} otherwise={besideNoPart}>
                {answered !== undefined &&
                  answered.answer.cells.length > 0 &&
                  SIDE_PARTS[id]({
                    stage,
                    answer: answered.answer,
                    change,
                    answers: answers.known,
                    pull,
                  })}
              </Filled>
            );
          })}
        </div>
      ))}
    </div>
  );
};
