import type { Schema } from '../../entities.ts';
import { FlowProblem } from '../errors.ts';
import type { Interview } from '../interview.ts';
import type { FlowEnvironment } from '../ports.ts';
import { scalar, type FlowType, type FlowValue } from '../values/index.ts';
import { followPath } from './follow-path.ts';
import { builtIn } from './built-in.ts';

/** Something a flow can name, at the root of a reference. */
export interface Resource {
  readonly type: FlowType;
  readonly read: (interview: Interview) => FlowValue;
  /** Absent when it can't be assigned. */
  readonly write?: (interview: Interview, value: FlowValue) => void;
  /** Nothing there is read as nothing, not as a fault. */
  readonly isLenient?: boolean;
  /** It changes with the triggering record, so that a formula may ask for its earlier value. */
  readonly isTrigger?: boolean;
}

/** A resource, or a field of a record that it holds. */
export interface Reference extends Resource {
  /** As written, `$Record.Account.Name`. */
  readonly text: string;
}

/** How a flow is started; an autolaunched one has no record. */
export type TriggerType = 'RecordBeforeSave' | 'RecordAfterSave' | 'RecordBeforeDelete' | 'Scheduled' | 'Autolaunched';

/** Everything that a flow's references can mean. Resources are made when first named, so that their order is free. */
export class Scope {
  readonly schema: Schema;
  readonly environment: FlowEnvironment;
  readonly trigger: FlowType | undefined;
  readonly triggerType: TriggerType;
  readonly #makers = new Map<string, () => Resource>();
  readonly #made = new Map<string, Resource | 'being made'>();
  readonly #elements = new Set<string>();

  constructor(environment: FlowEnvironment, triggerType: TriggerType, trigger: FlowType | undefined) {
    this.environment = environment;
    this.schema = environment.schema;
    this.triggerType = triggerType;
    this.trigger = trigger;
  }

  /** Gives a name its meaning. Throws FlowProblem when it has one, as names ignore case. */
  declare(name: string, make: () => Resource): void {
    const key = name.toLowerCase();
    if (this.#makers.has(key)) throw new FlowProblem(`the name ${name} is used more than once`);
    this.#makers.set(key, make);
  }

  declareElement(name: string): void {
    if (this.hasElement(name)) throw new FlowProblem(`the name ${name} is used more than once`);
    this.#elements.add(name.toLowerCase());
  }

  hasElement(name: string): boolean {
    return this.#elements.has(name.toLowerCase());
  }

  /** What a path means. Throws FlowProblem when it means nothing. */
  resolve(text: string): Reference {
    const [name = '', ...path] = text.trim().split('.');
    if (name.startsWith('$')) return builtIn(this, text, name, path);
    const whole = this.#find(text);
    if (whole !== undefined) return { ...whole, text };
    const root = this.#find(name);
    if (root === undefined) throw new FlowProblem(`there is no resource or element ${text}`);
    return followPath(this.schema, { ...root, text: name }, path);
  }

  /** The same, of something that can be assigned to. */
  resolveTarget(text: string): Reference & Required<Pick<Resource, 'write'>> {
    const reference = this.resolve(text);
    const { write } = reference;
    if (write === undefined) throw new FlowProblem(`${text} can't be assigned a value`);
    return { ...reference, write };
  }

  #find(name: string): Resource | undefined {
    const key = name.toLowerCase();
    const made = this.#made.get(key);
    if (made === 'being made') throw new FlowProblem(`${name} refers to itself`);
    if (made !== undefined) return made;
    const make = this.#makers.get(key);
    if (make === undefined) return undefined;
    this.#made.set(key, 'being made');
    const resource = make();
    this.#made.set(key, resource);
    return resource;
  }
}

/** A resource whose value the interview keeps. */
export function kept(name: string, type: FlowType, options: { initial?: () => FlowValue } = {}): Resource {
  const key = name.toLowerCase();
  return {
    type,
    read: ({ values }) => (values.has(key) ? (values.get(key) ?? null) : (options.initial?.() ?? null)),
    write: ({ values }, value) => void values.set(key, value),
  };
}

export const TEXT: FlowType = scalar('text');
