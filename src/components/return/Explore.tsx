import { useMemo, useRef, useState } from "preact/hooks";
import type { AreaNames } from "../../i18n/labels.ts";
import { DIMENSIONS, type Dimension } from "../../standard/dimensions.ts";
import { Beside, type BesideFetch } from "./Beside.tsx";
import { Months, Parts, Pyramid } from "./OwnCharts.tsx";
import { useOneByOne } from "./one-by-one.ts";
import { nameOf, nounOf, type Point, pointsFrom } from "./own-figures.ts";
import { type OwnTable, totalsQuery } from "./own-queries.ts";
import type { ReturnStage } from "./state.ts";
import { type Ask, useAnswer } from "./use-answer.ts";

interface Props {
  readonly stage: ReturnStage;
  /** Name of the file. */
  readonly name: string;
  /** Name of the table in the engine that holds the observations of the file. */
  readonly table: string;
  readonly tables: readonly OwnTable[];
  /** Totals of the one table, while the database has nothing yet that could be asked. */
  readonly totals: readonly Point[] | undefined;
  readonly areas: AreaNames;
  /** Changes whenever the figures do. */
  readonly version: number;
  readonly ask: Ask;
  readonly beside: BesideFetch;
}

const sorted = (
  codes: readonly string[],
  names: AreaNames,
  compare: (a: string, b: string) => number,
) => codes.toSorted((a, b) => compare(nameOf("ref_area", a, names), nameOf("ref_area", b, names)));

/** The words of one table in the list of tables. */
const tableWords = ({ indicator, level, release }: OwnTable, { speech }: ReturnStage): string => {
  const words = speech.m.return;
  const levels: Readonly<Record<string, string>> = words.levels;
  return words.tableOf(nounOf(indicator, speech), levels[level] ?? level, release);
};

/** What a reader looks at: which table of the file, which area, which breakdown. */
const useChoice = (tables: readonly OwnTable[]) => {
  const [at, setAt] = useState(0);
  const [chosenArea, setArea] = useState<string>();
  const [chosenBy, setBy] = useState<string>();
  const [chosenYear, setYear] = useState<string>();
  const table = tables[at] ?? tables[0];
  // Percentages and rates are never summed over areas.
  const only = table?.areas.length === 1 || table?.unit !== "NUMBER" ? table?.areas[0] : undefined;
  const area = chosenArea !== undefined && table?.areas.includes(chosenArea) ? chosenArea : only;
  const dimensions = DIMENSIONS.filter((dimension) => table?.breakdowns.includes(dimension));
  const by = dimensions.find((dimension) => dimension === chosenBy) ?? dimensions[0];
  const year =
    chosenYear !== undefined && table?.years.includes(chosenYear)
      ? chosenYear
      : (table?.years.at(-1) ?? "");
  return { table, area: area ?? "", by, dimensions, year, setAt, setArea, setBy, setYear };
};

/** The figures of a return: charts at once, and the published figures beside them where there are any. */
export const Explore = (props: Props) => {
  const { stage, name, table, tables, totals, areas, version, ask, beside } = props;
  const { m, f } = stage.speech;
  const words = m.return;
  const choice = useChoice(tables);
  const own = choice.table;
  // A new set of figures under the same names must be asked for anew.
  const asking = useMemo<Ask>(() => (query) => ask(query), [ask, version]);
  const asked = own === undefined ? undefined : { table: own, area: choice.area };
  const question =
    asked === undefined || totals !== undefined ? undefined : totalsQuery(table, asked, "A");
  const years = useAnswer(asking, question);
  const answered = useMemo(
    () => (years.rows === undefined ? undefined : pointsFrom(years.rows)),
    [years.rows],
  );
  const summed = useRef<readonly Point[]>([]);
  if (totals !== undefined) summed.current = totals;
  // The sums stay in sight until the database answers.
  const points = totals ?? answered ?? summed.current;
  const shown = useOneByOne(3, totals === undefined && points.length > 0);
  if (own === undefined || asked === undefined) return <p>{words.nothingToDraw}</p>;

  const areaName = choice.area === "" ? words.allAreas : nameOf("ref_area", choice.area, areas);
  const context = {
    stage,
    areas,
    noun: nounOf(own.indicator, stage.speech),
    areaName,
    source: words.source(name),
    table,
    asked,
    ask: asking,
    year: choice.year,
  };
  return (
    <>
      <div class="own-choices">
        {tables.length > 1 && (
          <label>
            <span>{words.whichTable}</span>
            <select onChange={(event) => choice.setAt(event.currentTarget.selectedIndex)}>
              {tables.map((entry) => (
                <option key={tableWords(entry, stage)} selected={entry === own}>
                  {tableWords(entry, stage)}
                </option>
              ))}
            </select>
          </label>
        )}
        {own.areas.length > 1 && totals === undefined && (
          <label>
            <span>{words.whichArea}</span>
            <select onChange={(event) => choice.setArea(event.currentTarget.value)}>
              {own.unit === "NUMBER" && (
                <option value="" selected={choice.area === ""}>
                  {words.allAreas}
                </option>
              )}
              {sorted(own.areas, areas, f.compare).map((code) => (
                <option key={code} value={code} selected={code === choice.area}>
                  {nameOf("ref_area", code, areas)}
                </option>
              ))}
            </select>
          </label>
        )}
        {choice.dimensions.length > 1 && (
          <label>
            <span>{words.whichBreakdown}</span>
            <select onChange={(event) => choice.setBy(event.currentTarget.value)}>
              {choice.dimensions.map((dimension: Dimension) => (
                <option key={dimension} value={dimension} selected={dimension === choice.by}>
                  {m.dimensions[dimension]}
                </option>
              ))}
            </select>
          </label>
        )}
        {own.years.length > 1 && (
          <label>
            <span>{words.whichYear}</span>
            <select onChange={(event) => choice.setYear(event.currentTarget.value)}>
              {own.years.map((year) => (
                <option key={year} value={year} selected={year === choice.year}>
                  {year}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {years.broken !== undefined && (
        <p class="return-error" role="alert">
          {words.failed(years.broken)}
        </p>
      )}
      <div class="own-figures">
        <Beside {...context} points={points} beside={beside} />
        {shown > 0 && choice.by !== undefined && <Parts {...context} by={choice.by} />}
        {shown > 1 && own.breakdowns.includes("sex+age") && <Pyramid {...context} />}
        {shown > 2 && own.monthly && <Months {...context} />}
      </div>
    </>
  );
};
