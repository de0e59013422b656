/** ISO 3166-2 areas of the United States that ATF names: 50 States, the District of Columbia and three territories. */
export const US_STATES = {
  "US-AL": "Alabama",
  "US-AK": "Alaska",
  "US-AZ": "Arizona",
  "US-AR": "Arkansas",
  "US-CA": "California",
  "US-CO": "Colorado",
  "US-CT": "Connecticut",
  "US-DE": "Delaware",
  "US-DC": "District of Columbia",
  "US-FL": "Florida",
  "US-GA": "Georgia",
  "US-GU": "Guam",
  "US-HI": "Hawaii",
  "US-ID": "Idaho",
  "US-IL": "Illinois",
  "US-IN": "Indiana",
  "US-IA": "Iowa",
  "US-KS": "Kansas",
  "US-KY": "Kentucky",
  "US-LA": "Louisiana",
  "US-ME": "Maine",
  "US-MD": "Maryland",
  "US-MA": "Massachusetts",
  "US-MI": "Michigan",
  "US-MN": "Minnesota",
  "US-MS": "Mississippi",
  "US-MO": "Missouri",
  "US-MT": "Montana",
  "US-NE": "Nebraska",
  "US-NV": "Nevada",
  "US-NH": "New Hampshire",
  "US-NJ": "New Jersey",
  "US-NM": "New Mexico",
  "US-NY": "New York",
  "US-NC": "North Carolina",
  "US-ND": "North Dakota",
  "US-OH": "Ohio",
  "US-OK": "Oklahoma",
  "US-OR": "Oregon",
  "US-PA": "Pennsylvania",
  "US-PR": "Puerto Rico",
  "US-RI": "Rhode Island",
  "US-SC": "South Carolina",
  "US-SD": "South Dakota",
  "US-TN": "Tennessee",
  "US-TX": "Texas",
  "US-VI": "US Virgin Islands",
  "US-UT": "Utah",
  "US-VT": "Vermont",
  "US-VA": "Virginia",
  "US-WA": "Washington",
  "US-WV": "West Virginia",
  "US-WI": "Wisconsin",
  "US-WY": "Wyoming",
} as const satisfies Record<string, string>;

export type UsState = keyof typeof US_STATES;

/** ISO 3166-2 areas of Mexico, all 32, by the names that SESNSP uses. */
export const MEXICAN_STATES = {
  "MX-AGU": "Aguascalientes",
  "MX-BCN": "Baja California",
  "MX-BCS": "Baja California Sur",
  "MX-CAM": "Campeche",
  "MX-CHP": "Chiapas",
  "MX-CHH": "Chihuahua",
  "MX-CMX": "Ciudad de México",
  "MX-COA": "Coahuila",
  "MX-COL": "Colima",
  "MX-DUR": "Durango",
  "MX-MEX": "Estado de México",
  "MX-GUA": "Guanajuato",
  "MX-GRO": "Guerrero",
  "MX-HID": "Hidalgo",
  "MX-JAL": "Jalisco",
  "MX-MIC": "Michoacán",
  "MX-MOR": "Morelos",
  "MX-NAY": "Nayarit",
  "MX-NLE": "Nuevo León",
  "MX-OAX": "Oaxaca",
  "MX-PUE": "Puebla",
  "MX-QUE": "Querétaro",
  "MX-ROO": "Quintana Roo",
  "MX-SLP": "San Luis Potosí",
  "MX-SIN": "Sinaloa",
  "MX-SON": "Sonora",
  "MX-TAB": "Tabasco",
  "MX-TAM": "Tamaulipas",
  "MX-TLA": "Tlaxcala",
  "MX-VER": "Veracruz",
  "MX-YUC": "Yucatán",
  "MX-ZAC": "Zacatecas",
} as const satisfies Record<string, string>;

export type MexicanState = keyof typeof MEXICAN_STATES;

/** The one State of Brazil that a source of this project counts. */
const BRAZILIAN_STATES = { "BR-RJ": "Rio de Janeiro" } as const;

/** The three jurisdictions of the United Kingdom for which UNODC prints separate figures. */
const UK_JURISDICTIONS = {
  "GB-EAW": "England and Wales",
  "GB-SCT": "Scotland",
  "GB-NIR": "Northern Ireland",
} as const;

/**
 * Parts of countries that a source counts: English label by ISO 3166-2 code, by ISO3 of the country. A part is
 * never summed with its country.
 */
export const SUBNATIONAL_AREAS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  BRA: BRAZILIAN_STATES,
  GBR: UK_JURISDICTIONS,
  MEX: MEXICAN_STATES,
  USA: US_STATES,
};
