/** Words of the home page. */
export const home = {
  title: "Seizures of illicit arms, without the false trends",
  intro: (change: string, name: string, part: string, whole: string) =>
    `Add up every State's seizures and the world total falls by ${change} between 2020 and 2021. It did not: ${name}, with ${part} of the ${whole} counted in 2020, stopped reporting. Here every figure shows the States that stand behind it.`,
  waysTitle: "Ways in",
  ways: {
    public: {
      title: "To look something up",
      links: {
        areas: "A page for every State and region",
        explore: "Charts of every published table",
        stories: "Stories to read from top to bottom",
        glossary: "What the words mean",
      },
    },
    research: {
      title: "To research and cite",
      links: {
        data: "Download the data, with codes and flags",
        method: "How the figures are made, and their defects",
        sql: "Ask by SQL",
        return: "Check a return of your own",
      },
    },
    meeting: {
      title: "To brief a meeting",
      links: {
        briefings: "Two pages or slides on any State or region",
        sdg: "SDG indicator 16.4.2, State by State",
        coverage: "Who reports what, and who does not",
        revisions: "What releases changed",
      },
    },
  },
  factsMore: "Which ones",
  factsTitle: "What is known, and by how many",
  facts: {
    reported: (all: string, last: string, year: string) =>
      `${all} States and territories have published a total of arms seized in at least one year; for ${year}, the newest, ${last} have.`,
    panel: (n: string, from: string, to: string) =>
      `${n} have in every year from ${from} to ${to}: only they make a line.`,
    sdg: (n: string) =>
      `A value of SDG indicator 16.4.2 is published for ${n} States; there is none for the world, and no target.`,
    sex: (n: string, zero: (words: string) => string) =>
      `${n} give women and men among persons arrested or suspected; ${zero("none")} gives their age.`,
  },
  sexTitle: (share: string, stage: string) => `Women are ${share} of ${stage}`,
  sexSubtitle: (from: string, to: string) =>
    `Persons in justice for illicit trafficking in weapons, by stage and sex, ${from}–${to}; country-years that give both women and men`,
  sexSubtitleKnown: (from: string, to: string) =>
    `Persons in justice for illicit trafficking in weapons, by stage and sex, ${from}–${to}; country-years that give both women and men, without persons of unknown sex`,
  sexRow: (persons: string, states: string) => `${persons} persons · ${states}`,
  ageTitle: (share: string) =>
    `${share} of weapons arrests in the United States are of persons under 25`,
  ageSubtitle: (year: string) =>
    `Arrests for weapons offences by sex and age, United States, ${year}; bars show arrests per year of age`,
  ageCoverage: (agencies: string, population: string) =>
    `${agencies} police agencies covering ${population} inhabitants`,
  sexCoverage: (who: string, noun: string) =>
    `${who} with women and men for ${noun} in at least one year; other stages rest on other States`,
  sexPooled:
    "Pooled over country-years: States with many persons weigh most. The stages rest on different States and cannot be read as one group moving through justice.",
  recovery: "Recovered in",
  routesCoverage: (count: string, who: string) => `${count} traces with a known first sale, ${who}`,
  ageUnit: "Arrests per year of age",
  ageMissing:
    "No State has published the age of persons arrested for arms trafficking. The nearest published figures are United States arrests for any weapons offence.",
  routesTitle: (share: string, year: string) =>
    `${share} of firearms traced in ${year} crossed a State line between first sale and recovery`,
  routesSubtitle: (year: string) =>
    `Largest routes between States: firearms recovered and traced to a first retail sale, United States, ${year}`,
  routesSame: "sold and recovered in the same State",
  routesCut: (shown: string) =>
    `The ${shown} largest on each side are drawn; the table has them all.`,
  routesUnit: "Firearms traced",
  routesMissing:
    "No State has published international routes: transit countries, transport mode and parcels stand in no public file.",
};
