import { afterEach, expect, test } from '@jest/globals';
import { bootOrg, closeOrgs, create, stored, writeOne } from './booted-org.ts';

afterEach(closeOrgs);

const DEAL = { Name: 'Deal', CloseDate: '2027-01-31', StageName: 'Value Proposition', Amount: 1000 };

test('the stage decides probability, forecast and fiscal year of an opportunity', async () => {
  const { org, admin } = await bootOrg({});

  const id = create(org, admin, 'Opportunity', DEAL);

  expect(stored(org, 'Opportunity', id)).toMatchObject({
    Probability: 50,
    ExpectedRevenue: 500,
    ForecastCategory: 'Pipeline',
    ForecastCategoryName: 'Pipeline',
    IsClosed: 0,
    IsWon: 0,
    FiscalYear: 2027,
    FiscalQuarter: 4,
    Fiscal: '2027 4',
    LastStageChangeDate: null,
  });
});

test('a given probability is kept until the stage moves', async () => {
  const { org, admin } = await bootOrg({});
  const id = create(org, admin, 'Opportunity', { ...DEAL, Probability: 65 });

  expect(stored(org, 'Opportunity', id)).toMatchObject({ Probability: 65, ExpectedRevenue: 650 });
  writeOne(org, admin, {
    kind: 'update',
    object: 'Opportunity',
    id,
    values: { StageName: 'Closed Won', CloseDate: '2027-02-01' },
  });

  expect(stored(org, 'Opportunity', id)).toMatchObject({
    Probability: 100,
    IsClosed: 1,
    IsWon: 1,
    ForecastCategory: 'Closed',
    LastStageChangeDate: '2026-11-22T10:00:00.000Z',
    FiscalYear: 2028,
    FiscalQuarter: 1,
  });
});

test('a stage that the org does not have is taken, and the deal is open', async () => {
  const { org, admin } = await bootOrg({});

  const id = create(org, admin, 'Opportunity', { ...DEAL, StageName: 'In Progress' });

  expect(stored(org, 'Opportunity', id)).toMatchObject({
    StageName: 'In Progress',
    Probability: 0,
    ForecastCategory: 'Omitted',
    IsClosed: 0,
    IsWon: 0,
  });
});

test('a person is called by first and last name, and needs the last', async () => {
  const { org, admin } = await bootOrg({});

  const id = create(org, admin, 'Contact', { FirstName: 'Ada', LastName: 'Lee' });
  const { errors } = writeOne(org, admin, { kind: 'insert', object: 'Contact', values: { FirstName: 'Ada' } });

  expect(stored(org, 'Contact', id)).toMatchObject({ Name: 'Ada Lee' });
  expect(errors[0]?.message).toBe('Required fields are missing: [LastName]');
});

test('a case is numbered and knows when it was closed', async () => {
  const { org, admin } = await bootOrg({});
  const id = create(org, admin, 'Case', { Subject: 'Help' });

  expect(stored(org, 'Case', id)).toMatchObject({
    CaseNumber: '00000001',
    Status: 'New',
    IsClosed: 0,
    ClosedDate: null,
  });
  writeOne(org, admin, { kind: 'update', object: 'Case', id, values: { Status: 'Closed' } });

  expect(stored(org, 'Case', id)).toMatchObject({ IsClosed: 1, ClosedDate: '2026-11-22T10:00:00.000Z' });
});
