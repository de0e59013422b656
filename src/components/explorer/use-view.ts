import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { z } from "zod";
import { reasonOf } from "../../engine/engine.ts";
import { type Slice, sliceSchema } from "../../view/catalogue.ts";
import { type AddressNote, decodeView, encodeView, type Source, sourceOf } from "../../view/url.ts";
import { DEFAULT_VIEW, type View } from "../../view/view.ts";
import type { ChangeView, Stage } from "./state.ts";

/** What a version of the data can answer: the tables of the current releases, and of each replaced one. */
const catalogueSchema = z.object({
  current: z.array(sliceSchema),
  replaced: z.array(
    z.object({ dataset: z.string(), release: z.string(), slices: z.array(sliceSchema) }),
  ),
});
type Catalogues = z.infer<typeof catalogueSchema>;

const fetchCatalogues = async (root: string, version: string): Promise<Catalogues> => {
  const url = `${root}data/${version}/catalogue.json`;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return catalogueSchema.parse(await response.json());
};

/** The catalogue of a dataset's replaced release beside the current ones of the others; undefined if there is none. */
const withRelease = (all: Catalogues, { dataset, release }: Source): Slice[] | undefined => {
  const found = all.replaced.find(
    (entry) => entry.dataset === dataset && entry.release === release,
  );
  if (found === undefined) return undefined;
  return [...found.slices, ...all.current.filter((slice) => slice.dataset !== dataset)];
};

/** The view on the page, the data that it is of, and what is to be said of its address. */
interface Place {
  readonly view: View;
  readonly dataVersion: string;
  readonly catalogue: readonly Slice[];
  readonly notes: readonly AddressNote[];
  /** The version that the address asked for and that is not published. */
  readonly unknownVersion: string | undefined;
  /** True while the view passes, as under a brush that is being dragged. */
  readonly passing: boolean;
}

/** Where the data of an address stand. */
type Opening =
  | { readonly kind: "open" }
  | { readonly kind: "opening" }
  | {
      readonly kind: "failed";
      readonly reason: string;
    };

/** Finds the data that an address asks for, and reads the address with them. */
const placeOf = async (stage: Stage, search: string): Promise<Place> => {
  const source = sourceOf(search);
  const published = source.version !== undefined && stage.versions.includes(source.version);
  const dataVersion = published ? (source.version ?? stage.dataVersion) : stage.dataVersion;
  const isBaked = dataVersion === stage.dataVersion && source.release === "";
  const all = isBaked ? undefined : await fetchCatalogues(stage.root, dataVersion);
  const older = all === undefined ? undefined : withRelease(all, source);
  const catalogue = older ?? all?.current ?? stage.catalogue;
  const decoded = decodeView(search, catalogue, older === undefined ? [] : [source.release]);
  return {
    view: decoded.view,
    notes: decoded.notes,
    dataVersion,
    catalogue,
    unknownVersion: published ? undefined : source.version,
    passing: false,
  };
};

/**
 * The view of the page's address, kept in step with it: every change is an entry that Back undoes. An address of an
 * older version of the data, or of a replaced release, opens those data.
 */
export const useView = (
  stage: Stage,
): Omit<Place, "catalogue" | "dataVersion"> & {
  /** The stage with the data of the address. */
  readonly shown: Stage;
  readonly opening: Opening;
  readonly change: ChangeView;
} => {
  const [place, setPlace] = useState<Place>({
    view: DEFAULT_VIEW,
    dataVersion: stage.dataVersion,
    catalogue: stage.catalogue,
    notes: [],
    unknownVersion: undefined,
    passing: false,
  });
  const [shown, setShown] = useState(stage);
  const [opening, setOpening] = useState<Opening>({ kind: "open" });
  const reading = useRef(0);
  const read = useCallback((): void => {
    reading.current += 1;
    const number = reading.current;
    setOpening({ kind: "opening" });
    placeOf(stage, location.search)
      .then((next) => {
        if (number !== reading.current) return;
        setPlace(next);
        setShown((before) =>
          before.catalogue === next.catalogue && before.dataVersion === next.dataVersion
            ? before
            : { ...stage, catalogue: next.catalogue, dataVersion: next.dataVersion },
        );
        setOpening({ kind: "open" });
      })
      .catch((error: unknown) => {
        if (number === reading.current) setOpening({ kind: "failed", reason: reasonOf(error) });
      });
  }, [stage]);
  useEffect(() => {
    read();
    window.addEventListener("popstate", read);
    return () => window.removeEventListener("popstate", read);
  }, [read]);
  const change = useCallback<ChangeView>(
    (next, passing) => {
      const moved = next.release !== place.view.release || next.dataset !== place.view.dataset;
      if (passing === undefined) {
        const search = encodeView(next, shown.dataVersion);
        history.pushState(null, "", search === "" ? location.pathname : `?${search}`);
        if (moved && (next.release !== "" || place.view.release !== "")) return read();
      }
      setPlace((before) => ({
        ...before,
        view: next,
        notes: [],
        unknownVersion: undefined,
        passing: passing !== undefined,
      }));
    },
    [place.view.release, place.view.dataset, shown, read],
  );
  const { view, notes, unknownVersion } = place;
  return { view, notes, unknownVersion, passing: place.passing, shown, opening, change };
};
