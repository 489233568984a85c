import { afterEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { WriteOperation } from '../../../../../emulators/salesforce/entities.ts';
import { fieldFile, formulaFile, objectFile, rollUpFile, ruleFile, type SourceFiles } from '../schema/source-folder.ts';
import { query } from '../soql/query-org.ts';
import { bootOrg, closeOrgs, create } from './booted-org.ts';

afterEach(closeOrgs);

const NAMED = '<nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>';

const SOURCE: SourceFiles = {
  ...objectFile('Box__c', `<label>Box</label><pluralLabel>Boxes</pluralLabel>${NAMED}`),
  ...objectFile('Thing__c', `<label>Thing</label><pluralLabel>Things</pluralLabel>${NAMED}`),
  ...fieldFile(
    'Thing__c',
    'Box__c',
    '<type>MasterDetail</type><referenceTo>Box__c</referenceTo><relationshipName>Things</relationshipName><reparentableMasterDetail>true</reparentableMasterDetail>',
  ),
  ...fieldFile('Thing__c', 'Weight__c', '<type>Number</type><precision>8</precision><scale>2</scale>'),
  ...fieldFile('Thing__c', 'Code__c', '<type>Text</type><length>5</length><unique>true</unique>'),
  ...formulaFile('Thing__c', 'Heavy__c', 'Checkbox', 'Weight__c > 5'),
  ...rollUpFile('Box__c', 'Count__c', 'count', 'Thing__c.Box__c'),
  ...rollUpFile('Box__c', 'Sum__c', 'sum', 'Thing__c.Box__c', { of: 'Weight__c' }),
  ...rollUpFile('Box__c', 'Most__c', 'max', 'Thing__c.Box__c', { of: 'Weight__c' }),
  ...rollUpFile('Box__c', 'Heavy__c', 'count', 'Thing__c.Box__c', { where: [['Heavy__c', 'equals', 'True']] }),
  ...formulaFile('Box__c', 'Mean__c', 'Number', 'IF(Count__c = 0, 0, Sum__c / Count__c)'),
  ...ruleFile('Box__c', 'Light', 'Sum__c > 30', 'The box breaks.'),
};

interface Step {
  kind: 'insert' | 'update' | 'delete';
  which: number;
  box: number;
  hundredths: number | null;
  code: string | null;
  allOrNone: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('insert', 'insert', 'update', 'delete'),
  which: fc.nat(20),
  box: fc.nat(2),
  hundredths: fc.option(fc.integer({ min: -200, max: 1200 })),
  code: fc.option(fc.constantFrom('a', 'A', 'b', 'c')),
  allOrNone: fc.boolean(),
});

test('after any writes roll-ups, formulas and unique values are what the children say', async () => {
  const { org, admin } = await bootOrg(SOURCE);
  const boxes = ['X', 'Y', 'Z'].map((Name) => create(org, admin, 'Box__c', { Name }));
  const things: string[] = [];

  function toOperation({ kind, which, box, hundredths, code }: Step): WriteOperation {
    const values = { Box__c: boxes[box], Weight__c: hundredths === null ? null : hundredths / 100, Code__c: code };
    const id = things[which % Math.max(things.length, 1)];
    if (kind === 'insert' || id === undefined) return { kind: 'insert', object: 'Thing__c', values };
    return kind === 'update' ? { kind, object: 'Thing__c', id, values } : { kind, object: 'Thing__c', id };
  }

  fc.assert(
    fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 12 }), (batches) => {
      for (const batch of batches) {
        const results = org.write(admin, batch.map(toOperation), { allOrNone: batch[0]?.allOrNone === true });
        for (const { id } of results) if (id !== null && !things.includes(id)) things.push(id);
      }
      const alive = query(org, admin, 'SELECT Box__c, Weight__c, Code__c, Heavy__c FROM Thing__c').records;
      for (const box of query(org, admin, 'SELECT Id, Count__c, Sum__c, Most__c, Heavy__c, Mean__c FROM Box__c')
        .records) {
        const inside = alive.filter((thing) => thing['Box__c'] === box['Id']);
        const weights = inside
          .map((thing) => thing['Weight__c'])
          .filter((weight) => weight !== null)
          .map(Number);
        const sum = weights.reduce((total, weight) => total + Math.round(weight * 100), 0) / 100;
        expect(box).toMatchObject({
          Count__c: inside.length,
          Sum__c: sum,
          Most__c: weights.length === 0 ? null : Math.max(...weights),
          Heavy__c: weights.filter((weight) => weight > 5).length,
        });
        expect(box['Mean__c']).toBeCloseTo(inside.length === 0 ? 0 : sum / inside.length, 10);
        expect(sum).toBeLessThanOrEqual(30);
      }
      const codes = alive
        .map((thing) => thing['Code__c'])
        .filter((code) => typeof code === 'string')
        .map((code) => code.toLowerCase());
      expect(new Set(codes).size).toBe(codes.length);
    }),
    { numRuns: 40 },
  );
});
