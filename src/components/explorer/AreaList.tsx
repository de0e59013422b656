import { toggleArea } from "../../view/choose.ts";
import type { PartProps } from "./Panel.tsx";

interface Props extends PartProps {
  readonly areas: readonly {
    readonly code: string;
    readonly label: string;
    readonly text: string;
  }[];
}

/** The areas of a map as a list, by name: the same numbers, the same choice, for keyboard and screen reader. */
export const AreaList = ({ stage, answer, change, areas }: Props) => {
  const { m, f } = stage.speech;
  const { view } = answer;
  return (
    <section class="area-list" tabIndex={0} aria-label={m.explorer.mapList}>
      <ul>
        {[...areas]
          .sort((a, b) => f.compare(a.label, b.label))
          .map(({ code, label, text }) => (
            <li key={code} data-code={code}>
              <button
                type="button"
                aria-pressed={view.areas.includes(code)}
                onClick={() => change(toggleArea(stage.catalogue, view, code))}
              >
                <span>{label}</span>
                <span class="figure">{text}</span>
              </button>
            </li>
          ))}
      </ul>
    </section>
  );
};
