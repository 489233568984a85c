import { createElement } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import ReviewedRequest from 'c/reviewedRequest';
import { find } from '../../../../../../test/lwc/page.js';

async function show() {
  const element = createElement('c-reviewed-request', { is: ReviewedRequest });
  element.recordId = 'a02000000000001AAA';
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

describe('c-reviewed-request', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('shows the leadership review of the request', async () => {
    const element = await show();
    expect(find(element, '[role="status"]').textContent).toBe('c.Groundwork_Loading');

    const fields = { Implementation_Request__c: { value: 'a00000000000001AAA' } };
    getRecord.emit({ id: 'a02000000000001AAA', apiName: 'Triage_Review__c', fields });
    await Promise.resolve();

    expect(find(element, 'c-leadership-review').recordId).toBe('a00000000000001AAA');
    await expect(element).toBeAccessible();
  });

  test('says when the review could not be read, or may not be', async () => {
    const element = await show();

    getRecord.error({ message: 'No answer' }, 500, 'Server Error');
    await Promise.resolve();
    expect(find(element, 'c-error-panel').heading).toBe('c.Groundwork_Load_Failed');

    getRecord.error({ message: 'No access' }, 403, 'Forbidden');
    await Promise.resolve();
    expect(find(element, '[data-no-access]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });
});
