import { FlowFault, FlowProblem } from '../errors.ts';
import type { Interview } from '../interview.ts';
import { compileOperand, into, type Operand, type Scope } from '../resources/index.ts';
import type { InputSource } from '../source/index.ts';
import { asList, asScalar, scalar } from '../values/index.ts';

/** The inputs of an action, each to be asked for by name once; what is left over is not one of its. */
export class ActionInputs {
  readonly #given: Map<string, Operand>;

  constructor(scope: Scope, parameters: InputSource[]) {
    this.#given = new Map(parameters.map(({ name, value }) => [name, compileOperand(scope, value)]));
  }

  /** Text that has to be there. Reading throws FlowFault when it is blank. */
  required(name: string): (interview: Interview) => string {
    if (!this.#given.has(name)) throw new FlowProblem(`the input ${name} is required`);
    const read = this.optional(name);
    return (interview) => read(interview) ?? missingInput(name);
  }

  optional(name: string): (interview: Interview) => string | null {
    const operand = this.#take(name);
    if (operand === undefined) return () => null;
    const read = into(operand, scalar('text'));
    return (interview) => {
      const value = asScalar(read(interview));
      return value === null || value === '' ? null : String(value);
    };
  }

  flag(name: string): (interview: Interview) => boolean {
    const operand = this.#take(name);
    if (operand === undefined) return () => false;
    const read = into(operand, scalar('boolean'));
    return (interview) => read(interview) === 1;
  }

  /** The items of a collection, or the one of a single value; blanks are left out. */
  list(name: string): (interview: Interview) => string[] {
    const operand = this.#take(name);
    if (operand === undefined) return () => [];
    const read = into(operand, { of: 'text', isCollection: true });
    return (interview) =>
      asList(read(interview))
        .map((item) => String(asScalar(item) ?? '').trim())
        .filter((item) => item !== '');
  }

  /** Throws FlowProblem for an input that was never asked for. */
  finish(action: string): void {
    const [unknown] = this.#given.keys();
    if (unknown !== undefined) throw new FlowProblem(`the input ${unknown} of ${action} is not supported`);
  }

  #take(name: string): Operand | undefined {
    const operand = this.#given.get(name);
    this.#given.delete(name);
    return operand;
  }
}

export function missingInput(name: string): never {
  throw new FlowFault(`Missing required input parameter: ${name}`);
}
