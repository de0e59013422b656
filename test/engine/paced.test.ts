import { expect, it } from "vitest";
import { type EngineProgress, paced } from "../../src/engine/worker.ts";

const fetched = (bytes: number): EngineProgress => ({ step: "engine", bytes, total: 100 });

it("passes on the first and the last report of a step, and of those between one in a while", () => {
  let time = 0;
  const told: EngineProgress[] = [];
  const report = paced(
    (progress) => told.push(progress),
    () => time,
  );
  for (let bytes = 0; bytes <= 100; bytes += 1) {
    report(fetched(bytes));
    time += 5;
  }
  report({ step: "starting" });
  expect(told).toEqual([...[0, 30, 60, 90, 100].map(fetched), { step: "starting" }]);
});

it("keeps no step from another", () => {
  const told: EngineProgress[] = [];
  const report = paced(
    (progress) => told.push(progress),
    () => 0,
  );
  report({ step: "data", bytes: 1, total: 9 });
  report({ step: "loading", rows: 3 });
  report({ step: "data", bytes: 1, total: 9 });
  expect(told).toHaveLength(3);
});
