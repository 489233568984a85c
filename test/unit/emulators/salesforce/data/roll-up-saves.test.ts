import { afterEach, expect, test } from '@jest/globals';
import { toFile } from '../automation/flow-source.ts';
import { assign, fields, filters, flow, type FlowParts } from '../flow/flow-xml.ts';
import { fieldFile, objectFile, rollUpFile, ruleFile, type SourceFiles } from '../schema/source-folder.ts';
import { bootOrg, closeOrgs, create, stored, writeOne } from './booted-org.ts';

afterEach(closeOrgs);

const NAMED = '<nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>';

function object(name: string): SourceFiles {
  const label = name.replace('__c', '');
  return objectFile(name, `<label>${label}</label><pluralLabel>${label}s</pluralLabel>${NAMED}`);
}

function detail(child: string, parent: string): SourceFiles {
  return fieldFile(
    child,
    parent,
    `<type>MasterDetail</type><referenceTo>${parent}</referenceTo><relationshipName>${child.replace('__c', '')}s</relationshipName><reparentableMasterDetail>true</reparentableMasterDetail>`,
  );
}

/** Stones below walls below houses; each level sums up what the one below weighs. */
const HOUSES: SourceFiles = {
  ...object('House__c'),
  ...object('Wall__c'),
  ...object('Stone__c'),
  ...detail('Wall__c', 'House__c'),
  ...detail('Stone__c', 'Wall__c'),
  ...fieldFile('Stone__c', 'Weight__c', '<type>Number</type><precision>8</precision><scale>2</scale>'),
  ...fieldFile('Wall__c', 'Extra__c', '<type>Number</type><precision>8</precision><scale>2</scale>'),
  ...fieldFile('Wall__c', 'Note__c', '<type>Text</type><length>80</length>'),
  ...fieldFile('House__c', 'Note__c', '<type>Text</type><length>80</length>'),
  ...rollUpFile('Wall__c', 'Weight__c', 'sum', 'Stone__c.Wall__c', { of: 'Weight__c' }),
  ...rollUpFile('House__c', 'Weight__c', 'sum', 'Wall__c.House__c', { of: 'Weight__c' }),
  ...rollUpFile('House__c', 'Extra__c', 'sum', 'Wall__c.House__c', { of: 'Extra__c' }),
};

function flowOf(name: string, parts: FlowParts): SourceFiles {
  return toFile(flow({ name, ...parts }));
}

async function bootHouse(more: SourceFiles = {}) {
  const { org, admin, clock } = await bootOrg({ ...HOUSES, ...more });
  const house = create(org, admin, 'House__c', { Name: 'House' });
  const wall = create(org, admin, 'Wall__c', { Name: 'Wall', House__c: house });
  const stone = (weight: number, on = wall) => ({
    kind: 'insert' as const,
    object: 'Stone__c',
    values: { Wall__c: on, Weight__c: weight },
  });
  return { org, admin, clock, house, wall, stone };
}

test('flows before the save of the parent see its sums and fill it in, and its own parent follows', async () => {
  const { org, admin, house, wall, stone } = await bootHouse(
    flowOf('Wall_Filled', {
      object: 'Wall__c',
      when: 'RecordBeforeSave',
      first: 'Fill',
      body:
        assign('Fill', [
          ['$Record.Extra__c', 'Assign', '=Half'],
          ['$Record.Note__c', 'Assign', '{!$Record.Weight__c} kg'],
        ]) +
        '<formulas><name>Half</name><dataType>Number</dataType><expression>{!$Record.Weight__c} / 2</expression><scale>2</scale></formulas>',
    }),
  );

  writeOne(org, admin, stone(10));

  expect(stored(org, 'Wall__c', wall)).toMatchObject({ Weight__c: 10, Extra__c: 5, Note__c: '10 kg' });
  expect(stored(org, 'House__c', house)).toMatchObject({ Weight__c: 10, Extra__c: 5 });
});

test('flows after the save of a parent run for each level, with what was before', async () => {
  const note = (name: string) =>
    `<recordUpdates><name>Note</name><inputReference>$Record</inputReference>${fields({ Note__c: `${name} {!$Record__Prior.Weight__c} → {!$Record.Weight__c}` })}</recordUpdates>`;
  const grown = filters([['Weight__c', 'IsChanged', true]]);
  const { org, admin, house, wall, stone } = await bootHouse({
    ...flowOf('Wall_Grown', { object: 'Wall__c', on: 'Update', start: grown, first: 'Note', body: note('wall') }),
    ...flowOf('House_Grown', { object: 'House__c', on: 'Update', start: grown, first: 'Note', body: note('house') }),
  });

  writeOne(org, admin, stone(3));
  writeOne(org, admin, stone(4));

  expect(stored(org, 'Wall__c', wall)).toMatchObject({ Note__c: 'wall 3 → 7' });
  expect(stored(org, 'House__c', house)).toMatchObject({ Note__c: 'house 3 → 7' });
});

test('a rule of the grandparent refuses the children below it, and the others are saved', async () => {
  const { org, admin, wall, stone } = await bootHouse(
    ruleFile('House__c', 'Light', 'Weight__c > 100', 'The house sinks.', 'Name'),
  );
  const other = create(org, admin, 'House__c', { Name: 'Other' });
  const side = create(org, admin, 'Wall__c', { Name: 'Side', House__c: other });

  const results = org.write(admin, [stone(60), stone(1, side), stone(60)], { allOrNone: false });

  expect(results.map(({ errors }) => errors)).toEqual([
    [{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'The house sinks.', fields: [] }],
    [],
    [{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'The house sinks.', fields: [] }],
  ]);
  expect(stored(org, 'Wall__c', wall)).toMatchObject({ Weight__c: 0 });
  expect(stored(org, 'Wall__c', side)).toMatchObject({ Weight__c: 1 });
});

test('a custom error of a flow of the parent refuses the child', async () => {
  const { org, admin, wall, stone } = await bootHouse(
    flowOf('Wall_Refused', {
      object: 'Wall__c',
      start: filters([['Weight__c', 'GreaterThan', 5]]),
      first: 'Refuse',
      body: '<customErrors><name>Refuse</name><customErrorMessages><errorMessage>Too heavy.</errorMessage><isFieldError>false</isFieldError></customErrorMessages></customErrors>',
    }),
  );

  const { errors } = writeOne(org, admin, stone(6));

  expect(errors).toEqual([{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Too heavy.', fields: [] }]);
  expect(stored(org, 'Wall__c', wall)).toMatchObject({ Weight__c: 0 });
  expect(org.database.prepare('SELECT count(*) AS count FROM Stone__c').get()).toEqual({ count: 0 });
});

test('a parent is saved once for all children of a batch, and its flow runs once', async () => {
  const { org, admin, wall, stone } = await bootHouse(
    flowOf('Wall_Counted', {
      object: 'Wall__c',
      on: 'Update',
      when: 'RecordBeforeSave',
      first: 'Count',
      body:
        assign('Count', [['$Record.Extra__c', 'Assign', '=More']]) +
        '<formulas><name>More</name><dataType>Number</dataType><expression>BLANKVALUE({!$Record.Extra__c}, 0) + 1</expression><scale>0</scale></formulas>',
    }),
  );
  const stones = Array.from({ length: 2000 }, () => stone(1));

  const results = org.write(admin, stones, { allOrNone: true });

  expect(results.every(({ success }) => success)).toBe(true);
  expect(stored(org, 'Wall__c', wall)).toMatchObject({ Weight__c: 2000, Extra__c: 10 });
});

test('parents of children that are deleted together are saved once', async () => {
  const { org, admin, wall, house, stone } = await bootHouse(
    ruleFile('Wall__c', 'Even', 'MOD(Weight__c, 2) = 1', 'Stones go in pairs.'),
  );
  const ids = org.write(admin, [stone(1), stone(1), stone(2)], { allOrNone: true }).map(({ id }) => String(id));
  const remove = (id: string | undefined) => ({ kind: 'delete' as const, object: 'Stone__c', id: String(id) });

  const [alone] = org.write(admin, [remove(ids[0])], { allOrNone: false });
  const both = org.write(admin, [remove(ids[0]), remove(ids[1])], { allOrNone: false });

  expect(alone?.errors).toMatchObject([{ message: 'Stones go in pairs.', fields: [] }]);
  expect(both.map(({ success }) => success)).toEqual([true, true]);
  expect(stored(org, 'Wall__c', wall)).toMatchObject({ Weight__c: 2 });
  expect(stored(org, 'House__c', house)).toMatchObject({ Weight__c: 2 });
});
