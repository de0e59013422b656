import { answerAtBuild, type SiteData } from "../../build/site-data.ts";
import type { Speech } from "../../i18n/locales.ts";
import { RESIDUAL, type View } from "../../view/view.ts";
import type { FigureProps } from "../figures/figure-props.ts";
import { caveatsOf, howMany } from "../figures/words.ts";
import { TYPES_VIEW, typesFigure } from "../home/types.ts";
import { type AreaShare, areaShares, meanShare, pooledShare, tenths } from "./area-shares.ts";
import { storyBars } from "./bars-figure.ts";
import { asked, countsTraces, mustHold, type Story } from "./story.ts";

const ID = "pistol-share";
const PISTOL = "PISTOL";
const COLOUR = `var(--type-${PISTOL})`;
const WITH_VIEW: View = { ...TYPES_VIEW, residual: "with" };
const PISTOLS_VIEW: View = { ...TYPES_VIEW, filters: { weapon_type: [PISTOL] } };

interface Shown {
  readonly data: SiteData;
  readonly speech: Speech;
  readonly caveats: readonly string[];
}

/** The share by several ways of counting, one bar each. */
const waysFigure = (
  id: string,
  view: View,
  [title, subtitle]: readonly [title: string, subtitle: string],
  ways: readonly (readonly [label: string, share: number, states: number])[],
  { data, speech, caveats }: Shown,
): FigureProps => {
  const { m, f } = speech;
  const bars = ways.map(([label, share], at) => ({
    code: String(at),
    label,
    value: share,
    text: f.percent(share),
    colour: COLOUR,
  }));
  return storyBars(
    {
      id,
      view,
      title,
      subtitle,
      bars,
      unit: m.figure.share,
      table: {
        head: [m.figure.method, m.figure.share, m.stories.states],
        rows: ways.map(([label, share, states]) => [label, f.percent(share), f.number(states)]),
      },
      coverage: howMany(speech, Math.max(...ways.map(([, , states]) => states)), "COUNTRY"),
      caveats,
    },
    data,
    speech,
  );
};

/** How many States have which share, each counted once; the table names them. */
const statesFigure = (
  shares: readonly AreaShare[],
  title: string,
  { data, speech, caveats }: Shown,
): FigureProps => {
  const { m, f } = speech;
  const words = m.stories.pistolShare;
  const name = (code: string) => data.names.areas[code] ?? code;
  return storyBars(
    {
      id: "states",
      view: PISTOLS_VIEW,
      title,
      subtitle: words.statesSubtitle(f.year(TYPES_VIEW.from), f.year(TYPES_VIEW.to)),
      bars: tenths(shares).map((count, at) => ({
        code: String(at),
        label: words.tenth(f.percent(at / 10), f.percent((at + 1) / 10)),
        value: count,
        text: f.number(count),
        colour: COLOUR,
      })),
      unit: m.stories.states,
      table: {
        head: [m.stories.state, words.pistols, words.named, m.figure.share],
        rows: shares
          .toSorted((a, b) => f.compare(name(a.area), name(b.area)))
          .map(({ area, part, whole, share }) => [
            name(area),
            f.number(part),
            f.number(whole),
            f.percent(share),
          ]),
      },
      coverage: howMany(speech, shares.length, "COUNTRY"),
      caveats,
    },
    data,
    speech,
  );
};

/**
 * What pooling and the mean of States make of the share of pistols among arms seized. Throws when leaving out the
 * State with the most arms does not move the pooled share more than the mean.
 */
export const pistolShare = async (data: SiteData, speech: Speech): Promise<Story> => {
  const { m, f } = speech;
  const words = m.stories.pistolShare;
  const answer = await answerAtBuild(data, TYPES_VIEW);
  const everything = await answerAtBuild(data, WITH_VIEW);
  const codesOf = ({ slice }: typeof answer) => [...(slice.codes.weapon_type ?? [])].sort();
  const all = codesOf(everything);
  const named = all.filter((code) => !RESIDUAL.has(code));
  const isPistol = ({ code }: { readonly code: string }) => code === PISTOL;
  const shares = areaShares(answer.whole, isPistol);
  const sharesWith = areaShares(everything.whole, isPistol);
  const [largest, ...others] = shares.toSorted((a, b) => b.whole - a.whole);
  const smallest = others.at(-1);
  if (largest === undefined || smallest === undefined)
    throw new Error("Fewer than two States give types of arms seized.");
  const span = { from: TYPES_VIEW.from, to: TYPES_VIEW.to };
  const [from, to] = [f.year(span.from), f.year(span.to)];
  const ask =
    (of: readonly string[]) =>
    (
      kind: "share" | "mean" | "whole" | "majority",
      printed: string,
      entries: readonly AreaShare[],
    ) =>
      asked(
        TYPES_VIEW,
        entries.map(({ area }) => area),
        printed,
        { kind, ...span, codes: [PISTOL], of },
      );
  const [say, sayWith] = [ask(named), ask(all)];
  const sum = (entries: readonly AreaShare[], codes: readonly string[], value: number) =>
    asked(
      TYPES_VIEW,
      entries.map(({ area }) => area),
      f.number(value),
      { kind: "value", ...span, codes },
    );
  const arms = (entries: readonly AreaShare[]) =>
    entries.reduce((total, { whole }) => total + whole, 0);
  const [pooled, mean] = [pooledShare(shares), meanShare(shares)];
  const [pooledRest, meanRest] = [pooledShare(others), meanShare(others)];
  const [pooledAll, meanAll] = [pooledShare(sharesWith), meanShare(sharesWith)];
  mustHold(
    Math.abs(pooled - pooledRest) > Math.abs(mean - meanRest),
    ID,
    "the State with the most arms moves the pooled share no more than the mean of States",
  );
  const name = (code: string) => data.names.areas[code] ?? code;
  const pooledSaid = say("share", f.percent(pooled), shares);
  const meanSaid = say("mean", f.percent(mean), shares);
  const states = say("whole", f.number(shares.length), shares);
  const majority = shares.filter(({ share }) => share > 0.5).length;
  const residual = all.filter((code) => RESIDUAL.has(code));
  const shown = { data, speech, caveats: caveatsOf(answer, speech) };
  return {
    title: words.title,
    standfirst: words.standfirst(pooledSaid, meanSaid, from, to),
    steps: [
      {
        heading: words.twoHeading,
        paragraphs: [
          words.counted(states, sum(shares, named, arms(shares)), from, to),
          words.pooled(pooledSaid),
          words.mean(meanSaid),
          words.same,
        ],
        figure: await typesFigure(data, speech),
      },
      {
        heading: words.oneHeading,
        paragraphs: [
          words.largest(
            name(largest.area),
            sum([largest], named, largest.whole),
            sum(shares, named, arms(shares)),
            say("share", f.percent(largest.share), [largest]),
          ) + (countsTraces(answer.whole, largest.area) ? ` ${m.stories.tracedInstead}` : ""),
          words.leftOut(
            pooledSaid,
            say("share", f.percent(pooledRest), others),
            meanSaid,
            say("mean", f.percent(meanRest), others),
          ),
          words.weight,
        ],
        figure: waysFigure(
          "one-state",
          { ...PISTOLS_VIEW, without: [largest.area], weight: "pooled" },
          [
            words.oneTitle(name(largest.area), f.percent(pooled), f.percent(pooledRest)),
            words.waysSubtitle(from, to),
          ],
          [
            [words.all(m.figure.pooled), pooled, shares.length],
            [words.without(m.figure.pooled, name(largest.area)), pooledRest, others.length],
            [words.all(m.figure.mean), mean, shares.length],
            [words.without(m.figure.mean, name(largest.area)), meanRest, others.length],
          ],
          shown,
        ),
      },
      {
        heading: words.eachHeading,
        paragraphs: [
          words.majority(say("majority", f.number(majority), shares), majority, states),
          words.smallest(
            name(smallest.area),
            sum([smallest], named, smallest.whole),
            smallest.whole,
            name(largest.area),
            sum([largest], named, largest.whole),
          ),
          words.spread,
        ],
        figure: statesFigure(
          shares,
          words.statesTitle(
            f.number(majority),
            majority,
            howMany(speech, shares.length, "COUNTRY"),
          ),
          shown,
        ),
      },
      {
        heading: words.residualHeading,
        paragraphs: [
          words.residual(
            sum(sharesWith, residual, arms(sharesWith) - arms(shares)),
            sum(sharesWith, all, arms(sharesWith)),
            from,
            to,
          ),
          words.residualShares(
            sayWith("share", f.percent(pooledAll), sharesWith),
            sayWith("mean", f.percent(meanAll), sharesWith),
            sayWith("whole", f.number(sharesWith.length), sharesWith),
          ),
          words.residualReading,
        ],
        figure: waysFigure(
          "four-ways",
          { ...PISTOLS_VIEW, residual: "with" },
          [
            words.fourTitle(
              f.percent(Math.min(pooled, mean, pooledAll, meanAll)),
              f.percent(Math.max(pooled, mean, pooledAll, meanAll)),
            ),
            words.waysSubtitle(from, to),
          ],
          [
            [words.way(m.figure.pooled, m.figure.withoutResidual), pooled, shares.length],
            [words.way(m.figure.pooled, m.figure.withResidual), pooledAll, sharesWith.length],
            [words.way(m.figure.mean, m.figure.withoutResidual), mean, shares.length],
            [words.way(m.figure.mean, m.figure.withResidual), meanAll, sharesWith.length],
          ],
          { ...shown, caveats: caveatsOf(everything, speech) },
        ),
      },
      { heading: words.answersHeading, paragraphs: words.answers },
    ],
    method: words.method,
  };
};
