import { answerOfAreas } from "../../build/area-answers.ts";
import { remembered } from "../../build/remembered.ts";
import type { SiteData } from "../../build/site-data.ts";
import { inListOrder, labelOf } from "../../i18n/labels.ts";
import type { Speech } from "../../i18n/locales.ts";
import type { Area } from "../../standard/codelists/area.ts";
import type { Dimension } from "../../standard/dimensions.ts";
import { DEFAULT_VIEW, MEAN_SHARES, type View } from "../../view/view.ts";
import { around, countriesIn, type PagedAreas } from "./which.ts";

/** Shares that are compared: of arms seized by type and by marking, of persons arrested by sex. */
const COMPARED: readonly {
  readonly indicator: View["indicator"];
  readonly by: Dimension;
  /** All of its categories, or one. */
  readonly codes?: readonly string[];
}[] = [
  { indicator: "ARMS_SEIZED", by: "weapon_type" },
  { indicator: "ARMS_SEIZED", by: "marking", codes: ["UNIQUELY_MARKED"] },
  { indicator: "PERSONS_ARRESTED", by: "sex", codes: ["F"] },
];

/** A share, and how many States it is the mean of. */
export interface ComparedShare {
  readonly share: number;
  readonly states: number;
}

/** One share of a State beside the means of the regions around it. */
export interface ComparedRow {
  readonly indicator: View["indicator"];
  readonly by: Dimension;
  readonly code: string;
  readonly label: string;
  /** One for each column; undefined where none of its States gives it. */
  readonly cells: readonly (ComparedShare | undefined)[];
}

/** A State, and the regions around it with their States. */
export interface ComparedColumn {
  readonly label: string;
  readonly members: readonly string[];
}

/** The State itself, its sub-region, its region and the world, the smallest first; those of the same States once. */
export const columnsAround = (area: Area, paged: PagedAreas): ComparedColumn[] => {
  const columns = [
    { label: area.label, members: [area.code] },
    ...around(area, paged.byCode).map((region) => ({
      label: region.label,
      members: countriesIn(region, paged).map(({ code }) => code),
    })),
  ];
  return columns.filter(
    ({ members }, at) => at === 0 || members.length > (columns[at - 1]?.members.length ?? 0),
  );
};

/** Shares of a view; a region's are worked out once for all of its States. */
const sharesOf = remembered(
  async (data: SiteData, view: View) =>
    (await answerOfAreas(data, view, "asked"))?.shares ?? undefined,
);

/**
 * Shares of a State beside the means of States around it, each State once, over the years of a first visit, without
 * "other" and "unknown". Rows that the State itself does not give are left out.
 */
export const comparisonOf = async (
  columns: readonly ComparedColumn[],
  data: SiteData,
): Promise<ComparedRow[]> => {
  const tables = await Promise.all(
    COMPARED.map(async ({ indicator, by, codes }) => {
      const shares = await Promise.all(
        columns.map(({ members }) =>
          sharesOf(data, { ...DEFAULT_VIEW, ...MEAN_SHARES, indicator, by, areas: members }),
        ),
      );
      const own = shares[0]?.shares.map(({ code }) => code) ?? [];
      return inListOrder(by, codes?.filter((code) => own.includes(code)) ?? own).map(
        (code): ComparedRow => ({
          indicator,
          by,
          code,
          label: labelOf(by, code, data.names.areas),
          cells: shares.map((found) => {
            const share = found?.shares.find((entry) => entry.code === code)?.share;
            return typeof share === "number" && found !== undefined
              ? { share, states: found.areas.length }
              : undefined;
          }),
        }),
      );
    }),
  );
  return tables.flat().filter(({ cells }) => cells[0] !== undefined);
};

/** What a row is a share of, in words. */
export const wholeOf = ({ indicator }: ComparedRow, { m }: Speech): string => m.nouns[indicator];
