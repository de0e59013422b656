import type { History } from "../../build/revisions.ts";
import { labelOf } from "../../i18n/labels.ts";
import type { Speech } from "../../i18n/locales.ts";

/** The label of what is counted. */
export const indicatorOf = ({ indicator }: Pick<History, "indicator">): string =>
  labelOf("indicator", indicator, {});

/** "Weapon type: Shotgun"; the word for a headline total. */
export const categoryOf = ({ codes }: Pick<History, "codes">, { m }: Speech): string =>
  codes.length === 0
    ? m.revisionsPage.whole
    : codes.map(([name, code]) => `${m.dimensions[name]}: ${labelOf(name, code, {})}`).join(", ");
