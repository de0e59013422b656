import { useEffect, useState } from "preact/hooks";

/** A little more than a frame, so that what was drawn is seen. */
const FRAME_MS = 20;

/** Counts up to `most`, one a frame, once there is something to show: no frame then draws more than one chart. */
export const useOneByOne = (most: number, isReady: boolean): number => {
  const [shown, setShown] = useState(0);
  useEffect(() => {
    if (!isReady || shown >= most) return undefined;
    const timer = setTimeout(() => setShown(shown + 1), FRAME_MS);
    return () => clearTimeout(timer);
  }, [isReady, shown, most]);
  return shown;
};
