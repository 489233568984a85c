import { createElement } from 'lwc';
import { deleteRecord } from 'lightning/uiRecordApi';
import RowActions from 'c/rowActions';
import { find } from '../../../../../../test/lwc/page.js';
import { settle } from '../../../../../../test/lwc/records.js';

jest.mock('@salesforce/label/c.Groundwork_Edit_Section', () => ({ default: 'Edit: {0}' }), { virtual: true });

async function show(properties = { canEdit: true, canRemove: true }) {
  const element = createElement('c-row-actions', { is: RowActions });
  Object.assign(element, { recordId: 'a00', name: 'Runbook', ...properties });
  document.body.appendChild(element);
  await settle();
  return element;
}

async function click(element, action) {
  find(element, `[data-action="${action}"]`).click();
  await settle();
}

describe('c-row-actions', () => {
  beforeEach(() => {
    deleteRecord.mockReset().mockResolvedValue();
  });

  afterEach(() => {
    document.body.replaceChildren();
  });

  test('offers what the user may do', async () => {
    const element = await show();
    const edited = jest.fn();
    element.addEventListener('edit', edited);
    element.focus();
    await click(element, 'edit');

    expect(edited).toHaveBeenCalledTimes(1);
    expect(find(element, '[data-action="edit"]').alternativeText).toBe('Edit: Runbook');
    await expect(element).toBeAccessible();
  });

  test('offers nothing to those who may do nothing', async () => {
    const element = await show({});
    element.focus();

    expect(find(element, '[data-action]')).toBeNull();
  });

  test('asks once more before it removes', async () => {
    const element = await show();
    const removed = jest.fn();
    element.addEventListener('removed', removed);
    await click(element, 'ask');
    await expect(element).toBeAccessible();
    await click(element, 'keep');
    expect(deleteRecord).not.toHaveBeenCalled();

    await click(element, 'ask');
    await click(element, 'remove');
    expect(deleteRecord).toHaveBeenCalledWith('a00');
    expect(removed).toHaveBeenCalledTimes(1);
  });

  test('says why it was not removed', async () => {
    deleteRecord.mockRejectedValue({ body: { message: 'It is needed' } });
    const element = await show();
    await click(element, 'ask');
    await click(element, 'remove');

    expect(find(element, '[data-refused]').errors).toEqual(['It is needed']);
    expect(find(element, '[data-action="ask"]')).not.toBeNull();
  });
});
