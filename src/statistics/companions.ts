import { nullVectors } from "./null-vectors.ts";

/** A count and the counts that it is the sum of, by their places in a list of values. */
export interface Relation {
  readonly total: number;
  readonly parts: readonly number[];
}

/** Places of the counts of a relation. */
export const membersOf = ({ total, parts }: Relation): number[] => [total, ...parts];

/** What a counts table says of its hidden cells: parts − total = what is known. */
const equation = ({ total, parts }: Relation, isHidden: (cell: number) => boolean) => {
  const row = new Map<number, number>();
  for (const part of parts) if (isHidden(part)) row.set(part, 1);
  if (isHidden(total)) row.set(total, -1);
  return row;
};

/** Relations that hold a hidden count, joined where they share one. */
const componentsOf = (
  relations: readonly Relation[],
  isHidden: (cell: number) => boolean,
): Relation[][] => {
  const leader = new Map<number, number>();
  const find = (cell: number): number => {
    let at = cell;
    for (let next = leader.get(at) ?? at; next !== at; next = leader.get(at) ?? at) at = next;
    leader.set(cell, at);
    return at;
  };
  const hidden = relations.map((relation) => membersOf(relation).filter(isHidden));
  for (const [first, ...others] of hidden)
    for (const other of others) if (first !== undefined) leader.set(find(other), find(first));
  const groups = new Map<number, Relation[]>();
  for (const [at, relation] of relations.entries()) {
    const first = hidden[at]?.[0];
    if (first === undefined) continue;
    const root = find(first);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [relation]);
    else group.push(relation);
  }
  return [...groups.values()];
};

const isWhole = (vector: ReadonlyMap<number, number>): boolean =>
  [...vector.values()].every(Number.isSafeInteger);

/** The relations that each count is in. */
const relationsByCell = (relations: readonly Relation[]): ReadonlyMap<number, Relation[]> => {
  const found = new Map<number, Relation[]>();
  for (const relation of relations)
    for (const cell of membersOf(relation)) {
      const known = found.get(cell);
      if (known === undefined) found.set(cell, [relation]);
      else known.push(relation);
    }
  return found;
};

/** Whether every relation still holds after the vector is added: checked in whole numbers, whoever made the vector. */
const keepsSums = (
  vector: ReadonlyMap<number, number>,
  byCell: ReadonlyMap<number, readonly Relation[]>,
): boolean => {
  const change = (cell: number): number => vector.get(cell) ?? 0;
  const touched = new Set([...vector.keys()].flatMap((cell) => byCell.get(cell) ?? []));
  return [...touched].every(
    ({ total, parts }) => parts.reduce((sum, part) => sum + change(part), 0) === change(total),
  );
};

/**
 * Hidden counts that could be another number: some other whole numbers from 1 on agree with everything that is
 * published and differ there. Large counts are expressed by small ones, so that the small ones are free to move.
 */
const movable = (
  values: readonly number[],
  relations: readonly Relation[],
  byCell: ReadonlyMap<number, readonly Relation[]>,
  isHidden: (cell: number) => boolean,
): Set<number> => {
  const hidden = [...new Set(relations.flatMap(membersOf).filter(isHidden))];
  const order = hidden.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const vectors = nullVectors(
    relations.map((relation) => equation(relation, isHidden)),
    order,
  );
  const found = new Set<number>();
  for (const vector of vectors) {
    if (!isWhole(vector) || !keepsSums(vector, byCell)) continue;
    const fits = (sign: 1 | -1): boolean =>
      [...vector].every(([cell, change]) => (values[cell] ?? 0) + sign * change >= 1);
    if (fits(1) || fits(-1)) for (const cell of vector.keys()) found.add(cell);
  }
  return found;
};

/** The cheapest published count among some relations: the smallest positive part, else the smallest total. */
const cheapest = (
  values: readonly number[],
  relations: readonly Relation[],
  isHidden: (cell: number) => boolean,
): number | undefined => {
  const smallest = (cells: readonly number[]): number | undefined =>
    cells
      .filter((cell) => !isHidden(cell) && (values[cell] ?? 0) > 0)
      .reduce<number | undefined>(
        (best, cell) =>
          best === undefined || (values[cell] ?? 0) < (values[best] ?? 0) ? cell : best,
        undefined,
      );
  return (
    smallest(relations.flatMap(({ parts }) => parts)) ??
    smallest(relations.map(({ total }) => total))
  );
};

/** What is hidden of some counts; `fresh` are those that were hidden last. */
export interface Hidden {
  readonly small: ReadonlySet<number>;
  readonly companions: Set<number>;
  fresh: Set<number>;
}

/**
 * Hides companions until every hidden count is protected, or `isEnough` says after a round that too much is hidden.
 * Returns the components with a count that nothing protects and nothing is left to hide beside.
 */
export const hideCompanions = (
  values: readonly number[],
  relations: readonly Relation[],
  hidden: Hidden,
  isEnough: () => boolean,
): Relation[][] => {
  const { small, companions } = hidden;
  const byCell = relationsByCell(relations);
  const isHidden = (cell: number): boolean => small.has(cell) || companions.has(cell);
  const hide = (cell: number | undefined): boolean => {
    if (cell === undefined) return false;
    companions.add(cell);
    hidden.fresh.add(cell);
    return true;
  };
  const pair = (): boolean =>
    relations
      .filter((relation) => membersOf(relation).filter(isHidden).length === 1)
      .reduce((any, relation) => hide(cheapest(values, [relation], isHidden)) || any, false);
  /** True when every count of the component can move, or something was hidden so that it may. */
  const protect = (component: readonly Relation[]): boolean => {
    const free = movable(values, component, byCell, isHidden);
    const members = [...new Set(component.flatMap(membersOf))].filter(isHidden);
    const stuck = members.filter((cell) => !free.has(cell));
    const done = new Set<Relation>();
    return stuck.every((cell) => {
      const beside = byCell.get(cell) ?? [];
      if (beside.some((relation) => done.has(relation))) return true;
      for (const relation of beside) done.add(relation);
      return (
        hide(cheapest(values, beside, isHidden)) || hide(cheapest(values, component, isHidden))
      );
    });
  };

  const lost: Relation[][] = [];
  while (hidden.fresh.size > 0 && lost.length === 0 && !isEnough()) {
    while (pair());
    const changed = hidden.fresh;
    hidden.fresh = new Set();
    for (const component of componentsOf(relations, isHidden)) {
      const isChanged = component.some((relation) =>
        membersOf(relation).some((cell) => changed.has(cell)),
      );
      if (isChanged && !protect(component)) lost.push(component);
    }
  }
  return lost;
};
