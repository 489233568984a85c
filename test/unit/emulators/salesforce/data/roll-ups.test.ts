import { afterEach, expect, test } from '@jest/globals';
import {
  fieldFile,
  formulaFile,
  objectFile,
  picklist,
  rollUpFile,
  ruleFile,
  type SourceFiles,
} from '../schema/source-folder.ts';
import { bootOrg, closeOrgs, create, stored, writeOne } from './booted-org.ts';

afterEach(closeOrgs);

function object(name: string, label: string): SourceFiles {
  return objectFile(
    name,
    `<label>${label}</label><pluralLabel>${label}s</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>`,
  );
}

function detail(child: string, parent: string): SourceFiles {
  return fieldFile(
    child,
    parent,
    `<type>MasterDetail</type><referenceTo>${parent}</referenceTo><relationshipName>${child.replace('__c', '')}s</relationshipName><reparentableMasterDetail>true</reparentableMasterDetail>`,
  );
}

/** Lines below orders below shops. */
const SHOP: SourceFiles = {
  ...object('Shop__c', 'Shop'),
  ...object('Order__c', 'Order'),
  ...object('Line__c', 'Line'),
  ...detail('Order__c', 'Shop__c'),
  ...detail('Line__c', 'Order__c'),
  ...fieldFile('Line__c', 'Price__c', '<type>Currency</type><precision>10</precision><scale>2</scale>'),
  ...fieldFile('Line__c', 'Sent__c', '<type>Date</type>'),
  ...fieldFile('Line__c', 'Kind__c', picklist(['Book', 'Toy', 'Gift, other'])),
  ...fieldFile('Line__c', 'Free__c', '<type>Checkbox</type><defaultValue>false</defaultValue>'),
  ...formulaFile('Line__c', 'Taxed__c', 'Currency', 'Price__c * 1.25', '<precision>18</precision><scale>2</scale>'),
  ...rollUpFile('Order__c', 'Lines__c', 'count', 'Line__c.Order__c'),
  ...rollUpFile('Order__c', 'Total__c', 'sum', 'Line__c.Order__c', { of: 'Price__c' }),
  ...rollUpFile('Order__c', 'Taxed__c', 'sum', 'Line__c.Order__c', { of: 'Taxed__c' }),
  ...rollUpFile('Order__c', 'Least__c', 'min', 'Line__c.Order__c', { of: 'Price__c' }),
  ...rollUpFile('Order__c', 'Last_Sent__c', 'max', 'Line__c.Order__c', { of: 'Sent__c' }),
  ...rollUpFile('Order__c', 'Books__c', 'count', 'Line__c.Order__c', {
    where: [
      ['Kind__c', 'equals', 'book, "Gift, other"'],
      ['Free__c', 'notEqual', 'True'],
    ],
  }),
  ...rollUpFile('Shop__c', 'Sold__c', 'sum', 'Order__c.Shop__c', { of: 'Total__c' }),
};

async function bootShop(more: SourceFiles = {}) {
  const { org, admin, clock } = await bootOrg({ ...SHOP, ...more });
  const shop = create(org, admin, 'Shop__c', { Name: 'S' });
  const order = create(org, admin, 'Order__c', { Name: 'O', Shop__c: shop });
  const line = (values: Record<string, unknown> = {}) => create(org, admin, 'Line__c', { Order__c: order, ...values });
  const write = (operation: Parameters<typeof writeOne>[2]) => writeOne(org, admin, operation);
  return { org, admin, clock, shop, order, line, write };
}

test('a parent without children counts none and sums up to nothing', async () => {
  const { org, order } = await bootShop();

  expect(stored(org, 'Order__c', order)).toMatchObject({
    Lines__c: 0,
    Total__c: 0,
    Least__c: null,
    Last_Sent__c: null,
    Books__c: 0,
  });
});

test('children are counted, summed and compared, and grandparents follow', async () => {
  const { org, shop, order, line } = await bootShop();
  line({ Price__c: 0.1, Sent__c: '2026-01-05', Kind__c: 'Book' });
  line({ Price__c: 0.2, Sent__c: '2026-03-01', Kind__c: 'Toy' });
  line({ Price__c: 10, Kind__c: 'Gift, other' });
  line({ Kind__c: 'Book', Free__c: true });

  expect(stored(org, 'Order__c', order)).toMatchObject({
    Lines__c: 4,
    Total__c: 10.3,
    Taxed__c: 12.875,
    Least__c: 0.1,
    Last_Sent__c: '2026-03-01',
    Books__c: 2,
  });
  expect(stored(org, 'Shop__c', shop)).toMatchObject({ Sold__c: 10.3 });
});

test('a change, another parent and a deletion move the sums', async () => {
  const { org, admin, shop, order, line, write } = await bootShop();
  const other = create(org, admin, 'Order__c', { Name: 'P', Shop__c: shop });
  const first = line({ Price__c: 1 });
  const second = line({ Price__c: 2 });
  const totals = () => [order, other].map((id) => stored(org, 'Order__c', id)?.['Total__c']);

  write({ kind: 'update', object: 'Line__c', id: first, values: { Price__c: 5 } });
  const changed = totals();
  write({ kind: 'update', object: 'Line__c', id: second, values: { Order__c: other } });
  const moved = totals();
  write({ kind: 'delete', object: 'Line__c', id: first });

  expect([changed, moved, totals()]).toEqual([
    [7, 0],
    [5, 2],
    [0, 2],
  ]);
  expect(stored(org, 'Shop__c', shop)?.['Sold__c']).toBe(2);
});

test('an order that is deleted with its lines is not saved for their sake, and its shop is', async () => {
  const { org, shop, order, line, write } = await bootShop(
    ruleFile('Order__c', 'Never_Empty', 'AND(NOT(ISNEW()), Lines__c = 0)', 'An order has lines.'),
  );
  line({ Price__c: 3 });

  const { success } = write({ kind: 'delete', object: 'Order__c', id: order });

  expect(success).toBe(true);
  expect(stored(org, 'Shop__c', shop)?.['Sold__c']).toBe(0);
});

test('the stamps of a parent move only when a roll-up of it does', async () => {
  const { org, order, line, clock, write } = await bootShop();
  const id = line({ Price__c: 1 });
  const stamp = () => stored(org, 'Order__c', order)?.['SystemModstamp'];

  clock.advance(60_000);
  write({ kind: 'update', object: 'Line__c', id, values: { Name: 'Renamed' } });
  const renamed = stamp();
  write({ kind: 'update', object: 'Line__c', id, values: { Price__c: 2 } });

  expect([renamed, stamp()]).toEqual(['2026-11-22T10:00:00.000Z', '2026-11-22T10:01:00.000Z']);
});

test('a rule of the parent stops the child, and nothing is left behind', async () => {
  const { org, order, line, write } = await bootShop(
    ruleFile('Order__c', 'Small', 'Total__c > 100', 'Too much for one order.', 'Name'),
  );
  line({ Price__c: 99 });

  const result = write({ kind: 'insert', object: 'Line__c', values: { Order__c: order, Price__c: 2 } });

  expect(result.errors).toEqual([
    { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Too much for one order.', fields: [] },
  ]);
  expect(stored(org, 'Order__c', order)).toMatchObject({ Lines__c: 1, Total__c: 99 });
});

test('opportunities sum up on their account', async () => {
  const { org, admin } = await bootOrg(
    rollUpFile('Account', 'Won__c', 'sum', 'Opportunity.AccountId', {
      of: 'Amount',
      where: [['StageName', 'equals', 'Closed Won']],
    }),
  );
  const account = create(org, admin, 'Account', { Name: 'Acme' });
  for (const [StageName, Amount] of [
    ['Closed Won', 5],
    ['Prospecting', 7],
    ['Closed Won', 1],
  ] as const) {
    create(org, admin, 'Opportunity', { Name: 'O', StageName, Amount, CloseDate: '2026-12-01', AccountId: account });
  }

  expect(stored(org, 'Account', account)?.['Won__c']).toBe(6);
});

test('a roll-up cannot be written', async () => {
  const { order, write } = await bootShop();

  const { errors } = write({ kind: 'update', object: 'Order__c', id: order, values: { Lines__c: 3 } });

  expect(errors).toMatchObject([{ statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['Lines__c'] }]);
});

const LOOKUP = fieldFile(
  'Line__c',
  'Gift_To__c',
  '<type>Lookup</type><referenceTo>Shop__c</referenceTo><relationshipName>Gifts</relationshipName>',
);
const ABROAD = formulaFile('Line__c', 'Abroad__c', 'Number', 'Order__r.Total__c');
const AGE = formulaFile('Line__c', 'Age__c', 'Number', 'TODAY() - Sent__c');

test.each([
  [
    'over a lookup',
    { ...LOOKUP, ...rollUpFile('Shop__c', 'Bad__c', 'count', 'Line__c.Gift_To__c') },
    'Shop__c.Bad__c: Line__c.Gift_To__c is not a master-detail relationship to Shop__c',
  ],
  [
    'of a field that is not there',
    rollUpFile('Order__c', 'Bad__c', 'sum', 'Line__c.Order__c', { of: 'Prise__c' }),
    'Order__c.Bad__c: no CustomField named Line__c.Prise__c found',
  ],
  [
    'that sums texts',
    rollUpFile('Order__c', 'Bad__c', 'sum', 'Line__c.Order__c', { of: 'Kind__c' }),
    'Order__c.Bad__c: sum is not for the picklist field Kind__c',
  ],
  [
    'of a formula over parents',
    { ...ABROAD, ...rollUpFile('Order__c', 'Bad__c', 'sum', 'Line__c.Order__c', { of: 'Abroad__c' }) },
    'Order__c.Bad__c: the formula Line__c.Abroad__c reads Order__r.Total__c and cannot be rolled up',
  ],
  [
    'of a formula that moves with time',
    { ...AGE, ...rollUpFile('Order__c', 'Bad__c', 'max', 'Line__c.Order__c', { of: 'Age__c' }) },
    'Order__c.Bad__c: the formula Line__c.Age__c changes with time and cannot be rolled up',
  ],
  [
    'with a filter that does not fit',
    rollUpFile('Order__c', 'Bad__c', 'count', 'Line__c.Order__c', { where: [['Sent__c', 'equals', 'soon']] }),
    "Order__c.Bad__c: the filter value 'soon' does not fit Sent__c",
  ],
  [
    'with an operation that is not there',
    rollUpFile('Order__c', 'Bad__c', 'count', 'Line__c.Order__c', { where: [['Price__c', 'within', '5']] }),
    'Order__c.Bad__c: the filter operation within is not supported yet',
  ],
])('an org with a roll-up %s does not boot', async (_what, files, message) => {
  await expect(bootOrg({ ...SHOP, ...files })).rejects.toMatchObject({ name: 'DeployError', message });
});
