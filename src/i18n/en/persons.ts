/** Words of the part about persons. */
export const persons = {
  name: "Persons",
  pyramidTitle: (women: string, men: string, share: string, noun: string) =>
    `${women} women and ${men} men (${share} women): ${noun}, of known age`,
  pyramidNote:
    "Persons whose sex or age is not known are left out of the drawing; the table has them.",
  noAge: "No State has published the age or the disability of these persons.",
} as const;
