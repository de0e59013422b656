/** A step from one form of the address to the next: old parameters in, new parameters out. */
type Migration = (old: URLSearchParams) => URLSearchParams;

/** Form 1 had `from` and `to`, each with its default, 2016 and 2022; form 2 has `years=2016-2022`. */
const yearsInOne: Migration = (old) => {
  const next = new URLSearchParams();
  const from = old.get("from");
  const to = old.get("to");
  for (const [name, value] of old) if (name !== "from" && name !== "to") next.append(name, value);
  if (from !== null || to !== null) next.set("years", `${from ?? "2016"}-${to ?? "2022"}`);
  return next;
};

const MIGRATIONS: readonly Migration[] = [yearsInOne];

/** The form in which addresses are written now. A link says it in `v`; those of form 1 say nothing. */
export const ADDRESS_FORM = MIGRATIONS.length + 1;

/**
 * The parameters of an address in the form of now, whatever form it was written in. A form that is not known, of a
 * later version of the site or made up, is taken for the present one.
 */
export const migrated = (params: URLSearchParams): URLSearchParams => {
  const said = params.get("v");
  const form =
    said === null
      ? params.has("years")
        ? ADDRESS_FORM
        : 1
      : /^[1-9][0-9]?$/.test(said)
        ? Math.min(Number(said), ADDRESS_FORM)
        : ADDRESS_FORM;
  return MIGRATIONS.slice(form - 1).reduce((old, step) => step(old), params);
};
