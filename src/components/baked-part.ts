/**
 * The part of a page that was baked into `#name`, and the data that it keeps in `#name-data`, as JSON. What the page
 * said to readers without scripts is taken away. Throws when the page lacks either.
 */
export const bakedPart = (name: string): { readonly root: Element; readonly data: unknown } => {
  document.querySelector("#scripts-off")?.remove();
  const root = document.querySelector(`#${name}`);
  const data = document.querySelector(`#${name}-data`)?.textContent;
  if (root === null || data === null || data === undefined)
    throw new Error(`The part “${name}” of the page is missing; reload the page.`);
  return { root, data: JSON.parse(data) };
};
