import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ACCEPTED, COMPLETE, HANDOFF, handoffOf, itemOf, selectRequest } from './support/handoffs.ts';
import { TestOrg, type Refusal, type Row } from './support/org.ts';
import { createCustomer, REQUEST, type Customer } from './support/requests.ts';
import { ITEM } from './support/roles.ts';

let org: TestOrg;
let customer: Customer;
let request: string;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
}, 60_000);

beforeEach(async () => {
  customer = await createCustomer(org, 'Northwind Logistics');
  request = await selectRequest(org, customer, { Support_Contact__c: org.userId('sam') });
});

afterAll(() => org.close());

const DONE = { State__c: 'Done' };

async function change(alias: string, key: string, values: Row): Promise<void> {
  await org.as(alias).update(ITEM, await itemOf(org, request, key), values);
}

async function refusals(alias: string, key: string, values: Row): Promise<readonly Refusal[]> {
  return await org.as(alias).refusalToUpdate(ITEM, await itemOf(org, request, key), values);
}

async function fieldsOf(alias: string, key: string, values: Row): Promise<string[]> {
  return (await refusals(alias, key, values)).flatMap(({ fields }) => fields).toSorted();
}

async function messagesOf(alias: string, key: string, values: Row): Promise<string[]> {
  return (await refusals(alias, key, values)).map(({ message }) => message).toSorted();
}

async function note(leg: string, values: Row): Promise<void> {
  await org.as('tomas').update(HANDOFF, await handoffOf(org, request, leg), values);
}

async function addLink(type: string, more: Row = {}): Promise<string> {
  return await org.as('igor').create('Request_Link__c', {
    Implementation_Request__c: request,
    Type__c: type,
    Url__c: 'https://docs.example/link',
    ...more,
  });
}

/** The sync service has put the documentation into Vitally. */
async function mirrorDocumentation(): Promise<void> {
  const link = await addLink('Other', { Required__c: true });
  await org.as('adi').update('Request_Link__c', link, { Mirror_State__c: 'Mirrored' });
}

describe('Discovery', () => {
  const waiting = 'Discovery waits for the Implementation Playbook. Ask the project manager for its link.';

  test('waits for the Playbook', async () => {
    expect(await org.as('chen').read(ITEM, await itemOf(org, request, 'DISCOVERY'), ['Blocked_Because__c'])).toEqual({
      Blocked_Because__c: 'Waiting for the Implementation Playbook link',
    });
    expect(await messagesOf('chen', 'DISCOVERY', { ...DONE, ...COMPLETE })).toEqual([waiting]);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['a link of the request', () => addLink('Playbook')],
    ['the link of its item', () => change('tomas', 'PLAYBOOK', { Evidence_Url__c: 'https://docs.example/playbook' })],
  ])('goes on with %s', async (_, provide) => {
    await provide();

    expect(await refusals('chen', 'DISCOVERY', { ...DONE, ...COMPLETE })).toEqual([]);
  });

  test('waits again when the link goes', async () => {
    await org.as('igor').delete('Request_Link__c', await addLink('Playbook'));

    expect(await messagesOf('chen', 'DISCOVERY', { ...DONE, ...COMPLETE })).toEqual([waiting]);
  });

  test('is not handed over by a Playbook item without a Playbook', async () => {
    expect(await fieldsOf('tomas', 'PLAYBOOK', DONE)).toEqual(['Evidence_Url__c']);
  });
});

describe('the technical design document', () => {
  test('is done only with all four areas, and each that is missing is named', async () => {
    expect(
      await fieldsOf('chen', 'TDD', {
        ...DONE,
        ...COMPLETE,
        Infrastructure_Complete__c: false,
        Timeline_Complete__c: false,
      }),
    ).toEqual(['Infrastructure_Complete__c', 'Timeline_Complete__c']);
    expect(await messagesOf('chen', 'TDD', { ...DONE, ...COMPLETE, Project_Complete__c: false })).toEqual([
      'Confirm that the document holds all project information before you set the item to Done.',
    ]);
    expect(await fieldsOf('chen', 'TDD', { ...DONE, ...COMPLETE, Technical_Complete__c: false })).toEqual([
      'Technical_Complete__c',
    ]);
  });

  test('is done with its link, here or at the request', async () => {
    expect(await fieldsOf('chen', 'TDD', { ...DONE, ...COMPLETE, Evidence_Url__c: null })).toEqual(['Evidence_Url__c']);

    await addLink('Technical_Design_Document');
    expect(await refusals('chen', 'TDD', { ...DONE, ...COMPLETE, Evidence_Url__c: null })).toEqual([]);
  });

  test('is returned with a comment, mended and accepted', async () => {
    await change('chen', 'TDD', { ...DONE, ...COMPLETE });
    expect(await fieldsOf('igor', 'TDD', { State__c: 'Returned' })).toEqual(['Return_Comment__c']);
    await change('igor', 'TDD', {
      State__c: 'Returned',
      Return_Comment__c: 'Which storage class?',
      ...ACCEPTED,
      Infrastructure_Accepted__c: false,
    });
    await change('chen', 'TDD', DONE);
    expect(await fieldsOf('igor', 'TDD', { State__c: 'Accepted' })).toEqual(['Infrastructure_Accepted__c']);

    await change('igor', 'TDD', { State__c: 'Accepted', ...ACCEPTED });

    expect(
      await org.as('chen').read(ITEM, await itemOf(org, request, 'TDD'), ['State__c', 'Done_By__c', 'Accepted_By__c']),
    ).toEqual({ State__c: 'Accepted', Done_By__c: org.userId('chen'), Accepted_By__c: org.userId('igor') });
    expect(await org.as('ana').read(REQUEST, request, ['TDD_State__c', 'Start_Blockers__c'])).toEqual({
      TDD_State__c: 'Accepted',
      Start_Blockers__c: 3,
    });
  });

  test.each(['chen', 'tomas'])('is not accepted by %s', async (alias) => {
    await change('chen', 'TDD', { ...DONE, ...COMPLETE });

    expect(await fieldsOf(alias, 'TDD', { State__c: 'Accepted' })).toContain('State__c');
  });

  test('is not accepted before it is done', async () => {
    expect(await messagesOf('igor', 'TDD', { State__c: 'Accepted', ...COMPLETE, ...ACCEPTED })).toEqual([
      'The item is not done yet. Accept or return it when it is.',
    ]);
  });

  test('is not accepted area by area by whoever wrote it', async () => {
    expect(
      await org.as('tomas').refusalToUpdate(ITEM, await itemOf(org, request, 'TDD'), { Technical_Accepted__c: true }),
    ).toHaveLength(1);
  });
});

describe('an item', () => {
  test('that nobody has to accept is neither accepted nor returned', async () => {
    for (const state of ['Accepted', 'Returned']) {
      const values = { State__c: state, Evidence_Url__c: 'https://docs.example/exit', Return_Comment__c: 'No' };
      expect(await messagesOf('igor', 'EXIT', values)).toContain(
        'This item needs no acceptance. Set it to Done or In progress.',
      );
    }
  });

  test.each([
    ['http://docs.example/roles', ['Evidence_Url__c']],
    ['https://docs.example/the roles', ['Evidence_Url__c']],
    ['https://docs.example/roles', []],
  ])('has its evidence at %s: told at %j', async (address, fields) => {
    expect(await fieldsOf('tomas', 'REQ_ROLES', { Evidence_Url__c: address })).toEqual(fields);
  });
});

describe('a handoff', () => {
  test.each([
    ['To_Implementation', 'Kickoff_Url__c'],
    ['To_Implementation', 'Level_Set_Url__c'],
    ['To_Implementation', 'Sign_Off_Url__c'],
  ])('%s has an https address in %s', async (leg, field) => {
    const handoff = await handoffOf(org, request, leg);
    const told = async (address: string): Promise<string[]> =>
      (await org.as('tomas').refusalToUpdate(HANDOFF, handoff, { [field]: address })).flatMap(({ fields }) => fields);

    expect(await told('http://calendar.example/1')).toEqual([field]);
    expect(await told('https://calendar.example/a b')).toEqual([field]);
    expect(await told('https://calendar.example/1')).toEqual([]);
  });
});

describe('requirements', () => {
  test('may be covered in the design document, which names the section', async () => {
    expect(await fieldsOf('tomas', 'REQ_TECH', DONE)).toEqual(['Evidence_Url__c']);
    expect(await fieldsOf('tomas', 'REQ_TECH', { ...DONE, Covered_In_Design__c: true })).toEqual(['Design_Section__c']);

    await change('tomas', 'REQ_TECH', { ...DONE, Covered_In_Design__c: true, Design_Section__c: '4 Architecture' });

    expect(await org.as('ana').read(REQUEST, request, ['Readiness_Text__c'])).toEqual({ Readiness_Text__c: '1/8' });
  });

  const HANDED_OVER: [key: string, missing: string[], values: Row][] = [
    [
      'REQ_SIGNOFF',
      [
        'Add to the handoff the link to the signed document.',
        'Note on the handoff who signed the scope, and when.',
        'Note on the handoff who signed the timeline, and when.',
      ],
      {
        Scope_Signed_By__c: 'Nora',
        Scope_Signed_On__c: '2022-11-10',
        Timeline_Signed_By__c: 'Nora',
        Timeline_Signed_On__c: '2022-11-11',
        Sign_Off_Url__c: 'https://docs.example/signed',
      },
    ],
    [
      'REQ_CADENCE',
      [
        'Note on the handoff the meeting cadence with the customer’s leadership.',
        'Note on the handoff the meeting cadence with the project team.',
      ],
      { Leadership_Cadence__c: 'Monthly', Project_Team_Cadence__c: 'Weekly' },
    ],
    [
      'REQ_REPORTING',
      ['Note on the handoff audience, format and frequency of progress reports.'],
      { Reporting_Audience__c: 'Sponsor', Reporting_Format__c: 'Mail', Reporting_Frequency__c: 'Weekly' },
    ],
    [
      'LEVELSET',
      [
        'Note on the handoff the date of the meeting and its three outcomes: the customer, open questions, introduction of IE.',
      ],
      {
        Level_Set_On__c: '2022-11-14T15:00:00Z',
        Level_Set_Customer__c: 'Careful, thorough',
        Level_Set_Open_Questions__c: 'Storage',
        Level_Set_Introduction__c: 'Chen introduces Igor',
      },
    ],
    [
      'KICKOFF',
      ['Note on the handoff the date of the kickoff, and that it was held.'],
      { Kickoff_On__c: '2022-11-14', Kickoff_Held__c: true },
    ],
  ];
  test.each(HANDED_OVER)('%s needs what it is about on the handoff', async (key, missing, values) => {
    expect(await messagesOf('tomas', key, DONE)).toEqual(missing);

    await note('To_Implementation', values);
    expect(await refusals('tomas', key, DONE)).toEqual([]);
  });

  test('about timelines need both target dates', async () => {
    await org.as('tomas').update(REQUEST, request, { Target_Start__c: '2023-06-01' });
    expect(await messagesOf('tomas', 'REQ_TIMELINE', DONE)).toEqual([
      'Enter target start and target completion on the request.',
    ]);

    await org.as('tomas').update(REQUEST, request, { Target_Completion__c: '2023-06-30' });
    expect(await refusals('tomas', 'REQ_TIMELINE', DONE)).toEqual([]);
  });

  test('about staffing need a stakeholder who is engaged', async () => {
    const stakeholder = await org.as('tomas').create('Request_Stakeholder__c', {
      Implementation_Request__c: request,
      User__c: org.userId('tara'),
      Role__c: 'TA',
      Engagement__c: 'Contacted',
    });
    expect(await messagesOf('tomas', 'REQ_STAFFING', DONE)).toEqual([
      'Add the key stakeholders to the request; at least one has to be engaged.',
    ]);

    await org.as('tomas').update('Request_Stakeholder__c', stakeholder, { Engagement__c: 'Engaged' });
    expect(await refusals('tomas', 'REQ_STAFFING', DONE)).toEqual([]);
  });

  test('about the level-set say what is missing yet', async () => {
    await note('To_Implementation', { Level_Set_Customer__c: 'Careful, thorough' });

    expect(
      await org.as('chen').read(HANDOFF, await handoffOf(org, request, 'To_Implementation'), ['Level_Set_Missing__c']),
    ).toEqual({ Level_Set_Missing__c: 'date, open questions, introduction of IE' });
  });
});

describe('a stakeholder', () => {
  test.each<[string, (contact: string) => Row]>([
    ['nobody', () => ({})],
    ['both a contact and a user', (contact) => ({ Contact__c: contact, User__c: org.userId('tara') })],
  ])('is one person, not %s', async (_, person) => {
    const contact = await org.as('adi').create('Contact', { LastName: 'Vega', AccountId: customer.account });

    expect(
      await org.as('tomas').refusalToCreate('Request_Stakeholder__c', {
        Implementation_Request__c: request,
        Role__c: 'Sponsor',
        ...person(contact),
      }),
    ).toMatchObject([{ fields: ['Contact__c'] }]);
  });
});

describe('a waiver', () => {
  const waived = { State__c: 'Waived', Waiver_Reason__c: 'The customer is known' };

  test('is the lead’s, with a reason, and says who and when', async () => {
    expect(await fieldsOf('ines', 'TDD', { State__c: 'Waived' })).toEqual(['Waiver_Reason__c']);

    await change('ines', 'TDD', waived);

    expect(await org.as('ana').read(ITEM, await itemOf(org, request, 'TDD'), ['Waived_By__c', 'Waived_On__c'])).toEqual(
      {
        Waived_By__c: org.userId('ines'),
        Waived_On__c: '2022-11-15T10:00:00.000+0000',
      },
    );
    expect(await org.as('ana').read(REQUEST, request, ['Start_Blockers__c'])).toEqual({ Start_Blockers__c: 3 });
  });

  test.each(['igor', 'tomas', 'adi'])('is not for %s', async (alias) => {
    expect(await refusals(alias, 'EXIT', { State__c: 'Waived' })).not.toEqual([]);
    expect(await refusals(alias, 'EXIT', { Waiver_Reason__c: 'Known' })).not.toEqual([]);
  });

  test('that is taken back leaves no stamp', async () => {
    await change('ines', 'TDD', waived);

    await change('ines', 'TDD', { State__c: 'In_Progress' });

    expect(
      await org.as('ines').read(ITEM, await itemOf(org, request, 'TDD'), ['Waived_By__c', 'Waived_On__c']),
    ).toEqual({ Waived_By__c: null, Waived_On__c: null });
  });
});

describe('both kickoffs', () => {
  test.each<[string, Row, string | null]>([
    ['only one is planned', { Kickoff_On__c: '2023-06-12' }, null],
    ['they are on one day', { Kickoff_On__c: '2023-06-12', Partnership_Kickoff_On__c: '2023-06-12' }, 'Yes'],
    [
      'they are on two days',
      { Kickoff_On__c: '2023-06-12', Partnership_Kickoff_On__c: '2023-06-13' },
      'No – please say why',
    ],
    [
      'there is a reason',
      {
        Kickoff_On__c: '2023-06-12',
        Partnership_Kickoff_On__c: '2023-06-13',
        Separate_Kickoff_Reason__c: 'The sponsor travels',
      },
      'No – The sponsor travels',
    ],
  ])('are combined or not: %s', async (_, values, combined) => {
    const handoff = await handoffOf(org, request, 'To_Implementation');

    await org.as('chen').update(HANDOFF, handoff, values);

    expect(await org.as('chen').read(HANDOFF, handoff, ['Combined_Kickoff__c'])).toEqual({
      Combined_Kickoff__c: combined,
    });
  });
});

describe('the end', () => {
  test('is documented when all required documents are in Vitally', async () => {
    expect(await fieldsOf('igor', 'DOCS', DONE)).toEqual(['State__c']);

    await mirrorDocumentation();
    expect(await refusals('igor', 'DOCS', DONE)).toEqual([]);
  });

  test.each([
    ['TA_OK', 'tara'],
    ['SUPPORT_OK', 'sam'],
  ])('%s is confirmed by %s alone, for what is there', async (key, alias) => {
    expect(await messagesOf(alias, key, DONE)).toEqual([
      'Not all required documents are in Vitally yet. Confirm when they are.',
    ]);
    await mirrorDocumentation();
    for (const other of ['ines', 'tomas', 'igor', 'chen']) expect(await refusals(other, key, DONE)).not.toEqual([]);

    await change(alias, key, DONE);

    expect(await org.as('ana').read(REQUEST, request, ['Closing_Blockers__c'])).toEqual({ Closing_Blockers__c: 2 });
  });

  test('can be confirmed by a waiver of the lead', async () => {
    await change('ines', 'SUPPORT_OK', { State__c: 'Waived', Waiver_Reason__c: 'Support has read them' });

    expect(await org.as('ana').read(REQUEST, request, ['Closing_Blockers__c'])).toEqual({ Closing_Blockers__c: 2 });
  });

  test('has an onboarding plan that can be read', async () => {
    expect(await fieldsOf('tara', 'ONBOARD_PLAN', DONE)).toEqual(['Evidence_Url__c']);

    await change('tara', 'ONBOARD_PLAN', { ...DONE, Evidence_Url__c: 'https://docs.example/onboarding' });
  });
});

describe('the engagement of the Technical Advisor', () => {
  const engaged = 'Technical_Advisor_Engaged_On__c';

  test('is noted on the handoff by its item', async () => {
    await change('igor', 'TA_ENGAGED', DONE);

    expect(
      await org.as('tara').read(HANDOFF, await handoffOf(org, request, 'To_Technical_Advisor'), [engaged]),
    ).toEqual({ [engaged]: '2022-11-15' });
  });

  test('is settled by its day on the handoff, whoever notes it', async () => {
    const handoff = await handoffOf(org, request, 'To_Technical_Advisor');

    await org.as('tara').update(HANDOFF, handoff, { [engaged]: '2022-11-14' });

    expect(await org.as('tara').read(HANDOFF, handoff, [engaged])).toEqual({ [engaged]: '2022-11-14' });
    expect(await org.as('tara').read(ITEM, await itemOf(org, request, 'TA_ENGAGED'), ['State__c'])).toEqual({
      State__c: 'Done',
    });
  });
});
