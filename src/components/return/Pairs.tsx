import { useMemo } from "preact/hooks";
import { PANELS, type PanelId, type View } from "../../view/view.ts";
import { Filled } from "../explorer/Filled.tsx";
import type { Pull } from "../explorer/pull.ts";
import type { ChangeView, Stage } from "../explorer/state.ts";
import { useOneByOne } from "./one-by-one.ts";
import { SIDE_PARTS } from "./side-parts.tsx";
import type { Side } from "./use-side.ts";
import { useTurn } from "./use-turn.ts";

/** One side of the pairs as it is drawn. */
interface DrawnSide {
  readonly stage: Stage;
  readonly side: Side;
  /** Changes what a part shows, which may be an earlier view. */
  readonly changeFrom: (shown: View) => ChangeView;
  readonly pull: ((pull: Pull) => void) | undefined;
}

interface Props {
  readonly own: DrawnSide;
  /** Undefined where nothing published stands beside. */
  readonly published: DrawnSide | undefined;
}

const isComplete = ({ side }: DrawnSide): boolean =>
  side.shown?.isCurrent === true && side.answers.complete;

interface PartProps {
  readonly id: PanelId;
  readonly drawn: DrawnSide;
}

/** One part of one side. Each follows in a task of its own: together they would block the page. */
const SidePart = ({ id, drawn }: PartProps) => {
  const { stage, side, changeFrom, pull } = drawn;
  const complete = isComplete(drawn);
  const answer = side.shown?.answer;
  const answers = side.answers.known;
  const now = useMemo(
    () => ({ stage, answer, answers, changeFrom, pull, complete }),
    [stage, answer, answers, changeFrom, pull, complete],
  );
  const taken = useTurn(now);
  const part = useMemo(() => {
    if (taken.answer === undefined || taken.answer.cells.length === 0) return null;
    const change = taken.changeFrom(taken.answer.view);
    return SIDE_PARTS[id]({ ...taken, answer: taken.answer, change });
  }, [taken, id]);
  return (
    <Filled
      complete={taken.complete}
      waiting={taken !== now}
      otherwise={stage.speech.m.return.besideNoPart}
    >
      {part}
    </Filled>
  );
};

/** The parts of the workbench in pairs: the reader's own, and the same of the published figures. */
export const Pairs = ({ own, published }: Props) => {
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
          {sides.map((drawn) => (
            <SidePart key={drawn.stage.side?.id} id={id} drawn={drawn} />
          ))}
        </div>
      ))}
    </div>
  );
};
