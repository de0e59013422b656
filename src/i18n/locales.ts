import { en, type Messages } from "./en.ts";
import { type Format, formatFor } from "./format.ts";

/** A language of the site. */
export interface Locale {
  /** First part of the path; empty for English, which lives at the root. */
  readonly path: string;
  /** BCP 47 tag for `lang` and Intl. */
  readonly tag: string;
  readonly direction: "ltr" | "rtl";
  /** Name of the language in itself. */
  readonly name: string;
  readonly messages: Messages;
}

/** The languages that the site is published in, in the order of the language bar. */
export const LOCALES: readonly Locale[] = [
  { path: "", tag: "en", direction: "ltr", name: "English", messages: en },
];

/** The language of a path part; undefined part means English. Throws when there is no such language. */
export const localeOf = (path: string | undefined): Locale => {
  const locale = LOCALES.find((candidate) => candidate.path === (path ?? ""));
  if (locale === undefined) throw new Error(`There is no language at "/${path}/".`);
  return locale;
};

/** The parameter `locale` of a page's path; English has none. */
export const localeParam = ({ path }: Pick<Locale, "path">): string | undefined =>
  path === "" ? undefined : path;

/** The paths of a page that stands once in every language. */
export const localePaths = () =>
  LOCALES.map((locale) => ({ params: { locale: localeParam(locale) } }));

/** What the addresses of a language begin with after the root: nothing, or "fr/". */
export const folderOf = ({ path }: Pick<Locale, "path">): string => (path === "" ? "" : `${path}/`);

/** Words and formatters of a language, as every component takes them. */
export interface Speech {
  readonly locale: Locale;
  readonly m: Messages;
  readonly f: Format;
}

/** Words and formatters of a language. */
export const speechOf = (locale: Locale): Speech => ({
  locale,
  m: locale.messages,
  f: formatFor(locale.tag),
});
