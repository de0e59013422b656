import type { Term } from "../../terms.ts";

/** Terms for arms: what they are, how they are marked and made. */
export const ARMS: readonly Term[] = [
  {
    id: "arms",
    term: "Arms",
    forms: ["arms", "arm"],
    definition:
      "Small arms and light weapons: portable lethal weapons that expel or launch a shot, bullet or projectile by an explosive, are made to, or can readily be converted to. Antiques and replicas are left out, as domestic law defines them; nothing made after 1899 is an antique. Wider than “firearm”: an arm needs no barrel.",
    source: "METADATA",
    see: ["firearm", "small-arms", "light-weapons"],
  },
  {
    id: "firearm",
    term: "Firearm",
    forms: ["firearm", "firearms"],
    definition:
      "A portable weapon with a barrel that expels a shot, bullet or projectile by an explosive, is made to, or can readily be converted to. Antique firearms and their replicas are left out.",
    source: "PROTOCOL",
    see: ["arms", "parts-and-components", "ammunition"],
  },
  {
    id: "small-arms",
    term: "Small arms",
    forms: ["small arms"],
    definition:
      "Revolvers, pistols, rifles and carbines, shotguns, submachine guns, light machine guns.",
    source: "METADATA",
    see: ["arms", "light-weapons"],
  },
  {
    id: "light-weapons",
    term: "Light weapons",
    forms: ["light weapons"],
    definition:
      "Heavier arms that are still portable: heavy machine guns, grenade launchers, portable anti-aircraft and anti-tank guns, recoilless rifles, portable missile and rocket launchers, mortars under 100 mm.",
    source: "METADATA",
    see: ["arms", "small-arms"],
  },
  {
    id: "parts-and-components",
    term: "Parts and components",
    forms: ["parts and components"],
    definition:
      "Anything made for a firearm and essential to its working: barrel, frame or receiver, slide or cylinder, bolt or breech block; and any device that muffles the sound of the shot.",
    source: "PROTOCOL",
    see: ["firearm", "assembled"],
  },
  {
    id: "ammunition",
    term: "Ammunition",
    forms: ["ammunition"],
    definition:
      "The complete round or what it is made of, such as cartridge case, primer, powder and bullet, where the law of the State asks for an authorization. States count it in different units, so it is never added over States here.",
    source: "PROTOCOL",
    see: ["firearm"],
  },
  {
    id: "pistol",
    term: "Pistol",
    forms: ["pistol", "pistols"],
    definition:
      "A handgun whose chamber is part of the barrel, usually self-loading. The wording of the questionnaire could not be verified.",
    source: "QUESTIONNAIRE",
    see: ["revolver", "small-arms"],
  },
  {
    id: "revolver",
    term: "Revolver",
    forms: ["revolver", "revolvers"],
    definition: "A handgun with a revolving cylinder of chambers.",
    source: "OLD_QUESTIONNAIRE",
    see: ["pistol", "small-arms"],
  },
  {
    id: "rifle",
    term: "Rifle",
    forms: ["rifle", "rifles"],
    definition:
      "A long-barrelled firearm with a rifled bore, fired from the shoulder, one projectile at a time. Carbines, short rifles, are counted with them.",
    source: "OLD_QUESTIONNAIRE",
    see: ["shotgun", "small-arms"],
  },
  {
    id: "shotgun",
    term: "Shotgun",
    forms: ["shotgun", "shotguns"],
    definition:
      "A long gun without rifling, fired from the shoulder, that fires many small projectiles.",
    source: "OLD_QUESTIONNAIRE",
    see: ["rifle", "small-arms"],
  },
  {
    id: "submachine-gun",
    term: "Submachine gun",
    forms: ["submachine gun", "submachine guns"],
    definition:
      "A light, hand-held automatic weapon that fires a handgun cartridge of low energy. ATF has no such category.",
    source: "OLD_QUESTIONNAIRE",
    see: ["machine-gun", "small-arms"],
  },
  {
    id: "machine-gun",
    term: "Machine gun",
    forms: ["machine gun", "machine guns"],
    definition:
      "A fully automatic firearm. National legal definitions differ: some countries count automatic rifles or submachine guns here.",
    source: "OLD_QUESTIONNAIRE",
    see: ["submachine-gun", "light-weapons"],
  },
  {
    id: "marking",
    term: "Marking",
    forms: ["marking", "markings", "marked"],
    definition:
      "Signs on an arm, such as a serial number with maker and country, that let an authority tell it from all others. It may be whole, altered or removed, or never have been there.",
    source: "OURS",
    see: ["uniquely-identifiable", "tracing"],
  },
  {
    id: "uniquely-identifiable",
    term: "Uniquely identifiable",
    forms: ["uniquely identifiable"],
    definition:
      "Of an arm: its marking tells it from all others, so that it can be traced. Arms that nothing identifies are counted apart, because their origin cannot be followed.",
    source: "METADATA",
    see: ["marking", "tracing", "sdg-16-4-2"],
  },
  {
    id: "converted",
    term: "Converted",
    forms: ["converted arms"],
    definition:
      "Of an arm: made from something that was not a lethal firearm, such as a blank-firing pistol. The wording of the questionnaire could not be verified.",
    source: "QUESTIONNAIRE",
    see: ["reactivated", "modified", "assembled"],
  },
  {
    id: "reactivated",
    term: "Reactivated",
    forms: ["reactivated arms"],
    definition:
      "Of an arm: made to fire again after it had been deactivated. The wording of the questionnaire could not be verified.",
    source: "QUESTIONNAIRE",
    see: ["converted", "modified"],
  },
  {
    id: "modified",
    term: "Modified",
    forms: ["modified arms"],
    definition:
      "Of an arm: a firearm that was altered unlawfully, for example shortened or made automatic. The wording of the questionnaire could not be verified.",
    source: "QUESTIONNAIRE",
    see: ["converted", "reactivated"],
  },
  {
    id: "assembled",
    term: "Assembled",
    forms: ["assembled arms"],
    definition:
      "Of an arm: put together from parts. The wording of the questionnaire could not be verified.",
    source: "QUESTIONNAIRE",
    see: ["parts-and-components", "illicit-manufacturing"],
  },
];
