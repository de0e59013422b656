import type { View } from "./view.ts";

/**
 * A change made to one view, made to another: what `next` has otherwise than `from` is put onto `onto`. So a part of
 * the page that still shows an earlier view takes nothing back that was chosen since.
 */
export const rebased = (next: View, from: View, onto: View): View => ({
  ...onto,
  ...Object.fromEntries(
    Object.entries(next).filter(([name, value]) => value !== from[name as keyof View]),
  ),
});
