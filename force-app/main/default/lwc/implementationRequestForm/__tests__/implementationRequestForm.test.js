import { createElement } from 'lwc';
import { getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import { createRecord } from 'lightning/uiRecordApi';
import ImplementationRequestForm from 'c/implementationRequestForm';

const createdRecords = require('./data/createdRecords.json');
const objectInfo = require('./data/objectInfo.json');
const opportunity = require('./data/opportunity.json');
const picklists = require('./data/picklists.json');
const savedRequest = require('./data/savedRequest.json');

jest.mock('@salesforce/label/c.Groundwork_Filed', () => ({ default: '{0} is filed.' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Links_Failed', () => ({ default: '{0} links failed.' }), { virtual: true });

const link = { key: 1, url: 'https://docs.example/design', title: 'Design', type: 'Design_Artifact' };
const secondLink = { key: 2, url: 'https://docs.example/other', title: '', type: 'Other' };

function show(info = objectInfo) {
  const element = createElement('c-implementation-request-form', { is: ImplementationRequestForm });
  Object.assign(element, { opportunity, strategy: 'Jointly_Managed', objectInfo: info });
  document.body.appendChild(element);
  getPicklistValuesByRecordType.emit(picklists);
  return Promise.resolve(element);
}

function field(element, name) {
  return element.shadowRoot.querySelector(`[data-name="${name}"]`);
}

function enter(element, values) {
  for (const [name, value] of Object.entries(values)) {
    field(element, name).dispatchEvent(new CustomEvent('change', { detail: { value } }));
  }
}

const answers = {
  Request_Type__c: 'Production_Deployment',
  Deployment_Method__c: 'Kubernetes_Helm',
  Hosting_Provider__c: 'AWS',
};

function enterLinks(element, links) {
  const rows = element.shadowRoot.querySelector('c-request-link-rows');
  rows.validate = () => true;
  rows.showError = jest.fn();
  rows.removeSaved = jest.fn();
  rows.dispatchEvent(new CustomEvent('linkschange', { detail: { links } }));
  return rows;
}

function button(element, action) {
  return element.shadowRoot.querySelector(`[data-action="${action}"]`);
}

async function click(element, action) {
  button(element, action).click();
  await settle();
}

/** Lets every promise that is already settled take effect. */
async function settle() {
  for (let turn = 0; turn < 10; turn++) {
    // eslint-disable-next-line no-await-in-loop
    await Promise.resolve();
  }
}

function listen(element, ...names) {
  const heard = [];
  for (const name of names) {
    element.addEventListener(name, ({ detail }) => heard.push([name, detail]));
  }
  return heard;
}

function refusal(element) {
  return element.shadowRoot.querySelector('c-error-panel[data-refused]');
}

describe('c-implementation-request-form', () => {
  beforeEach(() => {
    createRecord.mockReset();
  });

  afterEach(() => {
    document.body.replaceChildren();
  });

  test('shows customer, Opportunity and strategy, and takes the focus', async () => {
    const element = await show();

    const readOnly = [...element.shadowRoot.querySelectorAll('[data-read-only]')].map((value) => value.textContent);
    expect(readOnly).toEqual(['Northwind Logistics', 'Northwind – New Business', 'Jointly Managed']);
    expect(element.shadowRoot.activeElement.textContent).toBe('c.Groundwork_Form_Title');
  });

  test('offers the picklist values of the record type under the names of the org', async () => {
    const element = await show();

    const method = field(element, 'Deployment_Method__c');
    expect(method.label).toBe('Expected Deployment Method');
    expect(method.fieldLevelHelp).toBe('How the customer runs it.');
    expect(method.options).toEqual([
      { label: 'Kubernetes (Helm)', value: 'Kubernetes_Helm' },
      { label: 'Not yet known', value: 'Not_Yet_Known' },
    ]);
  });

  test('says at each field what is missing, focuses the first and sends nothing', async () => {
    const element = await show();
    enter(element, { Request_Type__c: 'Production_Deployment' });
    const method = field(element, 'Deployment_Method__c');
    const told = ['Request_Type__c', 'Deployment_Method__c', 'Hosting_Provider__c'].map((name) =>
      jest.spyOn(field(element, name), 'reportValidity'),
    );
    const focused = jest.spyOn(method, 'focus');

    await click(element, 'submit');

    expect(method.messageWhenValueMissing).toBe('c.Groundwork_Missing_Method');
    expect(told.map((spy) => spy.mock.calls.length)).toEqual([0, 1, 1]);
    expect(focused).toHaveBeenCalledTimes(1);
    expect(createRecord).not.toHaveBeenCalled();
  });

  test('files the request, then its links, and tells the number', async () => {
    const element = await show();
    const heard = listen(element, 'filed', 'close', 'lightning__showtoast');
    createRecord.mockResolvedValueOnce(savedRequest).mockResolvedValue({ id: 'a01000000000001AAA', fields: {} });
    enter(element, { ...answers, Additional_Information__c: 'Change freeze in December.' });
    enterLinks(element, [link, secondLink]);

    await click(element, 'submit');

    expect(createRecord.mock.calls.map(([input]) => input)).toEqual(createdRecords);
    expect(heard).toEqual([
      ['filed', { id: 'a00000000000004AAA', number: 'IR-00004' }],
      [
        'lightning__showtoast',
        { title: 'c.Groundwork_Filed_Title', message: 'IR-00004 is filed.', variant: 'success' },
      ],
      ['close', null],
    ]);
  });

  test('sends no field that the user may not write', async () => {
    const fields = { ...objectInfo.fields, Strategy__c: { ...objectInfo.fields.Strategy__c, createable: false } };
    const element = await show({ ...objectInfo, fields });
    createRecord.mockResolvedValue(savedRequest);
    enter(element, answers);

    await click(element, 'submit');

    expect(Object.keys(createRecord.mock.calls[0][0].fields)).toEqual([
      'Account__c',
      'Opportunity__c',
      'Request_Type__c',
      'Deployment_Method__c',
      'Hosting_Provider__c',
    ]);
  });

  test('says that it is submitting and cannot be submitted twice', async () => {
    const element = await show();
    createRecord.mockReturnValue(new Promise(() => {}));
    enter(element, answers);

    button(element, 'submit').click();
    await click(element, 'submit');

    expect(createRecord).toHaveBeenCalledTimes(1);
    expect(button(element, 'submit').label).toBe('c.Groundwork_Submitting');
    expect(button(element, 'submit').disabled).toBe(true);
    expect(element.shadowRoot.querySelector('p[role="status"]').textContent).toBe('c.Groundwork_Submitting');
  });

  test('shows a refusal of the server at its field and loses nothing', async () => {
    const element = await show();
    createRecord.mockRejectedValue({
      body: { output: { errors: [], fieldErrors: { Hosting_Provider__c: [{ message: 'Not in this region' }] } } },
    });
    enter(element, answers);
    const told = jest.spyOn(field(element, 'Hosting_Provider__c'), 'setCustomValidity');
    const focused = jest.spyOn(field(element, 'Hosting_Provider__c'), 'focus');

    await click(element, 'submit');

    expect(told).toHaveBeenCalledWith('Not in this region');
    expect(focused).toHaveBeenCalledTimes(1);
    expect(refusal(element)).toBeNull();
    expect(field(element, 'Request_Type__c').value).toBe('Production_Deployment');
    expect(button(element, 'submit').disabled).toBe(false);
  });

  test('clears the refusal of a field when its answer changes', async () => {
    const element = await show();
    const told = jest.spyOn(field(element, 'Hosting_Provider__c'), 'setCustomValidity');

    enter(element, { Hosting_Provider__c: 'AWS' });

    expect(told).toHaveBeenCalledWith('');
  });

  test('shows a refusal that concerns no field of the form in the error panel', async () => {
    const element = await show();
    createRecord.mockRejectedValue({
      body: {
        output: { errors: [], fieldErrors: { Opportunity__c: [{ message: 'This Opportunity is Closed Lost.' }] } },
      },
    });
    enter(element, answers);

    await click(element, 'submit');

    expect(refusal(element).heading).toBe('c.Groundwork_Save_Failed');
    expect(refusal(element).errors).toEqual(['This Opportunity is Closed Lost.']);
    expect(field(element, 'Hosting_Provider__c').value).toBe('AWS');
  });

  test('says when a link fails after the request is saved, and tries only that link again', async () => {
    const element = await show();
    const heard = listen(element, 'filed', 'close');
    createRecord
      .mockResolvedValueOnce(savedRequest)
      .mockRejectedValueOnce({ body: { message: 'Server error' } })
      .mockResolvedValue({ id: 'a01000000000002AAA', fields: {} });
    enter(element, answers);
    const rows = enterLinks(element, [link, secondLink]);

    await click(element, 'submit');

    expect(heard).toEqual([['filed', { id: 'a00000000000004AAA', number: 'IR-00004' }]]);
    expect(refusal(element).heading).toBe('1 links failed.');
    expect(refusal(element).errors).toEqual(['Server error']);
    expect(rows.removeSaved).toHaveBeenCalledWith([2]);
    expect(rows.showError).toHaveBeenCalledWith(1, 'Server error');
    expect(field(element, 'Request_Type__c')).toBeNull();
    await expect(element).toBeAccessible();

    rows.dispatchEvent(new CustomEvent('linkschange', { detail: { links: [link] } }));
    createRecord.mockClear();
    await click(element, 'retry');

    expect(createRecord.mock.calls.map(([{ apiName }]) => apiName)).toEqual(['Request_Link__c']);
    expect(heard.at(-1)).toEqual(['close', null]);
  });

  test('finishes without the links that fail when asked to', async () => {
    const element = await show();
    const heard = listen(element, 'close');
    createRecord.mockResolvedValueOnce(savedRequest).mockRejectedValue(new Error('Failed to fetch'));
    enter(element, answers);
    enterLinks(element, [link]);
    await click(element, 'submit');

    await click(element, 'finish');

    expect(heard).toEqual([['close', null]]);
  });

  test('closes on Cancel and sends nothing', async () => {
    const element = await show();
    const heard = listen(element, 'close');

    await click(element, 'cancel');

    expect(heard).toEqual([['close', null]]);
    expect(createRecord).not.toHaveBeenCalled();
  });

  test('says that its choices could not be loaded', async () => {
    const element = await show();
    getPicklistValuesByRecordType.error({ message: 'Server error' }, 500);
    await settle();

    expect(element.shadowRoot.querySelector('c-error-panel').heading).toBe('c.Groundwork_Options_Failed');
  });

  test('is accessible while it is filled in, and after a refusal', async () => {
    const element = await show();
    await expect(element).toBeAccessible();

    createRecord.mockRejectedValue(new Error('Failed to fetch'));
    enter(element, answers);
    await click(element, 'submit');
    await expect(element).toBeAccessible();
  });
});
