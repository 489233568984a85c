import { afterEach, expect, test } from '@jest/globals';
import { fieldFile, formulaFile, ruleFile, TICKETS, type SourceFiles } from '../schema/source-folder.ts';
import { query } from '../soql/query-org.ts';
import { bootOrg, closeOrgs, create, writeOne } from './booted-org.ts';

afterEach(closeOrgs);

const FORMULAS: SourceFiles = {
  ...TICKETS,
  ...fieldFile('Ticket__c', 'Due__c', '<type>Date</type>'),
  ...formulaFile('Ticket__c', 'Double__c', 'Number', 'Size__c * 2', '<precision>18</precision><scale>2</scale>'),
  ...formulaFile('Ticket__c', 'Quadruple__c', 'Currency', 'Double__c * 2'),
  ...formulaFile('Ticket__c', 'Share__c', 'Percent', 'Size__c / 8'),
  ...formulaFile('Ticket__c', 'Customer__c', 'Text', 'Account__r.Name & " / " & TEXT(Status__c)'),
  ...formulaFile('Ticket__c', 'Late__c', 'Checkbox', 'Due__c < TODAY()'),
  ...formulaFile('Ticket__c', 'Next_Day__c', 'Date', 'Due__c + 1'),
  ...formulaFile('Ticket__c', 'Made__c', 'DateTime', 'CreatedDate + 1'),
  ...formulaFile('Ticket__c', 'At__c', 'Time', 'TIMEVALUE("09:30:00.000")'),
  ...formulaFile('Ticket__c', 'Mine__c', 'Checkbox', 'OwnerId = $User.Id'),
  ...formulaFile('Note__c', 'Subject__c', 'Text', '"Re: " & Ticket__r.Customer__c'),
};

const ALL = 'Double__c, Quadruple__c, Share__c, Customer__c, Late__c, Next_Day__c, Made__c, At__c, Mine__c';

test('a formula of every type is answered, formulas within formulas and over lookups', async () => {
  const { org, admin } = await bootOrg(FORMULAS);
  const acme = create(org, admin, 'Account', { Name: 'Acme' });
  const ticket = create(org, admin, 'Ticket__c', { Title__c: 'A', Size__c: 2, Account__c: acme, Due__c: '2026-11-21' });
  const note = create(org, admin, 'Note__c', { Ticket__c: ticket });

  const [row] = query(org, admin, `SELECT ${ALL} FROM Ticket__c`).records;
  const [child] = query(org, admin, 'SELECT Subject__c, Ticket__r.Quadruple__c FROM Note__c').records;
  const object = org.schema.findObject('Note__c');

  expect(row).toMatchObject({
    Double__c: 4,
    Quadruple__c: 8,
    Share__c: 25,
    Customer__c: 'Acme / New',
    Late__c: true,
    Next_Day__c: '2026-11-22',
    Made__c: '2026-11-23T10:00:00.000+0000',
    At__c: '09:30:00.000Z',
    Mine__c: true,
  });
  expect(child).toMatchObject({ Subject__c: 'Re: Acme / New', Ticket__r: { Quadruple__c: 8 } });
  expect(object && org.findRecord(object, note, { as: admin })?.['Subject__c']).toBe('Re: Acme / New');
});

test('blanks count as zero or stay blank, as the field says', async () => {
  const blank = (treat: string) => `<formulaTreatBlanksAs>${treat}</formulaTreatBlanksAs>`;
  const { org, admin } = await bootOrg({
    ...TICKETS,
    ...formulaFile('Ticket__c', 'Zero__c', 'Number', 'Size__c + 1', blank('BlankAsZero')),
    ...formulaFile('Ticket__c', 'Blank__c', 'Number', 'Size__c + 1', blank('BlankAsBlank')),
  });
  create(org, admin, 'Ticket__c', { Title__c: 'A' });

  const [row] = query(org, admin, 'SELECT Zero__c, Blank__c FROM Ticket__c').records;

  expect(row).toMatchObject({ Zero__c: 1, Blank__c: null });
});

test('queries filter, sort and group by formulas; a failing one is blank', async () => {
  const { org, admin } = await bootOrg({
    ...FORMULAS,
    ...formulaFile('Ticket__c', 'Inverse__c', 'Number', '1 / Size__c'),
  });
  const acme = create(org, admin, 'Account', { Name: 'acme' });
  for (const [Title__c, Size__c] of [
    ['A', 4],
    ['B', 1],
    ['C', 0],
    ['D', 2],
  ] as const) {
    create(org, admin, 'Ticket__c', { Title__c, Size__c, ...(Title__c === 'D' ? {} : { Account__c: acme }) });
  }
  const titles = (rest: string) =>
    query(org, admin, `SELECT Title__c FROM Ticket__c ${rest}`).records.map((row) => row['Title__c']);

  expect(titles('WHERE Quadruple__c > 4 ORDER BY Quadruple__c DESC')).toEqual(['A', 'D']);
  expect(titles('ORDER BY Inverse__c DESC NULLS LAST')).toEqual(['B', 'D', 'A', 'C']);
  expect(titles("WHERE Customer__c = 'ACME / new' ORDER BY Title__c")).toEqual(['A', 'B', 'C']);
  expect(titles('WHERE Inverse__c = NULL')).toEqual(['C']);
  expect(
    query(
      org,
      admin,
      'SELECT Customer__c c, COUNT(Id) n, SUM(Double__c) s FROM Ticket__c GROUP BY Customer__c ORDER BY Customer__c',
    ).records,
  ).toMatchObject([
    { c: ' / New', n: 1, s: 4 },
    { c: 'acme / New', n: 3, s: 10 },
  ]);
});

test('a formula of a missing parent is blank', async () => {
  const { org, admin } = await bootOrg({
    ...TICKETS,
    ...formulaFile('Account', 'Greeting__c', 'Text', '"Dear " & Name'),
  });
  create(org, admin, 'Ticket__c', { Title__c: 'A' });

  const found = query(org, admin, 'SELECT Id FROM Ticket__c WHERE Account__r.Greeting__c != NULL');

  expect(found.totalSize).toBe(0);
});

test('TODAY() moves with the clock of the org', async () => {
  const { org, admin, clock } = await bootOrg(FORMULAS);
  create(org, admin, 'Ticket__c', { Title__c: 'A', Due__c: '2026-11-22' });
  const late = () => query(org, admin, 'SELECT Id FROM Ticket__c WHERE Late__c = TRUE').totalSize;

  const before = late();
  clock.advance(24 * 60 * 60 * 1000);

  expect([before, late()]).toEqual([0, 1]);
});

test('rules see formula fields, also what they were before', async () => {
  const { org, admin } = await bootOrg({
    ...FORMULAS,
    ...ruleFile('Ticket__c', 'Small', 'Double__c > 10', 'Too big.', 'Size__c'),
    ...ruleFile('Ticket__c', 'Grows', 'AND(ISCHANGED(Double__c), PRIORVALUE(Double__c) > Double__c)', 'It only grows.'),
  });
  const id = create(org, admin, 'Ticket__c', { Title__c: 'A', Size__c: 3 });
  const resize = (Size__c: number) =>
    writeOne(org, admin, { kind: 'update', object: 'Ticket__c', id, values: { Size__c } }).errors.map(
      ({ message }) => message,
    );

  expect([resize(5.5), resize(2), resize(4)]).toEqual([['Too big.'], ['It only grows.'], []]);
});

test('a formula field cannot be written', async () => {
  const { org, admin } = await bootOrg(FORMULAS);

  const { errors } = writeOne(org, admin, {
    kind: 'insert',
    object: 'Ticket__c',
    values: { Title__c: 'A', Double__c: 1 },
  });

  expect(errors).toMatchObject([{ statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['Double__c'] }]);
});

test.each([
  ['an unknown field', 'Number', 'Sise__c + 1', 'Ticket__c.Bad__c: Field Sise__c does not exist. Check spelling.'],
  [
    'another type than the field has',
    'Number',
    'Title__c',
    'Ticket__c.Bad__c: Formula result is data type (Text), incompatible with expected data type (Number).',
  ],
  [
    'itself',
    'Number',
    'Bad__c + 1',
    'Ticket__c.Bad__c: The formula refers to itself, directly or through other formulas: Ticket__c.Bad__c → Ticket__c.Bad__c',
  ],
  [
    'another formula that leads back',
    'Text',
    'Worse__c',
    'Ticket__c.Bad__c: The formula refers to itself, directly or through other formulas: Ticket__c.Bad__c → Ticket__c.Worse__c → Ticket__c.Bad__c',
  ],
  [
    'a long text',
    'Text',
    'Long__c',
    'Ticket__c.Bad__c: You referenced an unsupported field type called "Long Text Area" using the following field: Long__c',
  ],
  [
    'a function of rules',
    'Checkbox',
    'ISNEW()',
    'Ticket__c.Bad__c: Function ISNEW may not be used in this type of formula',
  ],
  [
    'too many characters',
    'Text',
    `"${'x'.repeat(3899)}"`,
    'Ticket__c.Bad__c: Formula is too long (3,901 characters). Maximum length is 3,900 characters',
  ],
])('an org with a formula that has %s does not boot', async (_what, type, formula, message) => {
  const booting = bootOrg({
    ...TICKETS,
    ...fieldFile('Ticket__c', 'Long__c', '<type>LongTextArea</type><length>1000</length>'),
    ...formulaFile('Ticket__c', 'Worse__c', 'Text', formula === 'Worse__c' ? 'Bad__c' : '"x"'),
    ...formulaFile('Ticket__c', 'Bad__c', type, formula),
  });

  await expect(booting).rejects.toMatchObject({ name: 'DeployError', message });
});
