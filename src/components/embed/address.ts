import { xmlText } from "../../export/xml.ts";
import { encodeView } from "../../view/url.ts";
import type { PanelId, View } from "../../view/view.ts";

/** The parts of the workbench that can stand alone in another page. */
const ALONE = [
  "trend",
  "breakdown",
  "map",
  "routes",
  "persons",
  "months",
  "multiples",
] as const satisfies PanelId[];

export type AlonePart = (typeof ALONE)[number];

/** True for a part that can stand alone. */
export const standsAlone = (part: PanelId): part is AlonePart =>
  ALONE.some((candidate) => candidate === part);

/**
 * Address of one part of a view, bound to a version of the data as every link to a view.
 * @param page absolute address of the explorer, or of the page that shows one part alone
 */
export const partAddress = (
  page: string,
  view: View,
  part: PanelId,
  dataVersion: string,
): string => {
  const url = new URL(page);
  url.search = encodeView({ ...view, large: part }, dataVersion);
  return url.href;
};

/**
 * HTML that puts a figure into another page.
 * @param title what the frame is called for those who do not see it
 * @param height pixels
 */
export const embedCode = (src: string, title: string, height: number): string => {
  const attributes = { src, title, width: "100%", height: String(height), style: "border:0" };
  const words = Object.entries(attributes).map(([name, value]) => `${name}="${xmlText(value)}"`);
  return `<iframe ${words.join(" ")} loading="lazy"></iframe>`;
};
