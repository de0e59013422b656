import type { Dimension } from "../../standard/dimensions.ts";

/** Words for the categories that every list has, in English, French and Spanish. */
const UNKNOWN =
  "unknown|not known|n/a|na|unspecified|not specified|not recorded|no data|inconnu|inconnue|non connu|non précisé|non renseigné|indéterminé|desconocido|desconocida|no especificado|no identificado|sin dato|sin datos|se desconoce";
const OTHER = "other|others|autre|autres|otro|otra|otros|otras";

/**
 * Words that registers use for codes, in English, French and Spanish, by dimension; labels of the standard and of the
 * portal are added to them. Only what has one meaning: "handgun" may be a pistol or a revolver, and is not here.
 */
export const WORDS: Readonly<Partial<Record<Dimension, Readonly<Record<string, string>>>>> = {
  sex: {
    F: "f|female|woman|women|femme|femmes|féminin|femenino|mujer|mujeres",
    M: "m|male|man|men|homme|hommes|masculin|masculino|hombre|hombres|varón",
    _U: UNKNOWN,
  },
  age: {
    Y0T17: "under 18|<18|minor|minors|child|children|mineur|mineurs|menor|menores|menor de edad",
    Y_GE18: "18 and over|18+|adult|adults|adulte|adultes|majeur|adulto|adultos|mayor de edad",
    Y_GE65: "65 and over|65+",
    Y_GE60: "60 and over|60+",
    _U: UNKNOWN,
  },
  weapon_type: {
    PISTOL: "pistol|pistols|semi-automatic pistol|pistolet|pistolets|pistola|pistolas",
    REVOLVER: "revolver|revolvers|revólver|revólveres",
    RIFLE: "rifle|rifles|carbine|carbines|fusil|fusils|carabine|fusiles|carabina|carabinas",
    SHOTGUN: "shotgun|shotguns|fusil de chasse|escopeta|escopetas",
    SUBMACHINE_GUN:
      "submachine gun|sub-machine gun|smg|pistolet-mitrailleur|mitraillette|subfusil|subametralladora|metralleta",
    MACHINE_GUN: "machine gun|machine guns|mitrailleuse|mitrailleuses|ametralladora|ametralladoras",
    _O: `${OTHER}|other weapons|autres armes|otras armas`,
    _U: UNKNOWN,
  },
  marking: {
    UNIQUELY_MARKED: "marked|with marking|marquée|marqué|marcada|con marca",
    ALTERED:
      "altered|erased|obliterated|effacé|effacée|altéré|altérée|borrada|borrado|alterada|limada",
    NOT_MARKED: "unmarked|no marking|not marked|non marquée|sans marquage|sin marca|sin marcar",
    _U: UNKNOWN,
  },
  condition: {
    INDUSTRIAL: "industrial|factory|industriel|industrielle|de fábrica",
    CONVERTED: "converted|convertie|converti|transformée|convertida",
    REACTIVATED: "reactivated|réactivée|remise en service|reactivada",
    MODIFIED: "modified|modifiée|modificada",
    ASSEMBLED: "assembled|assemblée|ensamblada",
  },
  legal_ground: {
    ILLICIT_POSSESSION:
      "possession|illegal possession|détention illicite|posesión ilícita|tenencia ilegal",
    ILLICIT_TRAFFICKING:
      "trafficking|illegal trafficking|trafic illicite|trafic|tráfico ilícito|tráfico",
    ILLICIT_MANUFACTURE:
      "manufacture|illicit manufacturing|fabrication illicite|fabricación ilícita",
    _O: OTHER,
    _U: UNKNOWN,
  },
  offence_context: {
    VIOLENT_CRIME: "violent crime|crime violent|delito violento",
    DRUG_TRAFFICKING: "drugs|drug trafficking|trafic de drogues|narcotráfico|tráfico de drogas",
    TERRORISM: "terrorism|terrorisme|terrorismo",
    _O: OTHER,
    _U: UNKNOWN,
  },
  seizure_place: {
    NATIONAL_TERRITORY: "inland|national territory|territoire national|territorio nacional",
    LAND_BORDER: "land border|border|frontière terrestre|frontière|frontera terrestre|frontera",
    VESSEL_HARBOUR: "port|harbour|seaport|vessel|navire|puerto|buque",
    PLANE_AIRPORT: "airport|plane|aéroport|avion|aeropuerto",
    _O: OTHER,
    _U: UNKNOWN,
  },
  trace_status: {
    PENDING: "pending|in progress|en cours|pendiente|en curso",
    NOT_INITIATED:
      "not initiated|not traced|no trace requested|non initiée|no iniciado|no rastreada",
    _U: UNKNOWN,
  },
};

/** Words that say of an origin that it is not known: the standard has no code for it, so that it is left out. */
export const UNKNOWN_WORDS: readonly string[] = UNKNOWN.split("|");

/** What a column may be. */
export type ColumnTarget = Dimension | "date" | "year" | "month" | "ref_area" | "count";

/** Words in titles of columns, in English, French and Spanish; the first target whose word is the whole title wins. */
export const TITLES: Readonly<Record<ColumnTarget, string>> = {
  date: "date|day|seizure date|date of seizure|date seized|incident date|date de saisie|date de la saisie|jour|fecha|fecha de incautación|fecha de decomiso|fecha incautacion|fecha del decomiso|time_period|period|période|periodo",
  year: "year|année|annee|an|año|ano|anio",
  month: "month|mois|mes",
  ref_area:
    "area|country|territory|state|province|region|place|location|ref_area|iso3|iso3_code|iso|iso2|m49|country code|country of seizure|seizure country|reporting country|pays|pays de saisie|lieu|zone|département|país|pais|estado|provincia|departamento|entidad|lugar|área",
  count:
    "count|number|quantity|qty|amount|n|no|arms|weapons|firearms|number of arms|number of weapons|number of firearms|total|value|obs_value|nombre|quantité|nombre d'armes|armes|cantidad|número|numero|número de armas|armas|cantidad de armas|total de armas|valor",
  sex: "sex|gender|sexe|genre|sexo|género",
  age: "age|age band|age group|âge|tranche d'âge|groupe d'âge|edad|grupo de edad|rango de edad",
  weapon_type:
    "type|weapon|weapon type|type of weapon|firearm type|type of firearm|arm type|type of arm|arme|type d'arme|type darme|catégorie|category|arma|tipo|tipo de arma|clase de arma|weapon_type",
  marking: "marking|markings|marked|marquage|marque|marca|marcado|marcaje|serial marking",
  condition: "condition|manufacture|état|état de l'arme|condición|estado del arma|fabricación",
  legal_ground:
    "legal ground|legal basis|ground|grounds|legal justification|base légale|motif|fundamento|fundamento legal|motivo|base legal",
  offence_context:
    "offence|offense|offence context|context|crime|infraction|contexte|delito|contexto|delito asociado",
  seizure_place:
    "place of seizure|seizure place|type of place|border point|lieu de saisie|lugar de incautación|lugar de decomiso|lugar del decomiso",
  trace_status:
    "trace|tracing|trace status|trace result|tracing result|traçage|résultat du traçage|rastreo|resultado del rastreo|estado del rastreo",
  origin_area:
    "origin|origin area|origin country|country of origin|source|source country|country of sale|origine|pays d'origine|provenance|origen|país de origen|procedencia",
  calibre: "calibre|caliber|gauge",
  time_to_crime: "time to crime|time-to-crime",
};
