import type { SObjectType, StoredRecord } from '../../entities.ts';
import { compileChoice, findField, findObject, toType } from '../data/index.ts';
import { FlowProblem } from '../errors.ts';
import { fromDatabase, type Interview } from '../interview.ts';
import type { RecordQuery } from '../ports.ts';
import { compileInto, kept, type Scope } from '../resources/index.ts';
import type { LookupSource } from '../source/index.ts';
import { asScalar, conversion, scalar, type FlowRecord, type RecordType } from '../values/index.ts';
import { dataElement, queryRecords, type Element } from './element.ts';

type Output = (interview: Interview, found: FlowRecord[]) => void;

/** Makes the element's name stand for what it finds, where that is stored automatically. */
export function declareFound(scope: Scope, source: LookupSource): void {
  if (!source.storeOutputAutomatically) return;
  scope.declare(source.name, () => {
    const type: RecordType = {
      of: 'record',
      object: findObject(scope, source.object),
      isCollection: source.getFirstRecordOnly !== true,
    };
    return kept(source.name, type);
  });
}

/** Reads records: the first one or all. Nothing found is null. */
export function compileLookup(scope: Scope, source: LookupSource): Element {
  const object = findObject(scope, source.object);
  const choice = compileChoice(scope, object, source);
  const limit = source.limit === undefined ? undefined : compileInto(scope, source.limit, scalar('number'));
  const order = compileOrder(scope, object, source);
  const pick = compilePick(scope, object, source.queriedFields);
  const { isFirstOnly, store } = compileOutput(scope, object, source);

  function toQuery(interview: Interview): RecordQuery {
    const where = choice(interview);
    const asked = limit === undefined ? null : asScalar(limit(interview));
    const most = isFirstOnly ? 1 : asked === null ? undefined : Number(asked);
    return {
      object,
      ...order,
      ...(where === undefined ? {} : { where }),
      ...(most === undefined ? {} : { limit: most }),
    };
  }

  return dataElement(source, function* (interview, element) {
    const records = yield* queryRecords(element, toQuery(interview));
    store(
      interview,
      records.map((record) => fromDatabase(object, pick(record))),
    );
  });
}

function compileOrder(
  scope: Scope,
  object: SObjectType,
  { sortField, sortOrder }: LookupSource,
): Pick<RecordQuery, 'order'> {
  if (sortField === undefined) return {};
  const field = findField(scope, object, sortField);
  if (field.type === 'textarea') throw new FlowProblem(`${object.name}.${field.name} can't be sorted by`);
  return { order: { field, descending: sortOrder === 'Desc' } };
}

/** Without a list, every field is read; the id always is. */
function compilePick(scope: Scope, object: SObjectType, names: string[]): (record: StoredRecord) => StoredRecord {
  if (names.length === 0) return (record) => record;
  const fields = names.map((name) => findField(scope, object, name));
  const stored = ['Id', ...fields.flatMap(({ calculated, name }) => (calculated ? [] : [name]))];
  const withFormulas = laterFrom(fields.flatMap(({ calculated, name }) => (calculated ? [name] : [])));
  return (record) => {
    const picked = Object.create(withFormulas(record)) as StoredRecord;
    for (const name of stored) picked[name] = record[name] ?? null;
    return picked;
  };
}

/** Makes prototypes that read these fields of a record when they are asked for, since formula fields are worked out then. */
function laterFrom(names: string[]): (record: StoredRecord) => object {
  const getters = Object.create(
    null,
    Object.fromEntries(
      names.map((name) => [
        name,
        {
          enumerable: true,
          get(this: Later) {
            return this[RECORD][name] ?? null;
          },
        },
      ]),
    ),
  ) as object;
  return (record) => Object.create(getters, { [RECORD]: { value: record } }) as object;
}

const RECORD = Symbol('record');

interface Later {
  [RECORD]: StoredRecord;
}

function compileOutput(
  scope: Scope,
  object: SObjectType,
  source: LookupSource,
): { isFirstOnly: boolean; store: Output } {
  const { name, outputReference, outputAssignments, assignNullValuesIfNoRecordsFound: clears } = source;
  if (source.storeOutputAutomatically) {
    const isFirstOnly = source.getFirstRecordOnly === true;
    return {
      isFirstOnly,
      store: (interview, found) => interview.values.set(name.toLowerCase(), orNull(found, isFirstOnly)),
    };
  }
  if (outputReference !== undefined) {
    const target = scope.resolveTarget(outputReference);
    const isFirstOnly = !target.type.isCollection;
    conversion({ of: 'record', object, isCollection: !isFirstOnly }, target.type);
    return {
      isFirstOnly,
      store: (interview, found) => {
        if (found.length > 0 || clears) target.write(interview, isFirstOnly ? (found[0] ?? null) : found);
      },
    };
  }
  const outputs = outputAssignments.map(({ assignToReference, field: fieldName }) => {
    const field = findField(scope, object, fieldName);
    const target = scope.resolveTarget(assignToReference);
    const convert = conversion(toType(field), target.type);
    return (interview: Interview, record: FlowRecord | undefined): void =>
      target.write(interview, convert(record?.values[field.name] ?? null));
  });
  return {
    isFirstOnly: true,
    store: (interview, [first]) => {
      if (first !== undefined || clears) for (const output of outputs) output(interview, first);
    },
  };
}

function orNull(found: FlowRecord[], isFirstOnly: boolean): FlowRecord | FlowRecord[] | null {
  if (found.length === 0) return null;
  return isFirstOnly ? (found[0] ?? null) : found;
}
