import { createElement } from 'lwc';
import { getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import StrategyQuestion from 'c/strategyQuestion';

const picklists = {
  picklistFieldValues: {
    Strategy__c: {
      defaultValue: null,
      values: [
        { label: 'Cloud', value: 'Cloud' },
        { label: 'One-Click', value: 'One_Click' },
        { label: 'Jointly Managed', value: 'Jointly_Managed' },
        { label: 'One-Click Into Jointly Managed', value: 'One_Click_Into_Jointly_Managed' },
      ],
    },
  },
};

async function show({ canGoBack = false } = {}) {
  const element = createElement('c-strategy-question', { is: StrategyQuestion });
  element.recordTypeId = '012000000000000AAA';
  element.canGoBack = canGoBack;
  document.body.appendChild(element);
  getPicklistValuesByRecordType.emit(picklists);
  await Promise.resolve();
  return element;
}

async function choose(element, value) {
  const radio = element.shadowRoot.querySelector(`input[value="${value}"]`);
  radio.checked = true;
  radio.dispatchEvent(new CustomEvent('change'));
  await Promise.resolve();
}

function actions(element) {
  return [...element.shadowRoot.querySelectorAll('lightning-button')].map((button) => button.dataset.action);
}

function guidance(element) {
  return [...element.shadowRoot.querySelectorAll('[data-guidance] p')].map((line) => line.textContent);
}

describe('c-strategy-question', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('offers the four strategies and an answer without a request', async () => {
    const element = await show();

    expect([...element.shadowRoot.querySelectorAll('label')].map((label) => label.textContent)).toEqual([
      'Cloud',
      'One-Click',
      'Jointly Managed',
      'One-Click Into Jointly Managed',
      'c.Groundwork_Answer',
    ]);
    expect(actions(element)).toEqual([]);
  });

  test.each([
    ['Jointly_Managed', 'c.Groundwork_Jointly_Managed_Guidance'],
    ['One_Click_Into_Jointly_Managed', 'c.Groundwork_One_Click_Into_Guidance'],
  ])('goes on to the form for %s', async (strategy, text) => {
    const element = await show();
    const chosen = jest.fn();
    element.addEventListener('choose', chosen);

    await choose(element, strategy);
    element.shadowRoot.querySelector('[data-action="continue"]').click();

    expect(guidance(element)).toEqual([text]);
    expect(chosen.mock.calls[0][0].detail).toEqual({ strategy });
  });

  test.each([
    ['Cloud', 'c.Groundwork_Cloud_Guidance'],
    ['One_Click', 'c.Groundwork_One_Click_Guidance'],
  ])('says that %s needs no request and files one only on insistence', async (strategy, text) => {
    const element = await show();
    const chosen = jest.fn();
    element.addEventListener('choose', chosen);

    await choose(element, strategy);

    expect(guidance(element)).toEqual(['c.Groundwork_No_Request_Needed', text]);
    expect(actions(element)).toEqual(['file-anyway']);
    element.shadowRoot.querySelector('[data-action="file-anyway"]').click();
    expect(chosen.mock.calls[0][0].detail).toEqual({ strategy });
  });

  test('names the channel and files nothing for an answer', async () => {
    const element = await show();

    await choose(element, 'Answer_Only');

    expect(guidance(element)).toEqual(['c.Groundwork_Answer_Guidance']);
    expect(actions(element)).toEqual([]);
  });

  test('goes back when there is a list to go back to', async () => {
    const element = await show({ canGoBack: true });
    const back = jest.fn();
    element.addEventListener('back', back);

    element.shadowRoot.querySelector('[data-action="back"]').click();

    expect(back).toHaveBeenCalledTimes(1);
  });

  test('says that the choices could not be loaded', async () => {
    const element = await show();
    getPicklistValuesByRecordType.error({ message: 'Server error' }, 500);
    await Promise.resolve();

    expect(element.shadowRoot.querySelector('c-error-panel').heading).toBe('c.Groundwork_Options_Failed');
    expect(element.shadowRoot.querySelector('fieldset')).toBeNull();
  });

  test('takes the focus at its first choice', async () => {
    const element = await show();

    element.focus();

    expect(element.shadowRoot.activeElement.value).toBe('Cloud');
  });

  test('is accessible before and after a choice', async () => {
    const element = await show({ canGoBack: true });
    await expect(element).toBeAccessible();

    await choose(element, 'Cloud');
    await expect(element).toBeAccessible();
  });
});
