import { actionOf, leadsToManagedInstance, leadsToRequest, strategyOf } from 'c/assessmentOutcome';

function assessment(values) {
  return { fields: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])) };
}

describe('c/assessmentOutcome', () => {
  test.each([
    ['Ask_Channel', false, false],
    ['Managed_Instance_And_Request', true, true],
    ['Managed_Instance_Request', false, true],
    ['Create_Environment', false, false],
    ['File_Request', true, false],
    ['Answer_Cloud_Questions', false, false],
    ['Complete_Facts', false, false],
  ])('%s leads to a request: %p, to a Managed Instance Request: %p', (action, toRequest, toInstance) => {
    const assessed = assessment({ Recommended_Action__c: action });

    expect([leadsToRequest(assessed), leadsToManagedInstance(assessed)]).toEqual([toRequest, toInstance]);
  });

  test.each([
    ['Cloud', 'Managed_Instance_Request'],
    ['One_Click', 'Create_Environment'],
    ['Jointly_Managed', 'File_Request'],
  ])('follows %s when it was chosen against the recommendation', (Chosen_Strategy__c, action) => {
    const assessed = assessment({
      Overridden__c: true,
      Chosen_Strategy__c,
      Recommendation__c: 'Other',
      Recommended_Action__c: 'Complete_Facts',
    });

    expect(actionOf(assessed)).toBe(action);
    expect(strategyOf(assessed)).toBe(Chosen_Strategy__c);
  });

  test('takes the recommended strategy when none was chosen', () => {
    expect(strategyOf(assessment({ Recommendation__c: 'Cloud' }))).toBe('Cloud');
    expect(strategyOf(assessment({}))).toBeNull();
  });
});
