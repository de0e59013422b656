/** Why a file cannot be read as a workbook. */
export type WorkbookReason =
  | "not-a-workbook"
  | "old-workbook"
  | "workbook-too-large"
  | "sheet-missing";

/** Thrown where a file cannot be read as a workbook, or has not the sheet that is asked for. */
export class WorkbookError extends Error {
  readonly reason: WorkbookReason;
  /** What the reason is about: a name, a place, the words of the program that met it. */
  readonly detail: string;

  constructor(reason: WorkbookReason, detail = "", options?: ErrorOptions) {
    super(detail === "" ? reason : `${reason}: ${detail}`, options);
    this.name = "WorkbookError";
    this.reason = reason;
    this.detail = detail;
  }
}
