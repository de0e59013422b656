import { useMemo } from "preact/hooks";
import type { ChartOptions } from "../../charts/options.ts";
import { symbolMapDrawing } from "../../charts/symbol-map.ts";
import { toggleArea } from "../../view/choose.ts";
import { landPartOf } from "../figures/land.ts";
import { mapCoverage, mapData, mapSubtitle, mapTitle, whyNoMap } from "../figures/map.ts";
import { chartOptions } from "../figures/trend.ts";
import { AreaList } from "./AreaList.tsx";
import { Chart } from "./Chart.tsx";
import { Panel, type PartProps } from "./Panel.tsx";
import { useLand } from "./use-land.ts";

/** Symbols over land without borders, and the same areas as a list. */
export const MapPanel = (props: PartProps) => {
  const { stage, answer, change } = props;
  const { speech, names, positions } = stage;
  const { m } = speech;
  const { view } = answer;
  const { land, failed } = useLand(stage, landPartOf(answer));
  const why = whyNoMap(answer, speech);
  const title = why === undefined ? mapTitle(answer, speech, names) : m.explorer.noMap;
  const chart = useMemo(() => {
    if (land === undefined || why !== undefined) return undefined;
    const data = mapData(answer, speech, names, { positions, land });
    const words = new Map(data.areas.map((area) => [area.code, area.title ?? area.label]));
    return {
      areas: data.areas,
      drawing: (all: ChartOptions) => symbolMapDrawing(data, all),
      options: { ...chartOptions(speech, view), id: "map", ariaLabel: title },
      pick: {
        chosen: new Set(view.areas),
        label: (code: string) => words.get(code) ?? code,
        toggle: (code: string) => change(toggleArea(stage.catalogue, view, code)),
      },
    };
  }, [answer, speech, names, positions, land, why, view, title, change, stage.catalogue]);
  return (
    <Panel
      {...props}
      id="map"
      name={m.explorer.map}
      title={title}
      subtitle={why === undefined ? mapSubtitle(answer, speech, names) : ""}
      {...(why === undefined ? { coverage: mapCoverage(answer, speech, names) } : {})}
    >
      {why !== undefined && <p class="empty">{why}</p>}
      {failed !== undefined && (
        <p class="status broken" role="alert">
          {m.explorer.landFailed(failed)}
        </p>
      )}
      {chart !== undefined && (
        <div class="map-and-list">
          <Chart stage={stage} drawing={chart.drawing} options={chart.options} pick={chart.pick} />
          <AreaList {...props} areas={chart.areas} />
        </div>
      )}
    </Panel>
  );
};
