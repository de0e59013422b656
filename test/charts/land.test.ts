import { describe, expect, it, vi } from "vitest";
import { landMark, rehearseLand } from "../../src/charts/land.ts";
import { mapFrame } from "../../src/charts/map-frame.ts";
import { landOf } from "../../src/standard/geography/land.ts";
import file from "../../src/standard/geography/land-world.json" with { type: "json" };

describe("the outline of land", () => {
  it("is rehearsed in many steps, each after a pause, and looks as without", async () => {
    const rehearsed = landOf(file);
    const pause = vi.fn(async () => undefined);
    await rehearseLand(rehearsed, pause);
    expect(pause.mock.calls.length).toBeGreaterThan(5);
    const { projection } = mapFrame([], 700, 0, 0);
    expect(landMark(rehearsed, projection)).toEqual(landMark(landOf(file), projection));
  });

  it("is made once for each of a few projections of the same land", () => {
    const land = landOf(file);
    const stream = vi.fn();
    const frames = [600, 601, 602].map((width) => mapFrame([], width, 0, 0).projection);
    for (const projection of frames) {
      const inner = projection.stream;
      projection.stream = (sink) => {
        stream();
        return inner(sink);
      };
    }
    const first = frames.map((projection) => landMark(land, projection));
    const again = frames.map((projection) => landMark(land, projection));
    expect(again).toEqual(first);
    expect(stream).toHaveBeenCalledTimes(frames.length);
  });

  it("is another one under another projection", () => {
    const land = landOf(file);
    const at = (width: number) => landMark(land, mapFrame([], width, 0, 0).projection);
    expect(at(600)).not.toEqual(at(900));
  });
});
