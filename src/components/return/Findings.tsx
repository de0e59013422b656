import type { FindingGroup } from "../../return/finding.ts";
import { saveFile } from "../explorer/save-file.ts";
import { allowedOf, messageOf } from "./finding-words.ts";
import { findingsFile } from "./findings-file.ts";
import type { ReturnStage } from "./state.ts";

interface Props {
  readonly stage: ReturnStage;
  readonly groups: readonly FindingGroup[];
}

/** Findings of one rule that are shown at once. */
const SHOWN = 50;

const Group = ({ stage, group }: { readonly stage: ReturnStage; readonly group: FindingGroup }) => {
  const { m, f } = stage.speech;
  const words = m.return;
  const [first] = group.findings;
  // What is allowed stands once where it is the same for all, and beside each where it is not.
  const hasDetail = group.findings.some(({ message }) => message !== undefined);
  const allowed = first === undefined || hasDetail ? "" : allowedOf(group, first, stage);
  return (
    <details class={group.status === "FAIL" ? "finding fail" : "finding"}>
      <summary>
        <strong>{words.severity[group.status]}</strong>: {messageOf(group, stage.speech)}{" "}
        <span class="note">
          {words.findings(f.number(group.count), group.count)} · {group.rule}
        </span>
      </summary>
      {allowed !== "" && (
        <p class="allowed">
          {words.allowed}: {allowed}
        </p>
      )}
      <section class="scroll" tabIndex={0} aria-label={messageOf(group, stage.speech)}>
        <table class="cells">
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col">{words.columnName}</th>
              <th scope="col">{words.value}</th>
              {hasDetail && <th scope="col">{words.message}</th>}
            </tr>
          </thead>
          <tbody>
            {group.findings.slice(0, SHOWN).map((finding, at) => (
              <tr key={`${at} ${finding.line} ${finding.column}`}>
                <th scope="row">{finding.line ?? words.severalLines}</th>
                <td>{finding.column ?? words.wholeRow}</td>
                <td>{finding.value === "" ? words.valueEmpty : finding.value}</td>
                {hasDetail && (
                  <td class="words">
                    {finding.message}{" "}
                    {finding.allowed !== undefined && `${words.allowed}: ${finding.allowed}`}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {group.count > Math.min(SHOWN, group.findings.length) && (
        <p class="note">
          {words.shownFindings(
            f.number(Math.min(SHOWN, group.findings.length)),
            f.number(group.count),
          )}
        </p>
      )}
    </details>
  );
};

/** What the checks found, rule by rule, errors first; each with line, column, value and what is allowed. */
export const Findings = ({ stage, groups }: Props) => {
  const { m, f } = stage.speech;
  const words = m.return;
  const order = groups.toSorted(
    (a, b) => Number(b.status === "FAIL") - Number(a.status === "FAIL"),
  );
  const count = (status: FindingGroup["status"]) =>
    groups.filter((group) => group.status === status).reduce((sum, group) => sum + group.count, 0);
  if (groups.length === 0) return <p data-findings="0">{words.checksNone}</p>;
  return (
    <div data-findings={groups.length}>
      <p>
        <strong>{words.checksCount(f.number(count("FAIL")), f.number(count("WARNING")))}</strong>{" "}
        {words.checksNote}
      </p>
      {order.map((group) => (
        <Group key={group.rule} stage={stage} group={group} />
      ))}
      <p class="take-own">
        <button
          type="button"
          class="plain-button"
          onClick={() => saveFile("findings.csv", findingsFile(order, stage))}
        >
          {words.findingsFile}
        </button>
      </p>
    </div>
  );
};
