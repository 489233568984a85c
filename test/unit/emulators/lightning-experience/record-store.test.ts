import { expect, test } from '@jest/globals';
import { createRecordStore, type Emitted } from '../../../../emulators/lightning-experience/modules/lds/store/store.js';

const ID = '006000000000001AAA';
const LATER = '2027-01-01T00:00:05.000Z';

function opportunity(fields: Record<string, unknown>, lastModifiedDate = '2027-01-01T00:00:00.000Z') {
  const shaped = Object.entries(fields).map(([name, value]) => [name, { value, displayValue: null }]);
  return { apiName: 'Opportunity', id: ID, lastModifiedDate, fields: Object.fromEntries(shaped) as object };
}

/** Watches and keeps all that is emitted. */
function watching(store: ReturnType<typeof createRecordStore>, key: string, request: () => Promise<unknown>) {
  const emitted: Emitted[] = [];
  const stop = store.watch(key, request, (value) => emitted.push(value));
  return { emitted, stop, names: () => emitted.map(({ data }) => valueOf(data, 'Name')) };
}

function valueOf(record: unknown, field: string): unknown {
  return (record as { fields: Record<string, { value: unknown }> }).fields[field]?.value;
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('two watchers of one key share one request and both get the answer, frozen', async () => {
  const store = createRecordStore();
  let requests = 0;
  const request = async () => {
    requests += 1;
    return opportunity({ Name: 'Northwind' });
  };

  const first = watching(store, 'a', request);
  const second = watching(store, 'a', request);
  await settled();

  expect(requests).toBe(1);
  expect(first.names()).toEqual(['Northwind']);
  expect(second.names()).toEqual(['Northwind']);
  expect(Object.isFrozen((first.emitted[0]?.data as { fields: object }).fields)).toBe(true);
});

test('a written record is shown changed by every answer that holds it, and only with the fields it asked for', async () => {
  const store = createRecordStore();
  const header = watching(store, 'header', async () => opportunity({ Name: 'Northwind' }));
  const list = watching(store, 'list', async () => ({ records: [opportunity({ Name: 'Northwind', Amount: 1 })] }));
  await settled();

  store.ingest(opportunity({ Name: 'Northwind Global', Amount: 2, StageName: 'Closed Won' }));

  expect(header.names()).toEqual(['Northwind', 'Northwind Global']);
  expect(list.emitted[1]?.data).toEqual({
    records: [opportunity({ Name: 'Northwind Global', Amount: 2 })],
  });
});

test('a looked-up record is the same record as one shown by itself', async () => {
  const store = createRecordStore();
  const account = (Name: string) => ({
    apiName: 'Account',
    id: '001000000000001AAA',
    fields: { Name: { value: Name } },
  });
  const deal = watching(store, 'deal', async () => opportunity({ Account: account('Northwind') }));
  await settled();

  store.ingest(account('Northwind Global'));

  expect(deal.emitted.map(({ data }) => valueOf(valueOf(data, 'Account'), 'Name'))).toEqual([
    'Northwind',
    'Northwind Global',
  ]);
});

test('emits nothing when an answer is asked for again and is the same', async () => {
  const store = createRecordStore();
  const header = watching(store, 'header', async () => opportunity({ Name: 'Northwind' }));
  await settled();

  await store.refreshRecords([ID]);

  expect(header.names()).toEqual(['Northwind']);
});

test('refreshing an id of 15 characters asks again for what shows the record of 18', async () => {
  const store = createRecordStore();
  const names = ['Northwind', 'Northwind Global'];
  const header = watching(store, 'header', async () => opportunity({ Name: names.shift() }));
  await settled();

  await store.refreshRecords([ID.slice(0, 15)]);

  expect(header.names()).toEqual(['Northwind', 'Northwind Global']);
});

test('what one watcher received is enough to refresh the query for all', async () => {
  const store = createRecordStore();
  const names = ['Northwind', 'Northwind Global'];
  const request = async () => opportunity({ Name: names.shift() });
  const first = watching(store, 'a', request);
  const second = watching(store, 'a', request);
  await settled();

  await store.refreshEmitted(first.emitted[0] ?? {});

  expect(second.names()).toEqual(['Northwind', 'Northwind Global']);
});

test('an answer that left the server before a change does not undo it', async () => {
  const store = createRecordStore();
  const late = Promise.withResolvers<unknown>();
  const header = watching(store, 'header', () => late.promise);

  store.ingest(opportunity({ Name: 'New' }, '2027-01-01T00:00:02.000Z'));
  late.resolve(opportunity({ Name: 'Old' }, '2027-01-01T00:00:01.000Z'));
  await settled();

  expect(header.names()).toEqual(['New']);
});

test('what is not known of a newer state is asked for again, never shown beside it', async () => {
  const store = createRecordStore();
  const answers = [opportunity({ Name: 'Old', Amount: 1 }), opportunity({ Name: 'New', Amount: 2 }, LATER)];
  const header = watching(store, 'header', async () => answers.shift());
  await settled();

  store.ingest(opportunity({ Amount: 2 }, LATER));
  await settled();

  expect(header.emitted.map(({ data }) => [valueOf(data, 'Name'), valueOf(data, 'Amount')])).toEqual([
    ['Old', 1],
    ['New', 2],
  ]);
  expect(answers).toEqual([]);
});

test('an older answer adds nothing to a newer state', async () => {
  const store = createRecordStore();
  const answers = [opportunity({ Amount: 1 }), opportunity({ Amount: 2 }, LATER)];
  watching(store, 'name', async () => opportunity({ Name: 'New' }, LATER));
  await settled();
  const amount = watching(store, 'amount', async () => answers.shift());
  await settled();

  expect(amount.emitted.map(({ data }) => valueOf(data, 'Amount'))).toEqual([2]);
});

test('a refresh during a request is made once, after it, however often it is asked for', async () => {
  const store = createRecordStore();
  const answers = ['One', 'Two', 'Three'].map((Name) => ({ ...Promise.withResolvers<unknown>(), Name }));
  let requests = 0;
  const header = watching(store, 'header', async () => answers[requests++]?.promise);
  const answer = (index: number) => answers[index]?.resolve(opportunity({ Name: answers.at(index)?.Name }));
  answer(0);
  await settled();

  const sharing = [store.refreshRecords([ID]), store.refreshRecords([ID])];
  await settled();
  const refreshes = [...sharing, store.refreshRecords([ID]), store.refreshRecords([ID])];
  answer(1);
  await settled();
  answer(2);
  await Promise.all(refreshes);

  expect(requests).toBe(3);
  expect(header.names()).toEqual(['One', 'Two', 'Three']);
});

test('a refusal is emitted as the error, and the next good answer as data', async () => {
  const store = createRecordStore();
  const refusal = { status: 404, body: [{ errorCode: 'NOT_FOUND', message: 'gone' }] };
  const answers = [
    async () => Promise.reject(new Error('x', { cause: refusal })),
    async () => opportunity({ Name: 'A' }),
  ];
  const header = watching(store, 'header', async () => answers.shift()?.());
  await settled();

  await store.refreshEmitted(header.emitted[0] ?? {});

  expect(header.emitted[0]).toMatchObject({ data: undefined, error: { cause: refusal } });
  expect(valueOf(header.emitted[1]?.data, 'Name')).toBe('A');
  expect(header.emitted[1]?.error).toBeUndefined();
});

test('a deleted record is asked for again by what showed it', async () => {
  const store = createRecordStore();
  const answers = [[opportunity({ Name: 'Northwind' })], []];
  const list = watching(store, 'list', async () => ({ records: answers.shift() }));
  await settled();

  await store.evict(ID);

  expect(list.emitted[1]?.data).toEqual({ records: [] });
});

test('a watcher that stopped hears nothing more', async () => {
  const store = createRecordStore();
  const header = watching(store, 'header', async () => opportunity({ Name: 'Northwind' }));
  await settled();
  header.stop();

  store.ingest(opportunity({ Name: 'Northwind Global' }));

  expect(header.names()).toEqual(['Northwind']);
});

test('an answer that is good for longer than its watcher is given to the next one without a request', async () => {
  const store = createRecordStore();
  let requests = 0;
  const request = async () => ({ label: `Opportunity ${(requests += 1)}` });
  const watchKept = (keepMs: number) => {
    const seen: unknown[] = [];
    return { seen, stop: store.watch(`kept ${keepMs}`, request, ({ data }) => seen.push(data), { keepMs }) };
  };

  const first = watchKept(60_000);
  await settled();
  first.stop();
  const second = watchKept(60_000);
  await settled();
  expect([second.seen, requests]).toEqual([[{ label: 'Opportunity 1' }], 1]);

  const forgetful = watchKept(0);
  await settled();
  forgetful.stop();
  expect(store.known('kept 0')).toBeUndefined();
  const next = watchKept(0);
  await settled();
  expect(next.seen).toEqual([{ label: 'Opportunity 3' }]);
});

test('an answer that came with another one is known, and is asked for by nobody', async () => {
  const store = createRecordStore();
  const request = async (): Promise<never> => {
    throw new Error('asked for');
  };

  store.seed('Opportunity', request, { label: 'Opportunity' }, { keepMs: 60_000 });
  const seen: unknown[] = [];
  store.watch('Opportunity', request, ({ data }) => seen.push(data), { keepMs: 60_000 });
  await settled();

  expect(store.known('Opportunity')).toEqual({ label: 'Opportunity' });
  expect(seen).toEqual([{ label: 'Opportunity' }]);
});

test('a record that came for one is shown to another at once, when all that it asks for came', async () => {
  const store = createRecordStore();
  const account = { apiName: 'Account', id: '001000000000001AAA', fields: { Name: { value: 'Northwind' } } };
  watching(store, 'page', async () => opportunity({ Name: 'New Business', Amount: null, Account: account }));
  await settled();
  const request = async (): Promise<never> => {
    throw new Error('asked for');
  };

  const asked = (...fields: string[]) =>
    store.heldRecord(
      ID,
      fields.map((field) => `Opportunity.${field}`),
    );
  const seen: unknown[] = [];
  store.watch('held', request, ({ data }) => seen.push(data), { held: () => asked('Amount', 'Account.Name') });

  expect(seen).toMatchObject([{ fields: { Amount: { value: null }, Account: { value: { fields: account.fields } } } }]);
  expect(Object.keys((seen[0] as { fields: object }).fields)).toEqual(['Amount', 'Account']);
  expect(asked('Amount', 'StageName')).toBeUndefined();
  expect(store.heldRecord('006000000000009AAA', ['Opportunity.Name'])).toBeUndefined();
});

test('the store is quiet when no answer is awaited, and none led to another request', async () => {
  const store = createRecordStore();
  const order: string[] = [];
  const slowly = (name: string) => async () => {
    await settled();
    order.push(name);
    return { name };
  };
  store.watch('first', slowly('first'), ({ data }) => {
    if (data !== undefined) store.watch('second', slowly('second'), () => undefined);
  });

  await store.quiet();

  expect(order).toEqual(['first', 'second']);
});
