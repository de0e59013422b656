/** Words of the page where a reader composes a briefing. */
export const composer = {
  title: "Compose a briefing",
  intro:
    "On one State, a region, the world or any States you choose, over your own years and themes. It is written in your browser from the data of this site; nothing you choose leaves it. The address holds the choice: send it, or keep it.",
  noscript:
    "Scripts are off: nothing can be composed here. The ready-made briefings of the regions need no script.",
  who: "On whom",
  choose: "Choose a State or region",
  add: "Add another",
  regions: "Regions",
  states: "States and territories",
  themes: "Themes",
  form: "Form",
  pages: "Two pages (A4)",
  slides: "Slides (16:9)",
  empty: "Choose a State or a region: the briefing appears here.",
};
