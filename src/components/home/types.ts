import { answerAtBuild, type SiteData } from "../../build/site-data.ts";
import { barsChart } from "../../charts/painted.ts";
import { inListOrder } from "../../i18n/labels.ts";
import type { Speech } from "../../i18n/locales.ts";
import type { Answer } from "../../view/answer.ts";
import { encodeView } from "../../view/url.ts";
import { DEFAULT_VIEW, MEAN_SHARES, type View } from "../../view/view.ts";
import { breakdownData, breakdownSubtitle, breakdownTitle } from "../figures/breakdown.ts";
import type { FigureProps, Variant } from "../figures/figure-props.ts";
import { chartOptions } from "../figures/trend.ts";
import { categoryLabel, caveatsOf, coverageLine, sourceLine } from "../figures/words.ts";

/** The view of the second figure: every State that gives types, each once, named types only. */
export const TYPES_VIEW: View = {
  ...DEFAULT_VIEW,
  ...MEAN_SHARES,
};

const METHODS = [
  { weight: "mean", residual: "without" },
  { weight: "mean", residual: "with" },
  { weight: "pooled", residual: "without" },
  { weight: "pooled", residual: "with" },
] as const;

/** Weapon types by four ways of counting: how much the answer depends on the choice. */
export const typesFigure = async (data: SiteData, speech: Speech): Promise<FigureProps> => {
  const { m, f } = speech;
  const answers = await Promise.all(
    METHODS.map((method) => answerAtBuild(data, { ...TYPES_VIEW, ...method })),
  );
  const variant = (answer: Answer): Variant => {
    const { weight, residual } = answer.view;
    const title = breakdownTitle(answer, speech, data.names);
    const bars = breakdownData(answer, speech, data.names);
    const who = m.areas(
      f.number(answer.shares?.areas.length ?? 0),
      answer.shares?.areas.length ?? 0,
      "COUNTRY",
    );
    return {
      when: { weight, residual },
      title,
      subtitle: `${breakdownSubtitle(answer, speech, data.names)} (${who})`,
      draw: (options) => barsChart(bars, options),
      options: {
        ...chartOptions(speech, answer.view),
        id: `types-${weight}-${residual}`,
        ariaLabel: title,
      },
    };
  };
  const [first] = answers;
  if (first === undefined) throw new Error("There is no way of counting weapon types.");
  const widest = answers.find((answer) => answer.view.residual === "with") ?? first;
  const codes = inListOrder(
    "weapon_type",
    widest.trend.map((line) => line.code),
  );
  const shareIn = (answer: Answer, code: string): string => {
    const share = answer.shares?.shares.find((entry) => entry.code === code)?.share;
    return typeof share === "number" ? f.percent(share) : "–";
  };
  const methodName = ({ view }: Answer) =>
    `${view.weight === "mean" ? m.figure.mean : m.figure.pooled}, ${(view.residual === "with" ? m.figure.withResidual : m.figure.withoutResidual).toLocaleLowerCase(speech.locale.tag)}`;
  return {
    id: "types",
    variants: answers.map(variant),
    switches: [
      {
        name: "weight",
        options: [
          { value: "mean", label: m.figure.mean },
          { value: "pooled", label: m.figure.pooled },
        ],
      },
      {
        name: "residual",
        options: [
          { value: "without", label: m.figure.withoutResidual },
          { value: "with", label: m.figure.withResidual },
        ],
      },
    ],
    table: {
      head: [m.dimensions.weapon_type, m.figure.count, ...answers.map(methodName)],
      rows: codes.map((code) => [
        categoryLabel(widest, code, speech, data.names),
        f.number(widest.shares?.shares.find((entry) => entry.code === code)?.count ?? 0),
        ...answers.map((answer) => shareIn(answer, code)),
      ]),
    },
    source: sourceLine(TYPES_VIEW.dataset, data.names),
    coverage: coverageLine(widest, speech, data.names),
    caveats: caveatsOf(widest, speech),
    search: encodeView(TYPES_VIEW, data.version),
  };
};
