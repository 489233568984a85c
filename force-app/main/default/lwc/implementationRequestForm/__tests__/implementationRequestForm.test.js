import { createElement } from 'lwc';
import { getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import { createRecord } from 'lightning/uiRecordApi';
import ImplementationRequestForm from 'c/implementationRequestForm';
import { settle } from '../../../../../../test/lwc/records.js';

const assessment = require('./data/assessment.json');
const createdRecords = require('./data/createdRecords.json');
const objectInfo = require('./data/objectInfo.json');
const opportunity = require('./data/opportunity.json');
const picklists = require('./data/picklists.json');
const savedRequest = require('./data/savedRequest.json');

jest.mock('@salesforce/label/c.Groundwork_Filed', () => ({ default: '{0} is filed.' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Links_Failed', () => ({ default: '{0} links failed.' }), { virtual: true });

const link = { key: 1, url: 'https://docs.example/design', title: 'Design', type: 'Design_Artifact' };
const secondLink = { key: 2, url: 'https://docs.example/other', title: '', type: 'Other' };

const requests = [{ id: 'a00000000000001AAA', number: 'IR-00001' }];

async function show({ info = objectInfo, assessed = null } = {}) {
  const element = createElement('c-implementation-request-form', { is: ImplementationRequestForm });
  Object.assign(element, { opportunity, assessment: assessed, requests, objectInfo: info });
  document.body.appendChild(element);
  getPicklistValuesByRecordType.emit(picklists);
  await settle();
  return element;
}

function fieldsOf(element) {
  return element.shadowRoot.querySelector('c-record-fields');
}

function field(element, name) {
  return fieldsOf(element)?.fields.find((input) => input.name === name);
}

function asked(element) {
  return fieldsOf(element).fields.map(({ name }) => name);
}

function known(element) {
  const shown = [...element.shadowRoot.querySelectorAll('[data-read-only]')];
  return Object.fromEntries(shown.map(({ dataset, textContent }) => [dataset.readOnly, textContent]));
}

async function enter(element, values) {
  for (const [name, value] of Object.entries(values)) {
    fieldsOf(element).dispatchEvent(new CustomEvent('answer', { detail: { name, value } }));
  }
  await settle();
}

function refuse(fieldErrors) {
  createRecord.mockRejectedValueOnce({
    body: {
      output: {
        errors: [],
        fieldErrors: Object.fromEntries(Object.entries(fieldErrors).map(([name, message]) => [name, [{ message }]])),
      },
    },
  });
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
    sessionStorage.clear();
  });

  test('shows customer and Opportunity, and takes the focus', async () => {
    const element = await show();

    expect(known(element)).toEqual({ customer: 'Northwind Logistics', opportunity: 'Northwind – New Business' });
    expect(element.shadowRoot.activeElement.textContent).toBe('c.Groundwork_Form_Title');
  });

  test('asks few questions at first', async () => {
    const element = await show();

    expect(asked(element)).toEqual([
      'Request_Type__c',
      'Deployment_Method__c',
      'Hosting_Provider__c',
      'Reasons_For_IE__c',
      'Technical_Design_Status__c',
      'Required_Go_Live__c',
      'Additional_Information__c',
    ]);
  });

  test.each([
    ['Request_Type__c', 'Production_Migration', ['Migration_Type__c', 'Current_Method__c']],
    ['Deployment_Method__c', 'Other', ['Deployment_Method_Other__c']],
    ['Hosting_Provider__c', 'Other', ['Hosting_Provider_Other__c']],
    ['Reasons_For_IE__c', 'Migration;Other', ['Reason_Other__c']],
    ['Reasons_For_IE__c', 'Cloud_not_viable', ['Cloud_Blockers__c']],
    ['Technical_Design_Status__c', 'In_Progress', ['Technical_Design_Expected_On__c']],
    ['Required_Go_Live__c', '2027-03-31', ['Required_Go_Live_Reason__c']],
  ])('asks more when %s is %s', async (name, value, more) => {
    const element = await show();
    const before = asked(element);

    await enter(element, { [name]: value });

    expect(asked(element).filter((one) => !before.includes(one))).toEqual(more);
  });

  test('files a migration with its type, its detail and the current method', async () => {
    const element = await show();
    createRecord.mockResolvedValue(savedRequest);
    await enter(element, { ...answers, Request_Type__c: 'Production_Migration', Migration_Type__c: 'Other' });
    await enter(element, { Migration_Detail__c: 'From one region to another.', Current_Method__c: 'Docker_Compose' });

    await click(element, 'submit');

    expect(createRecord.mock.calls[0][0].fields).toMatchObject({
      Request_Type__c: 'Production_Migration',
      Migration_Type__c: 'Other',
      Migration_Detail__c: 'From one region to another.',
      Current_Method__c: 'Docker_Compose',
    });
  });

  test('sends no answer whose question no longer applies', async () => {
    const element = await show();
    createRecord.mockResolvedValue(savedRequest);
    await enter(element, { Request_Type__c: 'Production_Migration', Current_Method__c: 'Docker_Compose' });
    await enter(element, answers);

    await click(element, 'submit');

    expect(createRecord.mock.calls[0][0].fields).not.toHaveProperty('Current_Method__c');
  });

  test('asks nothing again that the assessment has answered', async () => {
    const element = await show({ assessed: assessment });

    expect(known(element)).toEqual({
      customer: 'Northwind Logistics',
      opportunity: 'Northwind – New Business',
      Request_Type__c: 'Production Deployment',
      Deployment_Method__c: 'Kubernetes (Helm)',
      Hosting_Provider__c: 'AWS',
      Cloud_Blockers__c: 'Hosting_locale',
    });
    expect(asked(element)).toEqual([
      'Reasons_For_IE__c',
      'Technical_Design_Status__c',
      'Required_Go_Live__c',
      'Additional_Information__c',
    ]);
    expect(field(element, 'Reasons_For_IE__c').value).toBe('Cloud_not_viable;Large_Or_Complex;Likely_Kubernetes');
    await expect(element).toBeAccessible();
  });

  test('files with what the assessment says, and names it', async () => {
    const element = await show({ assessed: assessment });
    createRecord.mockResolvedValue(savedRequest);

    await click(element, 'submit');

    expect(createRecord.mock.calls[0][0].fields).toEqual({
      Account__c: '001000000000001AAA',
      Opportunity__c: '006000000000001AAA',
      Source__c: 'Opportunity_Page',
      Strategy_Assessment__c: 'a01000000000001AAA',
      Strategy__c: 'Jointly_Managed',
      Request_Type__c: 'Production_Deployment',
      Deployment_Method__c: 'Kubernetes_Helm',
      Hosting_Provider__c: 'AWS',
      Cloud_Blockers__c: 'Hosting_locale',
      Reasons_For_IE__c: 'Cloud_not_viable;Large_Or_Complex;Likely_Kubernetes',
    });
  });

  test('takes no strategy over that leads to no request', async () => {
    const fields = { ...assessment.fields, Recommended_Action__c: { value: 'Create_Environment', displayValue: null } };
    const element = await show({ assessed: { ...assessment, fields } });
    createRecord.mockResolvedValue(savedRequest);

    await click(element, 'submit');

    expect(createRecord.mock.calls[0][0].fields).not.toHaveProperty('Strategy__c');
  });

  test.each([
    ['R1', 'Self_Hosted_To_Cloud'],
    ['R2', 'Self_Hosted_To_Complex'],
  ])('knows the kind of migration that %s recommends', async (rule, type) => {
    const fields = {
      ...assessment.fields,
      Existing_Customer__c: { value: true, displayValue: null },
      Recommendation_Rule__c: { value: rule, displayValue: null },
      Current_Method__c: { value: 'Docker_Compose', displayValue: null },
    };
    const element = await show({ assessed: { ...assessment, fields } });

    expect(known(element)).toMatchObject({
      Request_Type__c: 'Production_Migration',
      Migration_Type__c: type,
      Current_Method__c: 'Docker_Compose',
    });
  });

  test('asks again what the user wants to change', async () => {
    const element = await show({ assessed: assessment });

    await click(element, 'change');

    expect(field(element, 'Deployment_Method__c').value).toBe('Kubernetes_Helm');
    expect(known(element)).toEqual({ customer: 'Northwind Logistics', opportunity: 'Northwind – New Business' });
    expect(button(element, 'change')).toBeNull();
  });

  test('asks again what the org refuses of the assessment', async () => {
    const element = await show({ assessed: assessment });
    refuse({ Hosting_Provider__c: 'Not in this region' });
    const told = jest.spyOn(fieldsOf(element), 'showErrors');

    await click(element, 'submit');

    expect(asked(element)).toContain('Hosting_Provider__c');
    expect(told).toHaveBeenCalledWith({ Hosting_Provider__c: 'Not in this region' });
    expect(refusal(element)).toBeNull();
  });

  test('offers the picklist values of the record type under the names of the org', async () => {
    const element = await show();

    expect(field(element, 'Deployment_Method__c')).toMatchObject({
      label: 'Expected Deployment Method',
      help: 'How the customer runs it.',
      missing: 'c.Groundwork_Missing_Method',
      options: [
        { label: 'Kubernetes (Helm)', value: 'Kubernetes_Helm' },
        { label: 'Not yet known', value: 'Not_Yet_Known' },
      ],
    });
  });

  test('sends nothing while something is missing', async () => {
    const element = await show();
    await enter(element, { Request_Type__c: 'Production_Deployment' });

    await click(element, 'submit');

    expect(createRecord).not.toHaveBeenCalled();
  });

  test('leads to the request that is open, and files another one that says why it differs', async () => {
    const element = await show({ assessed: assessment });
    refuse({ Different_Because__c: 'IR-00001 is already open for this Opportunity and request type.' });
    await click(element, 'submit');

    const choice = element.shadowRoot.querySelector('c-duplicate-choice');
    expect(choice.message).toBe('IR-00001 is already open for this Opportunity and request type.');
    expect(choice.request).toEqual({ id: 'a00000000000001AAA', number: 'IR-00001' });
    expect(refusal(element)).toBeNull();
    await expect(element).toBeAccessible();

    choice.dispatchEvent(new CustomEvent('different'));
    await settle();
    expect(element.shadowRoot.querySelector('c-duplicate-choice')).toBeNull();
    expect(field(element, 'Different_Because__c').required).toBe(true);
    await enter(element, { Different_Because__c: 'Another region.' });
    createRecord.mockResolvedValue(savedRequest);
    await click(element, 'submit');

    expect(createRecord.mock.calls[1][0].fields.Different_Because__c).toBe('Another region.');
  });

  test('asks again when somebody files the same at the same moment, and leads to what they filed', async () => {
    const element = await show({ assessed: assessment });
    const duplicate = { errorCode: 'DUPLICATE_VALUE', message: 'duplicate value found: Open_Key__c' };
    createRecord.mockRejectedValueOnce({ body: { output: { errors: [duplicate], fieldErrors: {} } } });
    refuse({ Different_Because__c: 'IR-00002 is already open for this Opportunity and request type.' });

    await click(element, 'submit');

    expect(createRecord).toHaveBeenCalledTimes(2);
    expect(createRecord.mock.calls[1]).toEqual(createRecord.mock.calls[0]);
    expect(element.shadowRoot.querySelector('c-duplicate-choice').message).toContain('IR-00002 is already open');
    expect(refusal(element)).toBeNull();
  });

  test('files the request, then its links, and tells the number', async () => {
    const element = await show();
    const heard = listen(element, 'filed', 'close', 'lightning__showtoast');
    createRecord.mockResolvedValueOnce(savedRequest).mockResolvedValue({ id: 'a01000000000001AAA', fields: {} });
    await enter(element, { ...answers, Additional_Information__c: 'Change freeze in December.' });
    enterLinks(element, [link, secondLink]);

    await click(element, 'submit');

    expect(createRecord.mock.calls.map(([input]) => input)).toEqual(createdRecords);
    expect(heard).toEqual([
      ['filed', { record: savedRequest }],
      [
        'lightning__showtoast',
        { title: 'c.Groundwork_Filed_Title', message: 'IR-00004 is filed.', variant: 'success' },
      ],
      ['close', null],
    ]);
  });

  test('sends no field that the user may not write', async () => {
    const fields = { ...objectInfo.fields, Source__c: { ...objectInfo.fields.Source__c, createable: false } };
    const element = await show({ info: { ...objectInfo, fields } });
    createRecord.mockResolvedValue(savedRequest);
    await enter(element, answers);

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
    await enter(element, answers);

    button(element, 'submit').click();
    await click(element, 'submit');

    expect(createRecord).toHaveBeenCalledTimes(1);
    expect(button(element, 'submit').label).toBe('c.Groundwork_Submitting');
    expect(button(element, 'submit').disabled).toBe(true);
    expect(element.shadowRoot.querySelector('p[role="status"]').textContent).toBe('c.Groundwork_Submitting');
  });

  test('shows a refusal of the server at its field and loses nothing', async () => {
    const element = await show();
    refuse({ Hosting_Provider__c: 'Not in this region' });
    await enter(element, answers);
    const told = jest.spyOn(fieldsOf(element), 'showErrors');
    const focused = jest.spyOn(fieldsOf(element), 'focus');

    await click(element, 'submit');

    expect(told).toHaveBeenCalledWith({ Hosting_Provider__c: 'Not in this region' });
    expect(focused).toHaveBeenCalledWith('Hosting_Provider__c');
    expect(refusal(element)).toBeNull();
    expect(field(element, 'Request_Type__c').value).toBe('Production_Deployment');
    expect(button(element, 'submit').disabled).toBe(false);
  });

  test('shows a refusal that concerns no field of the form in the error panel', async () => {
    const element = await show();
    refuse({ Opportunity__c: 'This Opportunity is Closed Lost.' });
    await enter(element, answers);

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
    await enter(element, answers);
    const rows = enterLinks(element, [link, secondLink]);

    await click(element, 'submit');

    expect(heard).toEqual([['filed', { record: savedRequest }]]);
    expect(refusal(element).heading).toBe('1 links failed.');
    expect(refusal(element).errors).toEqual(['Server error']);
    expect(rows.removeSaved).toHaveBeenCalledWith([2]);
    expect(rows.showError).toHaveBeenCalledWith(1, 'Server error');
    expect(fieldsOf(element)).toBeNull();
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
    await enter(element, answers);
    enterLinks(element, [link]);
    await click(element, 'submit');

    await click(element, 'finish');

    expect(heard).toEqual([['close', null]]);
  });

  describe('what was entered', () => {
    async function leaveAndComeBack(element, options) {
      element.remove();
      return show(options);
    }

    test('is there again when the page was left, after a refusal too', async () => {
      const element = await show();
      await enter(element, { ...answers, Additional_Information__c: 'Two regions' });
      enterLinks(element, [link]);
      refuse({ Hosting_Provider__c: 'Not this one' });
      await click(element, 'submit');

      const again = await leaveAndComeBack(element);

      expect(field(again, 'Additional_Information__c').value).toBe('Two regions');
      expect(field(again, 'Hosting_Provider__c').value).toBe('AWS');
      expect(again.shadowRoot.querySelector('c-request-link-rows').links).toEqual([link]);
      expect(again.shadowRoot.querySelector('[data-recalled]')).not.toBeNull();
      await expect(again).toBeAccessible();
    });

    test('comes before what the assessment says, and is asked', async () => {
      const element = await show({ assessed: assessment });
      element.shadowRoot.querySelector('[data-action="change"]').click();
      await settle();
      await enter(element, { Hosting_Provider__c: 'Azure' });

      const again = await leaveAndComeBack(element, { assessed: assessment });

      expect(field(again, 'Hosting_Provider__c').value).toBe('Azure');
      expect(known(again)).not.toHaveProperty('Hosting_Provider__c');
    });

    test.each([
      ['is discarded by Cancel', (element) => element.shadowRoot.querySelector('[data-action="cancel"]').click()],
      ['is gone once it is filed', (element) => click(element, 'submit')],
    ])('%s', async (_what, end) => {
      createRecord.mockResolvedValueOnce(savedRequest);
      const element = await show();
      await enter(element, answers);
      await end(element);
      await settle();

      const again = await leaveAndComeBack(element);

      expect(again.shadowRoot.querySelector('[data-recalled]')).toBeNull();
      expect(field(again, 'Hosting_Provider__c').value).not.toBe('AWS');
    });

    test('is no obstacle where the browser keeps nothing', async () => {
      const storage = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
        throw new Error('Storage is off');
      });
      const element = await show();
      await enter(element, answers);

      expect(field(element, 'Hosting_Provider__c').value).toBe('AWS');
      storage.mockRestore();
    });
  });

  test('leaves at most six fields to a Customer Engineer whose assessment is there', async () => {
    const element = await show({ assessed: assessment });

    expect(asked(element).length).toBeLessThanOrEqual(6);
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
    await enter(element, answers);
    await click(element, 'submit');
    await expect(element).toBeAccessible();
  });
});
