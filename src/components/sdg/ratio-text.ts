import type { SdgRatio } from "../../build/sdg-rows.ts";
import type { Speech } from "../../i18n/locales.ts";
import { SMALL_DENOMINATOR } from "../../statistics/ratio.ts";
import type { Compared } from "./states.ts";

/** True where so few arms are in the denominator that the percentage says little. */
export const isSmall = (ratio: SdgRatio | undefined): boolean =>
  ratio !== undefined && ratio.denominator < SMALL_DENOMINATOR;

/** "24.05 % (4,201 of 17,471)", and what to know of it. */
export const ratioText = (ratio: SdgRatio, { m, f }: Speech): string => {
  const { value, numerator, denominator, numeratorAbsent } = ratio;
  const text = m.areaPages.ratio(f.number(value), f.number(numerator), f.number(denominator));
  const counted = numeratorAbsent ? m.sdgPage.noLine(text) : text;
  return isSmall(ratio) ? m.sdgPage.small(counted) : counted;
};

/** What the comparison of a published value came to. */
export const outcomeOf = ({ code, recomputed }: Compared): "same" | "differs" | "untested" =>
  code === "REPRODUCED" ? "same" : recomputed === null ? "untested" : "differs";
