import { areaPages } from "./en/areas.ts";
import { briefings } from "./en/briefings.ts";
import { composer } from "./en/composer.ts";
import { coveragePage } from "./en/coverage.ts";
import { data } from "./en/data.ts";
import { explorer } from "./en/explorer.ts";
import { coverage, figure, subtitles, titles } from "./en/figures.ts";
import { findingsWords } from "./en/findings.ts";
import { glossary } from "./en/glossary.ts";
import { home } from "./en/home.ts";
import { mapWords } from "./en/map.ts";
import { method } from "./en/method.ts";
import { areas, dimensions, nouns } from "./en/names.ts";
import { persons } from "./en/persons.ts";
import { picture } from "./en/picture.ts";
import { regionTables } from "./en/region-tables.ts";
import { returnWords } from "./en/return.ts";
import { revisionsPage } from "./en/revisions.ts";
import { sdgPage } from "./en/sdg.ts";
import { search } from "./en/search.ts";
import { sqlWords } from "./en/sql.ts";
import { stories } from "./en/stories.ts";
import { nothing, table, thread } from "./en/table.ts";
import { takeaway } from "./en/takeaway.ts";
import { viewWords } from "./en/views.ts";

/** Every sentence that a reader of the English site can meet. */
export const en = {
  site: {
    name: "Illicit Arms Monitor",
    description:
      "Seizures of illicit arms, their types, routes and tracing, and the persons involved by sex and age: standardized, checked, citable.",
    skip: "Skip to content",
    home: "Home",
    explore: "Explore",
    areas: "Areas",
    sdg: "SDG 16.4.2",
    coverage: "Coverage",
    revisions: "Revisions",
    briefings: "Briefings",
    stories: "Stories",
    data: "Data",
    method: "Method",
    glossary: "Glossary",
    sql: "SQL console",
    ownReturn: "Your own return",
    navigation: "Main",
    more: "More",
    footer:
      "Figures carry the publisher's name, release and caveats. Nothing is imputed or smoothed. Not an official site of any organization.",
    dataVersion: (version: string) => `Data version ${version}`,
  },
  nouns,
  units: {
    NUMBER: "number",
    PT: "per cent",
    PER_100000_POP: "per 100,000 inhabitants",
  },
  dimensions,
  areas,
  areaPages,
  briefings,
  composer,
  home,
  figure,
  titles,
  subtitles,
  coverage,
  coveragePage,
  regionTables,
  revisionsPage,
  explorer,
  persons,
  picture,
  takeaway,
  nothingTitle: "Kinds of nothing, and how each is written",
  nothing,
  thread,
  table,
  data,
  return: returnWords,
  findings: findingsWords,
  glossary,
  method,
  sdgPage,
  search,
  sql: sqlWords,
  stories,
  map: mapWords,
  views: viewWords,
};

export type Messages = typeof en;
