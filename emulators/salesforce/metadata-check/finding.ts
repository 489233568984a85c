/** Something wrong in one place of the metadata. */
export interface Finding {
  /** Relative to the working directory. */
  file: string;
  /** From 1. */
  line: number;
  message: string;
  /** Salesforce would accept it, and this project does not. */
  isHouseRule?: true;
}

/** Sorts by place, so that a run reads like the files do. */
export function byPlace(a: Finding, b: Finding): number {
  return a.file.localeCompare(b.file) || a.line - b.line;
}
