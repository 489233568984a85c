import {
  isOpen,
  namesPeople,
  parseEdit,
  type BacklogEntry,
  type EditFacts,
  type EditTarget,
} from '../mapping/index.ts';
import type { Person, RecordUpdate } from '../salesforce/index.ts';
import type { CycleContext } from './context.ts';
import { keepRequest } from './keep-request.ts';
import type { Typed } from './plan-row.ts';
import { LOOKBACK_MS } from './pull.ts';
import { spreadRanks } from './spread-ranks.ts';

/** Edits of one row. */
export interface RowEdits {
  id: string;
  edits: readonly Typed[];
}

export interface RefusedEdit extends Typed {
  reason: string;
}

/** What became of the edits of one row. */
export interface EditOutcome {
  accepted: Typed[];
  refused: RefusedEdit[];
}

/** One value on its way to a field. */
interface Sent {
  row: string;
  typed: Typed;
  target: EditTarget;
  record: string;
  value: string | number | null;
}

/** The texts that must be looked up as users. */
export function peopleIn({ fields }: CycleContext, rows: readonly RowEdits[]): string[] {
  const texts = rows.flatMap(({ edits }) =>
    edits.filter(({ column }) => namesPeople(column, fields)).map(({ value }) => String(value ?? '').trim()),
  );
  return [...new Set(texts.filter((text) => text !== ''))];
}

/** Whether anything of a row is fit to be sent, as far as that can be said without asking Salesforce. */
export function mayBeSent({ state, labels, fields }: CycleContext, { id, edits }: RowEdits): boolean {
  const entry = state.entries.find(id);
  return edits.some(
    ({ column, value }) =>
      entry !== undefined &&
      (namesPeople(column, fields) || !('refusal' in parseEdit(column, value, entry, { labels, fields, people: [] }))),
  );
}

/**
 * Has Salesforce take over what was typed. When it names the fields that it refuses, the record's other values are sent
 * once more without them. What Salesforce made of it, in these requests and in others, is kept as their latest state.
 */
export async function sendEdits(
  context: CycleContext,
  rows: readonly RowEdits[],
  people: readonly Person[],
): Promise<Map<string, EditOutcome>> {
  const { salesforce, state, tally } = context;
  const outcomes = new Map<string, EditOutcome>(rows.map(({ id }) => [id, { accepted: [], refused: [] }]));
  const facts: EditFacts = { labels: context.labels, fields: context.fields, people };
  let waiting = spreadRanks(
    rows.flatMap((row) => prepare(context, row, facts, outcomes)),
    ({ row }) => rankOf(context, row),
  );
  const checkpoint = state.settings.get('checkpoint') ?? context.clock.now().toISOString();
  const since = new Date(Date.parse(checkpoint) - LOOKBACK_MS);
  while (waiting.length > 0) {
    const batch = toUpdates(waiting);
    const { results, changed } = await salesforce.updateRecords(
      batch.map(({ update }) => update),
      since,
    );
    state.transaction(() => {
      for (const request of changed) keepRequest(context, request);
    });
    waiting = batch.flatMap(({ sent }, index) => {
      const result = results[index] ?? { accepted: false, reason: 'Salesforce gave no result.', fields: [] };
      if (!result.accepted) return refuse(sent, result.reason, result.fields, outcomes);
      for (const { row, typed } of sent) outcomes.get(row)?.accepted.push(typed);
      return [];
    });
  }
  for (const { accepted, refused } of outcomes.values()) {
    tally.edits += accepted.length;
    tally.refusals += refused.length;
  }
  return outcomes;
}

function prepare(
  { state }: CycleContext,
  { id, edits }: RowEdits,
  facts: EditFacts,
  outcomes: Map<string, EditOutcome>,
): Sent[] {
  const entry = state.entries.find(id);
  return edits.flatMap((typed) => {
    const edit = isEditableNow(entry)
      ? parseEdit(typed.column, typed.value, entry, facts)
      : { refusal: 'The request is no longer open.' };
    if (!('refusal' in edit)) return [{ row: id, typed, target: edit.target, record: edit.id, value: edit.value }];
    outcomes.get(id)?.refused.push({ ...typed, reason: edit.refusal });
    return [];
  });
}

function isEditableNow(entry: BacklogEntry | undefined): entry is BacklogEntry {
  return entry !== undefined && isOpen(entry.status?.value ?? null);
}

function rankOf({ state }: CycleContext, id: string): number {
  return state.entries.find(id)?.rank ?? Infinity;
}

function toUpdates(waiting: readonly Sent[]): { update: RecordUpdate; sent: Sent[] }[] {
  const batch = new Map<string, { update: RecordUpdate; sent: Sent[] }>();
  for (const one of waiting) {
    const { object, field } = one.target;
    const known = batch.get(one.record) ?? { update: { object, id: one.record, fields: {} }, sent: [] };
    known.update.fields[field] = one.value;
    known.sent.push(one);
    batch.set(one.record, known);
  }
  return [...batch.values()];
}

/** Answers what is left to be sent: nothing, unless Salesforce named some of the fields and not others. */
function refuse(
  sent: readonly Sent[],
  reason: string,
  fields: readonly string[],
  outcomes: Map<string, EditOutcome>,
): Sent[] {
  const named = sent.filter(({ target }) => fields.includes(target.field));
  const refused = named.length > 0 ? named : sent;
  for (const { row, typed } of refused) outcomes.get(row)?.refused.push({ ...typed, reason });
  return sent.filter((one) => !refused.includes(one));
}
