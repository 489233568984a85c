import { hasEnded, mayMove, moverOf, movesOf, nextStatuses } from 'c/requestMoves';

jest.mock('@salesforce/label/c.Groundwork_Move_Reopen', () => ({ default: 'Reinstate as {0}' }), { virtual: true });

const nobody = {
  ...{ administer: false, decide: false, postLive: false, review: false, run: false, triage: false },
  isParty: false,
};
const lead = { ...nobody, decide: true, triage: true };

function request(status, { prior = null, account = '001000000000001AAA' } = {}) {
  return {
    id: 'a00000000000001AAA',
    apiName: 'Implementation_Request__c',
    fields: { Status__c: { value: status }, Prior_Status__c: { value: prior }, Account__c: { value: account } },
  };
}

function ways(status, rights, options) {
  return movesOf(request(status, options), rights, (value) => value.toLowerCase());
}

describe('c/requestMoves', () => {
  test('leads nowhere past the handoff, and back from what was given up', () => {
    expect(nextStatuses('Closed_Handed_Off', null)).toEqual([]);
    expect(nextStatuses('Withdrawn', 'In_Triage')).toEqual(['Submitted', 'In_Triage']);
    expect(nextStatuses('Withdrawn', 'Submitted')).toEqual(['Submitted']);
    expect(nextStatuses('Duplicate', null)).toEqual(['Submitted']);
  });

  test('knows what has ended', () => {
    expect(['Closed_Handed_Off', 'Withdrawn', 'Submitted'].map(hasEnded)).toEqual([true, true, false]);
  });

  test.each([
    ['Draft', 'Submitted', {}, true],
    ['Submitted', 'In_Triage', {}, false],
    ['Submitted', 'In_Triage', { triage: true }, true],
    ['Submitted', 'Withdrawn', { triage: true }, false],
    ['Submitted', 'Withdrawn', { isParty: true }, true],
    ['Submitted', 'Withdrawn', { administer: true }, true],
    ['Submitted', 'In_Triage', { administer: true }, false],
    ['Needs_Info', 'In_Triage', { isParty: true }, true],
    ['Leadership_Review', 'In_Triage', { review: true }, true],
    ['Planned_Post_Live', 'Submitted', { postLive: true }, true],
    ['Selected', 'In_Deployment', { run: true }, true],
    ['In_Triage', 'Qualified', { triage: true }, false],
    ['In_Triage', 'Qualified', { decide: true }, true],
  ])('%s to %s is for those with %j: %s', (from, to, rights, expected) => {
    expect(mayMove(from, to, { ...nobody, ...rights })).toBe(expected);
  });

  test('names who makes a change', () => {
    expect(moverOf('In_Triage', 'Qualified')).toBe('lead');
    expect(moverOf('Selected', 'Withdrawn')).toBe('party');
  });

  test('offers the lead every way on from triage, decisions apart from the rest', () => {
    expect(ways('In_Triage', lead).map(({ to, kind }) => [to, kind])).toEqual([
      ['Needs_Info', 'triage'],
      ['Leadership_Review', 'leadership'],
      ['Qualified', 'decision'],
      ['Disqualified', 'decision'],
      ['Duplicate', 'ending'],
      ['Withdrawn', 'ending'],
    ]);
  });

  test('asks what the status needs, and by the way there', () => {
    const questions = (status, to) => ways(status, lead).find((move) => move.to === to).questions;

    expect(questions('In_Triage', 'Needs_Info')).toEqual([{ name: 'Question__c', required: true }]);
    expect(questions('Submitted', 'In_Triage')).toEqual([]);
    expect(questions('Needs_Info', 'In_Triage')).toEqual([{ name: 'Answer__c' }]);
    expect(
      questions('Qualified', 'Selected')
        .map(({ name }) => name)
        .slice(0, 2),
    ).toEqual(['Implementation_Engineer__c', 'Project_Manager__c']);
    expect(questions('In_Triage', 'Duplicate')[0].filter.criteria).toEqual([
      { fieldPath: 'Id', operator: 'ne', value: 'a00000000000001AAA' },
      { fieldPath: 'Account__c', operator: 'eq', value: '001000000000001AAA' },
    ]);
  });

  test('offers duplicates of every customer when the customer may not be read', () => {
    const [duplicate] = ways('In_Triage', lead, { account: null }).filter(({ to }) => to === 'Duplicate');

    expect(duplicate.questions[0].filter.criteria).toHaveLength(1);
  });

  test('reinstates what was given up without asking anything', () => {
    expect(ways('Withdrawn', lead, { prior: 'In_Triage' })).toEqual([
      { to: 'Submitted', label: 'Reinstate as submitted', questions: [], consequence: '', kind: 'triage' },
      { to: 'In_Triage', label: 'Reinstate as in_triage', questions: [], consequence: '', kind: 'triage' },
    ]);
  });

  test('a released selection is no decision', () => {
    expect(ways('Selected', lead).map(({ to, kind }) => [to, kind])).toEqual([
      ['In_Deployment', 'triage'],
      ['Qualified', 'triage'],
      ['Withdrawn', 'ending'],
    ]);
  });
});
