import { FlowFault } from '../errors.ts';
import type { Interview, Steps } from '../interview.ts';
import type { Element, Next } from './element.ts';

/** The elements of a flow, ready to run. */
export class Program {
  readonly start: Next;
  readonly #elements: ReadonlyMap<string, Element>;
  readonly #initialize: (interview: Interview) => void;

  constructor(elements: Element[], start: Next, initialize: (interview: Interview) => void) {
    this.start = start;
    this.#elements = new Map(elements.map((element) => [element.name.toLowerCase(), element]));
    this.#initialize = initialize;
  }

  /** Gives the variables their first values. */
  initialize(interview: Interview): void {
    this.#initialize(interview);
  }

  /** Goes from element to element until a path ends. Throws what an element throws and no fault path takes up. */
  *run(interview: Interview, from: Next = this.start): Steps<void> {
    let next = from;
    while (next !== undefined) {
      const key: string = next.toLowerCase();
      const element = this.#elements.get(key);
      if (element === undefined) throw new Error(`There is no element ${next}, and compiling refuses that`);
      interview.transaction.countElement();
      interview.visited.add(key);
      try {
        next = yield* element.run(interview);
      } catch (error) {
        if (!(error instanceof FlowFault)) throw error;
        interview.failed.add(key);
        interview.faultMessage = error.message;
        if (element.faultConnector === undefined) throw error;
        next = element.faultConnector;
      }
    }
  }
}
