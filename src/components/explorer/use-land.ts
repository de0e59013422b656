import { useEffect, useState } from "preact/hooks";
import { rehearseLand } from "../../charts/land.ts";
import { reasonOf } from "../../engine/engine.ts";
import type { Land } from "../../standard/geography/land.ts";
import { type LandPart, loadLand } from "../figures/land.ts";
import { nextTask } from "./next-task.ts";
import type { Stage } from "./state.ts";

const rehearsals = new WeakMap<Land, Promise<void>>();

/** Land that the browser has learnt to outline: once for all maps of a page. */
async function readyLand(part: LandPart): Promise<Land> {
  const land = await loadLand(part);
  const rehearsal = rehearsals.get(land) ?? rehearseLand(land, nextTask);
  rehearsals.set(land, rehearsal);
  await rehearsal;
  return land;
}

/** The land under a map: there at build, loaded when a map first needs it in the browser. */
export const useLand = (
  stage: Stage,
  part: LandPart,
): { readonly land: Land | undefined; readonly failed: string | undefined } => {
  const [loaded, setLoaded] = useState<{ readonly part: LandPart; readonly land: Land }>();
  const [failed, setFailed] = useState<string>();
  useEffect(() => {
    let wanted = true;
    setFailed(undefined);
    readyLand(part)
      .then((land) => {
        if (wanted) setLoaded({ part, land });
      })
      .catch((error: unknown) => {
        if (wanted) setFailed(reasonOf(error));
      });
    return () => {
      wanted = false;
    };
  }, [part]);
  return { land: loaded?.part === part ? loaded.land : stage.land?.[part], failed };
};
