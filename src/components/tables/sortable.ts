type Direction = "ascending" | "descending";

/** A table whose bodies are regions: the first row of each is its heading, the others are States. */
interface Sortable {
  readonly form: HTMLFormElement;
  readonly status: HTMLElement;
  readonly regions: readonly {
    readonly body: HTMLTableSectionElement;
    readonly rows: readonly HTMLTableRowElement[];
  }[];
  readonly heads: readonly HTMLTableCellElement[];
}

const nameOf = (row: HTMLTableRowElement): string => row.cells[0]?.textContent.trim() ?? "";

const numberOf = (row: HTMLTableRowElement, column: number): number | null => {
  const text = row.cells[column]?.dataset["n"];
  return text === undefined ? null : Number(text);
};

/** Names by the order of the language; numbers by size, cells without one last whichever way. */
const sortRows = (
  rows: readonly HTMLTableRowElement[],
  head: HTMLTableCellElement,
  direction: Direction,
): HTMLTableRowElement[] => {
  const sign = direction === "ascending" ? 1 : -1;
  if (head.dataset["sort"] === "names") {
    const { compare } = new Intl.Collator(document.documentElement.lang);
    return rows.toSorted((a, b) => sign * compare(nameOf(a), nameOf(b)));
  }
  return rows.toSorted((a, b) => {
    const [x, y] = [numberOf(a, head.cellIndex), numberOf(b, head.cellIndex)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y);
  });
};

const say = ({ status, heads, regions }: Sortable): void => {
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const rows = regions.flatMap((region) => region.rows);
  const shown = rows.filter((row) => !row.hidden).length;
  const sorted = heads.find((head) => head.hasAttribute("aria-sort"));
  const direction = sorted?.getAttribute("aria-sort") as Direction | null | undefined;
  const counted = (status.dataset["shown"] ?? "")
    .replace("{shown}", number.format(shown))
    .replace("{all}", number.format(rows.length));
  const order = direction == null ? "" : (sorted?.dataset[direction] ?? "");
  status.textContent = `${counted} ${order}`;
};

const sort = (table: Sortable, head: HTMLTableCellElement): void => {
  const before = head.getAttribute("aria-sort");
  const first: Direction = head.dataset["sort"] === "names" ? "ascending" : "descending";
  const other: Direction = first === "ascending" ? "descending" : "ascending";
  const direction = before === first ? other : first;
  for (const each of table.heads) each.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", direction);
  for (const { body, rows } of table.regions) body.append(...sortRows(rows, head, direction));
  say(table);
};

const filter = (table: Sortable): void => {
  const chosen = new FormData(table.form);
  const region = String(chosen.get("region") ?? "");
  const { lang } = document.documentElement;
  const fold = (text: string): string =>
    text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLocaleLowerCase(lang);
  const name = fold(String(chosen.get("name") ?? "").trim());
  for (const { body, rows } of table.regions) {
    const within = region === "" || body.dataset["region"] === region;
    for (const row of rows) row.hidden = !within || !fold(nameOf(row)).includes(name);
    body.hidden = rows.every((row) => row.hidden);
  }
  say(table);
};

const addButton = (table: Sortable, head: HTMLTableCellElement): void => {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  button.addEventListener("click", () => sort(table, head));
  head.append(button);
};

/** Lets a reader sort and filter every table of the page that has a form for it. Throws when a part is missing. */
export const wakeTables = (): void => {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-table]")) {
    const element = document.querySelector<HTMLTableElement>(`#${form.dataset["table"]}`);
    const status = form.querySelector<HTMLElement>("[role=status]");
    if (element === null || status === null)
      throw new Error(`The table “${form.dataset["table"]}” is missing; reload the page.`);
    const bodies = [...element.tBodies].filter((body) => body.dataset["region"] !== undefined);
    const table: Sortable = {
      form,
      status,
      regions: bodies.map((body) => ({ body, rows: [...body.rows].slice(1) })),
      heads: [...element.querySelectorAll<HTMLTableCellElement>("th[data-sort]")],
    };
    for (const head of table.heads) addButton(table, head);
    form.addEventListener("input", () => filter(table));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    filter(table);
  }
};
