import { getRecord } from 'lightning/uiRecordApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import { find, text } from './page.js';
import { settle } from './records.js';

/**
 * Tests that a card of a record says that it loads, why the record could not be read, and that the user may not see it.
 *
 * @param {() => Promise<HTMLElement>} show the card while nothing is known of the record
 */
export function testsOfLoading(show) {
  test('is loading until the record is there, and says when it could not be read or may not be', async () => {
    const element = await show();
    expect(text(element, '[role="status"]')).toBe('c.Groundwork_Loading');
    await expect(element).toBeAccessible();

    getRecord.error({ message: 'No answer' }, 500, 'Server Error');
    await settle();
    expect(find(element, 'c-error-panel').heading).toBe('c.Groundwork_Load_Failed');
    expect(find(element, '[data-no-access]')).toBeNull();

    getRecord.error({ message: 'No access' }, 403, 'Forbidden');
    await settle();
    expect(find(element, '[data-no-access]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });
}

/**
 * Tests that a card of related records says that it loads and why they could not be read, and that nothing is seen of it
 * without access.
 *
 * @param {() => HTMLElement} create
 * @param {object} access
 * @param {() => void} access.grant has the platform tell what the user may do with such records
 * @param {() => void} access.deny has it say that the user may not see them
 */
export function testsOfOptionalCard(create, { grant, deny }) {
  test('says that it loads, and why it cannot be read', async () => {
    const element = create();
    await settle();
    grant();
    await settle();
    expect(text(element, '[role="status"]')).toBe('c.Groundwork_Loading');
    await expect(element).toBeAccessible();

    getRelatedListRecords.error({ message: 'Try again' }, 500);
    await settle();
    expect(find(element, 'c-error-panel').errors.body).toEqual({ message: 'Try again' });
    await expect(element).toBeAccessible();
  });

  test('is invisible without access', async () => {
    const element = create();
    deny();
    await settle();

    expect(find(element, 'lightning-card')).toBeNull();
  });
}
