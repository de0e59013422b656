import type { LonLat } from "./land.ts";

/** Where the symbol of an area stands, by its code in CL_AREA. A place for a picture: it says nothing of limits. */
export type Positions = Readonly<Record<string, LonLat>>;

/**
 * Countries and areas of M49 that Natural Earth at 1:50 million does not have as units of their own. Placed by this
 * project to about half a degree; where the area is a group of islands, on one of them or between them.
 */
const PLACED_COUNTRIES: Positions = {
  BES: [-68.5, 12],
  BVT: [3.5, -54.5],
  CCK: [97, -12],
  CXR: [105.5, -10.5],
  GIB: [-5.5, 36],
  GLP: [-61.5, 16],
  GUF: [-53, 4],
  MTQ: [-61, 14.5],
  MYT: [45, -13],
  REU: [55.5, -21],
  SJM: [16, 78.5],
  TKL: [-172, -9],
  TUV: [179, -8.5],
  UMI: [-169.5, 16.5],
  XKX: [21, 42.5],
};

/**
 * Parts of countries whose outlines no atlas of this project has: their middle, placed by this project to about half
 * a degree.
 */
const PLACED_PARTS: Positions = {
  "BR-RJ": [-42.5, -22],
  "GB-EAW": [-1.5, 52.5],
  "GB-NIR": [-6.5, 54.5],
  "GB-SCT": [-4, 57],
  "MX-AGU": [-102.5, 22],
  "MX-BCN": [-115, 30.5],
  "MX-BCS": [-112, 25.5],
  "MX-CAM": [-90.5, 19],
  "MX-CHH": [-106.5, 28.5],
  "MX-CHP": [-92.5, 16.5],
  "MX-CMX": [-99, 19.5],
  "MX-COA": [-102, 27.5],
  "MX-COL": [-104, 19],
  "MX-DUR": [-105, 25],
  "MX-GRO": [-100, 17.5],
  "MX-GUA": [-101, 21],
  "MX-HID": [-99, 20.5],
  "MX-JAL": [-103.5, 20.5],
  "MX-MEX": [-99.5, 19.5],
  "MX-MIC": [-102, 19],
  "MX-MOR": [-99, 18.5],
  "MX-NAY": [-105, 22],
  "MX-NLE": [-100, 25.5],
  "MX-OAX": [-96.5, 17],
  "MX-PUE": [-98, 19],
  "MX-QUE": [-100, 21],
  "MX-ROO": [-88, 19.5],
  "MX-SIN": [-107.5, 25],
  "MX-SLP": [-100.5, 22.5],
  "MX-SON": [-111, 29.5],
  "MX-TAB": [-92.5, 18],
  "MX-TAM": [-98.5, 24.5],
  "MX-TLA": [-98, 19.5],
  "MX-VER": [-96.5, 19.5],
  "MX-YUC": [-89, 21],
  "MX-ZAC": [-102.5, 23.5],
};

/** Every position that is placed by hand. */
export const PLACED: Positions = { ...PLACED_COUNTRIES, ...PLACED_PARTS };
