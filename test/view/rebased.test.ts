import { expect, test } from "vitest";
import { rebased } from "../../src/view/rebased.ts";
import { DEFAULT_VIEW } from "../../src/view/view.ts";

test("two changes made to the same view are both kept", () => {
  const shown = DEFAULT_VIEW;
  const now = { ...shown, areas: ["MEX"] };
  const late = { ...shown, from: 2019 };
  expect(rebased(late, shown, now)).toEqual({ ...shown, areas: ["MEX"], from: 2019 });
});

test("a change to what was changed meanwhile wins: it came last", () => {
  const shown = DEFAULT_VIEW;
  const now = { ...shown, areas: ["MEX"] };
  expect(rebased({ ...shown, areas: ["KEN"] }, shown, now).areas).toEqual(["KEN"]);
});

test("a view that was not changed changes nothing", () => {
  const now = { ...DEFAULT_VIEW, areas: ["MEX"] };
  expect(rebased(DEFAULT_VIEW, DEFAULT_VIEW, now)).toEqual(now);
});
