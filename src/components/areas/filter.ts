/**
 * Filters the lists of areas by what a reader types: without it, all of them stand there. A list of which nothing is
 * left is hidden with its heading. Throws when the page lacks its field.
 */
export const filterAreas = (): void => {
  const field = document.querySelector<HTMLInputElement>("#area-search");
  const box = document.querySelector<HTMLElement>(".area-search");
  const count = document.querySelector<HTMLElement>("#area-count");
  if (field === null || box === null || count === null)
    throw new Error("The page of areas has no field to search in.");
  const plain = (text: string): string =>
    text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
  const items = [...document.querySelectorAll<HTMLElement>("[data-area]")].map((element) => ({
    element,
    words: plain(`${element.textContent ?? ""} ${element.dataset["area"] ?? ""}`),
  }));
  const groups = [...document.querySelectorAll<HTMLElement>("[data-areas]")];
  const filter = (): void => {
    const wanted = plain(field.value.trim());
    for (const { element, words } of items) element.hidden = !words.includes(wanted);
    for (const group of groups)
      group.hidden = group.querySelector("[data-area]:not([hidden])") === null;
    const found = items.filter(({ element }) => !element.hidden).length;
    count.textContent =
      (found === 1 ? count.dataset["one"] : count.dataset["many"])?.replace("#", String(found)) ??
      "";
  };
  box.hidden = false;
  field.addEventListener("input", filter);
  filter();
};
