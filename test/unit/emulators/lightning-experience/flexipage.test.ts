import { expect, test } from '@jest/globals';
import { parseFlexiPage } from '../../../../emulators/lightning-experience/metadata/index.ts';

const property = (name: string, value: string) =>
  `<componentInstanceProperties><name>${name}</name><value>${value}</value></componentInstanceProperties>`;

const component = (name: string, inside = '') =>
  `<itemInstances><componentInstance>${inside}<componentName>${name}</componentName>
   <identifier>id_${name}</identifier></componentInstance></itemInstances>`;

const region = (name: string, type: string, items: string) =>
  `<flexiPageRegions>${items}<name>${name}</name><type>${type}</type></flexiPageRegions>`;

const page = (regions: string) =>
  parseFlexiPage(
    `<?xml version="1.0"?><FlexiPage>${regions}<masterLabel>A Page</masterLabel><sobjectType>Tree__c</sobjectType>
     <template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type></FlexiPage>`,
    'A_Page',
  );

test('keeps regions in order and gives a component without a namespace the project’s', () => {
  const parsed = page(
    region('header', 'Region', component('force:highlightsPanel')) + region('sidebar', 'Region', component('panel')),
  );

  expect(parsed).toMatchObject({ name: 'A_Page', label: 'A Page', object: 'Tree__c', type: 'RecordPage' });
  expect(parsed.template).toBe('flexipage:recordHomeTemplateDesktop');
  expect(
    parsed.regions.map(({ name, items }) => [name, items.map((item) => item.kind === 'component' && item.name)]),
  ).toEqual([
    ['header', ['force:highlightsPanel']],
    ['sidebar', ['c:panel']],
  ]);
});

test('puts facets inside the components that name them, at any depth', () => {
  const field = `<itemInstances><fieldInstance><fieldInstanceProperties><name>uiBehavior</name><value>readonly</value>
    </fieldInstanceProperties><fieldItem>Record.Height__c</fieldItem><identifier>height</identifier></fieldInstance></itemInstances>`;
  const parsed = page(
    region('Facet-1', 'Facet', field) +
      region('Facet-2', 'Facet', component('flexipage:column', property('body', 'Facet-1'))) +
      region(
        'main',
        'Region',
        component('flexipage:fieldSection', property('columns', 'Facet-2') + property('label', 'Size')),
      ),
  );

  expect(parsed.regions).toEqual([
    {
      name: 'main',
      items: [
        {
          kind: 'component',
          id: 'id_flexipage:fieldSection',
          name: 'flexipage:fieldSection',
          properties: { label: 'Size' },
          visibility: null,
          facets: {
            columns: [
              {
                kind: 'component',
                id: 'id_flexipage:column',
                name: 'flexipage:column',
                properties: {},
                visibility: null,
                facets: {
                  body: [{ kind: 'field', id: 'height', field: 'Height__c', behavior: 'readonly', visibility: null }],
                },
              },
            ],
          },
        },
      ],
    },
  ]);
});

test('reads lists of values and visibility rules', () => {
  const aliases = `<componentInstanceProperties><name>relatedListFieldAliases</name><valueList>
    <valueListItems><value>NAME</value></valueListItems><valueListItems><value>Weight__c</value></valueListItems>
    </valueList></componentInstanceProperties>`;
  const rule = `<visibilityRule><booleanFilter>1 OR 2</booleanFilter>
    <criteria><leftValue>{!Record.Height__c}</leftValue><operator>GT</operator><rightValue>3</rightValue></criteria>
    <criteria><leftValue>{!Record.Ripe__c}</leftValue><operator>EQUAL</operator></criteria></visibilityRule>`;

  const [item] =
    page(region('main', 'Region', component('lst:dynamicRelatedList', aliases + rule))).regions[0]?.items ?? [];

  expect(item).toMatchObject({
    properties: { relatedListFieldAliases: ['NAME', 'Weight__c'] },
    visibility: {
      booleanFilter: '1 OR 2',
      criteria: [
        { leftValue: '{!Record.Height__c}', operator: 'GT', rightValue: '3' },
        { leftValue: '{!Record.Ripe__c}', operator: 'EQUAL', rightValue: null },
      ],
    },
  });
});

test('refuses a facet that holds itself', () => {
  const regions =
    region('Facet-1', 'Facet', component('flexipage:column', property('body', 'Facet-1'))) +
    region('main', 'Region', component('flexipage:column', property('body', 'Facet-1')));

  expect(() => page(regions)).toThrow('The facet Facet-1 holds itself');
});

test('refuses metadata of another kind with the name of the file', () => {
  expect(() => parseFlexiPage('<Layout/>', 'Tree_Page')).toThrow('Tree_Page: expected the root element <FlexiPage>');
});
