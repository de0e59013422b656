/** One thing in an input file that cannot be used as it stands. */
export interface Problem {
  /** File name, without folders. */
  readonly file: string;
  readonly sheet?: string;
  /** Row of the sheet or line of the file, counted from 1 including titles and header. */
  readonly row?: number;
  /** Column letter of a sheet, or column name of a text file. */
  readonly column?: string;
  readonly value?: unknown;
  readonly message: string;
  readonly allowed?: string;
}

/** Problems collected in one file before reading stops, so that a person sees more than the first. */
export const MAX_PROBLEMS = 50;

const show = (value: unknown): string => (value === null ? "(empty cell)" : JSON.stringify(value));

/** One line for a person: `file › sheet › row 57, column K: value "x" is not …; allowed: …`. */
export const formatProblem = (problem: Problem): string => {
  const place = [
    problem.row === undefined ? "" : `row ${problem.row}`,
    problem.column === undefined ? "" : `column ${problem.column}`,
  ].filter((part) => part !== "");
  const where = [problem.file, problem.sheet ?? "", place.join(", ")].filter((part) => part !== "");
  const value = problem.value === undefined ? "" : `value ${show(problem.value)} `;
  const allowed = problem.allowed === undefined ? "" : `; allowed: ${problem.allowed}`;
  return `${where.join(" › ")}: ${value}${problem.message}${allowed}`;
};

/** Thrown when an input cannot be used; carries every problem found so far, and the error of a library that met it. */
export class InputError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map(formatProblem).join("\n"), options);
    this.name = "InputError";
    this.problems = problems;
  }
}

/** Throws the problems of all errors as one InputError, with the errors as its cause; nothing where there is none. */
export const throwAll = (errors: readonly InputError[]): void => {
  if (errors.length === 0) return;
  const problems = errors.flatMap((error) => error.problems);
  throw new InputError(problems, { cause: new AggregateError(errors) });
};

export interface ProblemLog {
  /** Notes a problem; throws InputError when MAX_PROBLEMS are noted. */
  readonly add: (problem: Omit<Problem, "file" | "sheet">) => void;
  /** Throws InputError when anything was noted. */
  readonly stopIfAny: () => void;
}

/** Collects the problems of one file (and sheet). */
export const problemLog = (file: string, sheet?: string): ProblemLog => {
  const problems: Problem[] = [];
  const stop = (): void => {
    if (problems.length > 0) throw new InputError(problems);
  };
  return {
    add: (problem) => {
      problems.push({ file, ...(sheet === undefined ? {} : { sheet }), ...problem });
      if (problems.length >= MAX_PROBLEMS) stop();
    },
    stopIfAny: stop,
  };
};
