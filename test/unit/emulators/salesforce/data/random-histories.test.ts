import { afterEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { WriteOperation } from '../../../../../emulators/salesforce/entities.ts';
import { fieldFile, formulaFile, objectFile, rollUpFile, type SourceFiles } from '../schema/source-folder.ts';
import { query } from '../soql/query-org.ts';
import { bootOrg, closeOrgs } from './booted-org.ts';

afterEach(closeOrgs);

function object(name: string): SourceFiles {
  return objectFile(
    `${name}__c`,
    `<label>${name}</label><pluralLabel>${name}s</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>`,
  );
}

function detail(child: string, parent: string): SourceFiles {
  return fieldFile(
    `${child}__c`,
    'Parent__c',
    `<type>MasterDetail</type><referenceTo>${parent}__c</referenceTo><relationshipName>Children</relationshipName><reparentableMasterDetail>true</reparentableMasterDetail>`,
  );
}

/** Coins below purses below chests. A coin's code is unique, and a coin may be a favourite of a chest elsewhere. */
const SOURCE: SourceFiles = {
  ...object('Chest'),
  ...object('Purse'),
  ...object('Coin'),
  ...detail('Purse', 'Chest'),
  ...detail('Coin', 'Purse'),
  ...fieldFile('Coin__c', 'Worth__c', '<type>Number</type><precision>8</precision><scale>0</scale>'),
  ...fieldFile('Coin__c', 'Code__c', '<type>Text</type><length>5</length><unique>true</unique>'),
  ...fieldFile(
    'Coin__c',
    'Favourite__c',
    '<type>Lookup</type><referenceTo>Chest__c</referenceTo><relationshipName>Favourites</relationshipName>',
  ),
  ...formulaFile('Coin__c', 'Dear__c', 'Checkbox', 'Worth__c > 5'),
  ...rollUpFile('Purse__c', 'Count__c', 'count', 'Coin__c.Parent__c'),
  ...rollUpFile('Purse__c', 'Worth__c', 'sum', 'Coin__c.Parent__c', { of: 'Worth__c' }),
  ...rollUpFile('Purse__c', 'Dear__c', 'count', 'Coin__c.Parent__c', { where: [['Dear__c', 'equals', 'True']] }),
  ...rollUpFile('Chest__c', 'Worth__c', 'sum', 'Purse__c.Parent__c', { of: 'Worth__c' }),
  ...rollUpFile('Chest__c', 'Best__c', 'max', 'Purse__c.Parent__c', { of: 'Worth__c' }),
};

type Kind = 'Chest' | 'Purse' | 'Coin';

interface Row {
  id: string;
  kind: Kind;
  parent: string | null;
  worth: number | null;
  code: string | null;
  favourite: string | null;
  /** The record whose deletion took it along; its own id when it was deleted by itself. */
  deletedWith: string | null;
}

/** What the records must be: each operation by the book, one after the other, on plain objects. */
class Model {
  rows = new Map<string, Row>();
  lost: { by: string; id: string }[] = [];

  /** Whether the operation goes through. */
  apply(operation: WriteOperation, id: string): boolean {
    const before = structuredClone({ rows: this.rows, lost: this.lost });
    if (this.#try(operation, id) && this.#isSound()) return true;
    this.rows = before.rows;
    this.lost = before.lost;
    return false;
  }

  alive(kind: Kind): Row[] {
    return [...this.rows.values()].filter((row) => row.kind === kind && row.deletedWith === null);
  }

  #try(operation: WriteOperation, id: string): boolean {
    const row = this.rows.get(id);
    switch (operation.kind) {
      case 'insert': {
        const kind = operation.object.replace('__c', '') as Kind;
        const fresh = { id, kind, parent: null, worth: null, code: null, favourite: null, deletedWith: null };
        this.rows.set(id, { ...fresh, ...toRow(operation.values) });
        return true;
      }
      case 'update':
        if (row?.deletedWith !== null) return false;
        this.rows.set(id, { ...row, ...toRow(operation.values) });
        return true;
      case 'delete':
        if (row?.deletedWith !== null) return false;
        this.#remove(row, id);
        return true;
      default:
        if (row?.deletedWith !== id) return false;
        for (const one of this.rows.values()) if (one.deletedWith === id) one.deletedWith = null;
        for (const one of this.rows.values()) {
          // A favourite that went while the coin was away.
          if (one.favourite !== null && one.deletedWith === null && this.#isGone(one.favourite)) one.favourite = null;
        }
        for (const { by, id: lost } of this.lost) {
          const one = this.rows.get(lost);
          if (by === id && one?.favourite === null) one.favourite = id;
        }
        this.lost = this.lost.filter(({ by }) => by !== id);
        return true;
    }
  }

  #remove(row: Row, root: string): void {
    row.deletedWith = root;
    for (const one of this.rows.values()) {
      if (one.deletedWith !== null) continue;
      if (one.parent === row.id) this.#remove(one, root);
      else if (one.favourite === row.id) {
        one.favourite = null;
        this.lost.push({ by: root, id: one.id });
      }
    }
  }

  #isGone(id: string): boolean {
    return this.rows.get(id)?.deletedWith !== null;
  }

  /** Masters are there, and codes are unique. */
  #isSound(): boolean {
    const codes = this.alive('Coin').flatMap(({ code }) => (code === null ? [] : [code.toLowerCase()]));
    const all = [...this.alive('Purse'), ...this.alive('Coin')];
    return new Set(codes).size === codes.length && all.every(({ parent }) => parent !== null && !this.#isGone(parent));
  }
}

function toRow(values: Record<string, unknown>): Partial<Row> {
  const names = { Parent__c: 'parent', Worth__c: 'worth', Code__c: 'code', Favourite__c: 'favourite' } as const;
  const given = Object.entries(names).filter(([name]) => name in values);
  return Object.fromEntries(given.map(([name, key]) => [key, values[name]]));
}

const step = fc.record({
  kind: fc.constantFrom('insert', 'insert', 'update', 'update', 'delete', 'undelete', 'undelete'),
  object: fc.constantFrom<Kind>('Chest', 'Purse', 'Purse', 'Coin', 'Coin', 'Coin', 'Coin'),
  which: fc.nat(30),
  parent: fc.nat(30),
  favourite: fc.option(fc.nat(5)),
  worth: fc.option(fc.integer({ min: -3, max: 12 })),
  code: fc.option(fc.constantFrom('a', 'A', 'b', 'c', 'd')),
});

const batch = fc.record({ steps: fc.array(step, { minLength: 1, maxLength: 5 }), allOrNone: fc.boolean() });

test('after any history every record, sum, formula and code is what the model says', async () => {
  const { org, admin } = await bootOrg(SOURCE);

  fc.assert(
    fc.property(fc.array(batch, { minLength: 5, maxLength: 25 }), (batches) => {
      org.reset();
      const model = new Model();
      const ids: Record<Kind, string[]> = { Chest: [], Purse: [], Coin: [] };
      const pick = (kind: Kind, at: number) => ids[kind][at % Math.max(ids[kind].length, 1)];

      const toOperation = ({
        kind,
        object: name,
        which,
        ...given
      }: (typeof batches)[0]['steps'][0]): WriteOperation => {
        const id = pick(name, which);
        const parent = name === 'Chest' ? undefined : pick(name === 'Coin' ? 'Purse' : 'Chest', given.parent);
        const favourite = given.favourite === null ? null : (pick('Chest', given.favourite) ?? null);
        const own = name === 'Coin' ? { Worth__c: given.worth, Code__c: given.code, Favourite__c: favourite } : {};
        const values = { ...own, ...(parent !== undefined && { Parent__c: parent }) };
        const target = `${name}__c`;
        if (kind === 'insert' || id === undefined) return { kind: 'insert', object: target, values };
        return kind === 'update'
          ? { kind, object: target, id, values }
          : { kind: kind as 'delete', object: target, id };
      };

      for (const { steps, allOrNone } of batches) {
        const operations = steps.map(toOperation);
        const results = org.write(admin, operations, { allOrNone });
        const before = structuredClone({ rows: model.rows, lost: model.lost });
        const expected = operations.map((operation, index) => {
          // The model cannot know a new id; one that failed has none, and must fail here as well.
          const id = 'id' in operation ? operation.id : (results[index]?.id ?? `new ${index}`);
          return isReferring(operation, model) && model.apply(operation, id);
        });
        if (allOrNone && expected.includes(false)) {
          Object.assign(model, before);
          expected.fill(false);
        }
        expect(results.map(({ success }) => success)).toEqual(expected);
        for (const [index, operation] of operations.entries()) {
          const id = results[index]?.id;
          if (operation.kind === 'insert' && id != null) ids[operation.object.replace('__c', '') as Kind].push(id);
        }
        compare(org, admin, model);
      }
    }),
    { numRuns: 30 },
  );
}, 60_000);

/** A lookup leads to a record that is there. */
function isReferring(operation: WriteOperation, model: Model): boolean {
  if (operation.kind !== 'insert' && operation.kind !== 'update') return true;
  const favourite = operation.values['Favourite__c'] ?? null;
  return typeof favourite !== 'string' || model.rows.get(favourite)?.deletedWith === null;
}

function compare(org: Parameters<typeof query>[0], admin: Parameters<typeof query>[1], model: Model): void {
  const ask = (soql: string) => query(org, admin, soql).records.map((record) => ({ ...record, attributes: undefined }));
  const sum = (rows: Row[]) => rows.reduce((total, { worth }) => total + (worth ?? 0), 0);
  const coinsOf = (purse: Row) => model.alive('Coin').filter(({ parent }) => parent === purse.id);
  const byId = <One extends { Id: unknown }>(rows: One[]): One[] =>
    rows.toSorted((left, right) => (String(left.Id) < String(right.Id) ? -1 : 1));

  expect(ask('SELECT Id, Parent__c, Worth__c, Code__c, Favourite__c, Dear__c FROM Coin__c ORDER BY Id')).toEqual(
    byId(
      model.alive('Coin').map(({ id, parent, worth, code, favourite }) => ({
        Id: id,
        Parent__c: parent,
        Worth__c: worth,
        Code__c: code,
        Favourite__c: favourite,
        Dear__c: (worth ?? 0) > 5,
      })),
    ),
  );
  expect(ask('SELECT Id, Parent__c, Count__c, Worth__c, Dear__c FROM Purse__c ORDER BY Id')).toEqual(
    byId(
      model.alive('Purse').map((purse) => ({
        Id: purse.id,
        Parent__c: purse.parent,
        Count__c: coinsOf(purse).length,
        Worth__c: sum(coinsOf(purse)),
        Dear__c: coinsOf(purse).filter(({ worth }) => (worth ?? 0) > 5).length,
      })),
    ),
  );
  expect(ask('SELECT Id, Worth__c, Best__c FROM Chest__c ORDER BY Id')).toEqual(
    byId(
      model.alive('Chest').map((chest) => {
        const worths = model
          .alive('Purse')
          .filter(({ parent }) => parent === chest.id)
          .map((purse) => sum(coinsOf(purse)));
        return {
          Id: chest.id,
          Worth__c: worths.reduce((total, worth) => total + worth, 0),
          Best__c: worths.length === 0 ? null : Math.max(...worths),
        };
      }),
    ),
  );
}
