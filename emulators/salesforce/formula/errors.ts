/** A formula that cannot be saved; the message is the formula editor's own. */
export class FormulaError extends Error {
  override name = 'FormulaError';
  /** Where in the source it was noticed, from 0. */
  readonly position: number;

  constructor(message: string, position: number) {
    super(message);
    this.position = position;
  }
}

/** A formula that was saved but has no result for this record, such as a division by zero. */
export class FormulaEvaluationError extends Error {
  override name = 'FormulaEvaluationError';
}
