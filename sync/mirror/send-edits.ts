import { isMirrored, parseEdit, withField } from '../mapping/index.ts';
import type { CycleContext } from './context.ts';
import type { Typed } from './plan-row.ts';

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

interface Open {
  id: string;
  outcome: EditOutcome;
  waiting: { typed: Typed; field: string; value: string | number | null }[];
}

/**
 * Has Salesforce take over what was typed. When it names the fields that it refuses, the row's other edits are sent once
 * more without them. What it took is kept as the request's latest state.
 */
export async function sendEdits(context: CycleContext, rows: readonly RowEdits[]): Promise<Map<string, EditOutcome>> {
  const { salesforce, tally } = context;
  const outcomes = new Map<string, EditOutcome>();
  let open = rows.map((row) => prepare(context, row));
  for (const { id, outcome } of open) outcomes.set(id, outcome);
  for (;;) {
    open = open.filter(({ waiting }) => waiting.length > 0);
    if (open.length === 0) break;
    const updates = open.map(({ id, waiting }) => ({
      id,
      fields: Object.fromEntries(waiting.map(({ field, value }) => [field, value])),
    }));
    const results = await salesforce.updateRequests(updates);
    for (const [index, one] of open.entries()) {
      const result = results[index] ?? { accepted: false, reason: 'Salesforce gave no result.', fields: [] };
      if (result.accepted) accept(context, one);
      else refuse(one, result.reason, result.fields);
    }
  }
  for (const { accepted, refused } of outcomes.values()) {
    tally.edits += accepted.length;
    tally.refusals += refused.length;
  }
  return outcomes;
}

function prepare({ labels }: CycleContext, { id, edits }: RowEdits): Open {
  const open: Open = { id, outcome: { accepted: [], refused: [] }, waiting: [] };
  for (const typed of edits) {
    const edit = parseEdit(typed.column, typed.value, labels);
    if ('refusal' in edit) open.outcome.refused.push({ ...typed, reason: edit.refusal });
    else open.waiting.push({ typed, ...edit });
  }
  return open;
}

function accept({ state, labels }: CycleContext, { id, outcome, waiting }: Open): void {
  let entry = state.entries.find(id);
  for (const { typed, field, value } of waiting.splice(0)) {
    outcome.accepted.push(typed);
    entry = entry && withField(entry, field, value, labels);
  }
  if (entry !== undefined && isMirrored(entry.status?.value ?? null)) state.entries.put(entry);
}

function refuse({ outcome, waiting }: Open, reason: string, fields: readonly string[]): void {
  const named = waiting.filter(({ field }) => fields.includes(field));
  const refused = named.length > 0 ? named : waiting;
  for (const { typed } of refused) outcome.refused.push({ ...typed, reason });
  const left = named.length > 0 ? waiting.filter(({ field }) => !fields.includes(field)) : [];
  waiting.splice(0, waiting.length, ...left);
}
