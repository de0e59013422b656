import { useMemo } from "preact/hooks";
import type { ChartOptions } from "../../charts/options.ts";
import { pyramidDrawing } from "../../charts/pyramid.ts";
import { sexShareDrawing } from "../../charts/sex-share.ts";
import { type Answer, answerOf } from "../../view/answer.ts";
import { pyramidQuestions, type Question, stageQuestions } from "../../view/questions.ts";
import { breakdownSubtitle } from "../figures/breakdown.ts";
import {
  pyramidData,
  pyramidTitle,
  stageCounts,
  stagesData,
  stagesSubtitle,
  stagesTitle,
} from "../figures/persons.ts";
import { chartOptions } from "../figures/trend.ts";
import { Chart } from "./Chart.tsx";
import { Panel, type PartProps } from "./Panel.tsx";
import type { Answers } from "./use-answers.ts";

type Props = PartProps & { readonly answers: Answers };

/** The answers to some questions; undefined until all of them are there. */
const allAnswers = (questions: readonly Question[], answers: Answers): Answer[] | undefined => {
  const found = questions.flatMap((question) => {
    const cells = answers.cells(question);
    return cells === undefined ? [] : [answerOf(question.view, question.slice, cells)];
  });
  return found.length === questions.length ? found : undefined;
};

/** Women and men by age, where the source crosses the two. */
const Pyramid = (props: Props & { readonly women: Answer; readonly men: Answer }) => {
  const { stage, answer, women, men } = props;
  const { speech, names } = stage;
  const data = useMemo(() => pyramidData(women, men, speech, names), [women, men, speech, names]);
  const title = pyramidTitle(data, women, speech);
  const chart = useMemo(
    () => ({
      drawing: (all: ChartOptions) => pyramidDrawing(data, all),
      options: { ...chartOptions(speech, women.view), id: "persons", ariaLabel: title },
    }),
    [data, speech, women, title],
  );
  return (
    <Panel
      {...props}
      answer={women.cells.length > 0 ? women : answer}
      page={answer.view}
      id="persons"
      name={speech.m.persons.name}
      title={title}
      subtitle={breakdownSubtitle(women, speech, names)}
      notes={[speech.m.persons.pyramidNote]}
    >
      <Chart stage={stage} drawing={chart.drawing} options={chart.options} />
    </Panel>
  );
};

/** Women and men at each stage of justice. */
const Stages = (props: Props & { readonly stages: readonly Answer[] }) => {
  const { stage, answer, stages } = props;
  const { speech, names } = stage;
  const { m } = speech;
  const chart = useMemo(() => {
    const counts = stages.map(stageCounts);
    const data = stagesData(counts, speech, names);
    const title = stagesTitle(counts, speech);
    return {
      title,
      drawing: (all: ChartOptions) => sexShareDrawing(data, all),
      options: { ...chartOptions(speech, answer.view), id: "persons", ariaLabel: title },
    };
  }, [stages, speech, names, answer.view]);
  const first = stages[0] ?? answer;
  return (
    <Panel
      {...props}
      answer={first}
      page={answer.view}
      id="persons"
      name={m.persons.name}
      title={chart.title}
      subtitle={stagesSubtitle(first.view, speech)}
      notes={[m.home.sexPooled, m.persons.noAge]}
    >
      <Chart stage={stage} drawing={chart.drawing} options={chart.options} />
    </Panel>
  );
};

/** Persons: sex by age, or stages of justice by sex, as far as the source has them. */
export const PersonsPanel = (props: Props) => {
  const { stage, answer, answers } = props;
  const { view } = answer;
  const [bySex, byStage] = useMemo(
    () => [
      pyramidQuestions(stage.catalogue, view),
      view.indicator.startsWith("PERSONS_") ? stageQuestions(stage.catalogue, view) : [],
    ],
    [stage.catalogue, view],
  );
  const pyramid = useMemo(
    () =>
      allAnswers(
        bySex.map(({ question }) => question),
        answers,
      ),
    [bySex, answers],
  );
  const stages = useMemo(() => allAnswers(byStage, answers), [byStage, answers]);
  const [women, men] = pyramid ?? [];
  if (women !== undefined && men !== undefined)
    return <Pyramid {...props} women={women} men={men} />;
  return stages !== undefined && stages.length > 0 ? <Stages {...props} stages={stages} /> : null;
};
