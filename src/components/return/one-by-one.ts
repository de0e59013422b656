import { useEffect, useState } from "preact/hooks";
import { afterFrame } from "./after-frame.ts";

/** Counts up to `most`, one a frame, once there is something to show: what was shown is painted before more is. */
export const useOneByOne = (most: number, isReady: boolean): number => {
  const [shown, setShown] = useState(0);
  useEffect(() => {
    if (!isReady || shown >= most) return undefined;
    return afterFrame(() => setShown(shown + 1));
  }, [isReady, shown, most]);
  return shown;
};
