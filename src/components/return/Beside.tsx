import { useEffect, useMemo, useState } from "preact/hooks";
import type { ChartOptions } from "../../charts/options.ts";
import { trendDrawing } from "../../charts/trend.ts";
import { reasonOf } from "../../engine/engine.ts";
import type { Speech } from "../../i18n/locales.ts";
import type { FigureContext } from "./figure-context.ts";
import { OwnFigure } from "./OwnFigure.tsx";
import { ownChartOptions, ownTrend, type Point } from "./own-figures.ts";
import type { Published } from "./state.ts";

/** Fetches the yearly totals of one area that a published dataset holds. */
export type BesideFetch = (published: Published, area: string) => Promise<readonly Point[]>;

interface Compared {
  readonly period: string;
  readonly own: number | null | undefined;
  readonly published: number | null | undefined;
}

/** The years of both, side by side; undefined where one of them has no such year. */
export const compare = (own: readonly Point[], published: readonly Point[]): Compared[] => {
  const periods = [...new Set([...own, ...published].map(({ period }) => period))].sort();
  const numberIn = (points: readonly Point[], period: string) =>
    points.find((point) => point.period === period)?.value;
  return periods.map((period) => ({
    period,
    own: numberIn(own, period),
    published: numberIn(published, period),
  }));
};

const isBoth = ({ own, published }: Compared): boolean =>
  typeof own === "number" && typeof published === "number";

/** In a sentence: in which of the years that both have they differ. */
const besideSentence = (rows: readonly Compared[], { m, f }: Speech): string => {
  const both = rows.filter(isBoth);
  if (both.length === 0) return m.return.besideNever;
  const other = both.filter(({ own, published }) => own !== published);
  return other.length === 0
    ? m.return.besideSame
    : m.return.besideDiffers(f.list(other.map(({ period }) => period)));
};

const cell = (value: number | null | undefined, { m, f }: Speech): string => {
  if (value === undefined) return m.return.noRow;
  return value === null ? m.return.noValue : f.number(value);
};

const CompareTable = ({
  rows,
  citation,
  speech,
}: {
  readonly rows: readonly Compared[];
  readonly citation: string;
  readonly speech: Speech;
}) => {
  const { m, f } = speech;
  const words = m.return;
  return (
    <details class="beside" open>
      <summary>{words.besideTitle}</summary>
      <p>{besideSentence(rows, speech)}</p>
      <section class="scroll" tabIndex={0} aria-label={words.besideTitle}>
        <table>
          <caption>{words.published(citation)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.year}</th>
              <th scope="col">{words.yours}</th>
              <th scope="col">{words.publishedShort}</th>
              <th scope="col">{words.difference}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.period}>
                <th scope="row">{row.period}</th>
                <td>{cell(row.own, speech)}</td>
                <td>{cell(row.published, speech)}</td>
                <td>
                  {typeof row.own === "number" && typeof row.published === "number"
                    ? f.number(row.own - row.published)
                    : ""}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
};

/** The published yearly totals of the chosen area; undefined while they are fetched. */
const usePublished = (
  published: Published | undefined,
  area: string,
  fetchPoints: BesideFetch,
): { points: readonly Point[] | undefined; broken: string | undefined } => {
  const [state, setState] = useState<{
    points: readonly Point[] | undefined;
    broken: string | undefined;
  }>({ points: undefined, broken: undefined });
  useEffect(() => {
    let current = true;
    setState({ points: undefined, broken: undefined });
    if (published !== undefined)
      fetchPoints(published, area)
        .then((points) => ({ points, broken: undefined }))
        .catch((error: unknown) => ({ points: undefined, broken: reasonOf(error) }))
        .then((next) => {
          if (current) setState(next);
        });
    return () => {
      current = false;
    };
  }, [published, area, fetchPoints]);
  return state;
};

/** The years of a return as a line, with the published figures of the same area where there are any. */
export const Beside = (
  context: FigureContext & { readonly points: readonly Point[]; readonly beside: BesideFetch },
) => {
  const { stage, noun, areaName, source, asked, points, beside } = context;
  const { m, f } = stage.speech;
  const words = m.return;
  const published = stage.published.find(
    ({ indicator, areas }) =>
      asked.table.unit === "NUMBER" &&
      indicator === asked.table.indicator &&
      areas.includes(asked.area),
  );
  const found = usePublished(published, asked.area, beside);
  const drawn = useMemo(() => {
    const known = points.filter(({ value }) => value !== null);
    const [first, last] = [known.at(0), known.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    const data = ownTrend(points, found.points ?? [], noun, stage.speech);
    const title = words.trendTitle(
      noun,
      areaName,
      f.year(Number(first.period)),
      f.number(first.value ?? 0),
      f.year(Number(last.period)),
      f.number(last.value ?? 0),
    );
    return {
      title,
      drawing: (options: ChartOptions) => trendDrawing(data, options),
      options: ownChartOptions(stage.speech, "own-trend", title),
    };
  }, [points, found.points, noun, areaName, stage]);
  if (drawn === undefined) return <p>{words.nothingToDraw}</p>;
  return (
    <OwnFigure
      id="own-trend-figure"
      subtitle={words.trendSubtitle(noun, areaName)}
      source={source}
      {...drawn}
    >
      {asked.area === "" && <p class="note">{words.besideAll}</p>}
      {asked.area !== "" && published === undefined && (
        <p class="note">{words.besideNone(areaName)}</p>
      )}
      {published !== undefined && found.broken !== undefined && (
        <p class="return-error" role="alert">
          {words.failed(found.broken)}
        </p>
      )}
      {published !== undefined && found.points === undefined && found.broken === undefined && (
        <p class="note" role="status">
          {words.besideLoading}
        </p>
      )}
      {published !== undefined && found.points !== undefined && (
        <CompareTable
          rows={compare(points, found.points)}
          citation={published.citation}
          speech={stage.speech}
        />
      )}
    </OwnFigure>
  );
};
