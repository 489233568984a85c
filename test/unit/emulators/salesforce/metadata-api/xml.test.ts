import { expect, test } from '@jest/globals';
import { documentOf, readRanges, without } from '../../../../../emulators/salesforce/metadata-api/xml/index.ts';

const OBJECT = `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
    <fields>
        <fullName>Size__c</fullName>
        <formula>IF(1 &lt; 2,
    3,
  4)</formula>
        <!-- <fields> in a comment -->
    </fields>
    <label>Ticket</label>
    <fields><fullName>Code__c</fullName></fields>
    <pluralLabel><![CDATA[<fields>Tickets]]></pluralLabel>
</CustomObject>
`;

const fields = readRanges(OBJECT).children.filter(({ name }) => name === 'fields');

test('finds elements, but none in comments or character data', () => {
  expect(readRanges(OBJECT).children.map(({ name }) => name)).toEqual(['fields', 'label', 'fields', 'pluralLabel']);
});

test('cuts elements out with their lines, and remembers where the others stood', () => {
  const { text, lines } = without(OBJECT, fields);

  expect(text.split('\n').slice(2, 4)).toEqual([
    '    <label>Ticket</label>',
    '    <pluralLabel><![CDATA[<fields>Tickets]]></pluralLabel>',
  ]);
  expect(lines).toEqual([1, 2, 10, 12, 13]);
});

test('makes an element a document of its own without touching its text', () => {
  const [first] = fields;
  const { text, lines } = documentOf(OBJECT, first ?? readRanges(OBJECT), 'CustomField');

  expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>Size__c</fullName>
    <formula>IF(1 &lt; 2,
    3,
  4)</formula>
    <!-- <fields> in a comment -->
</CustomField>
`);
  expect(lines.slice(0, 8)).toEqual([3, 3, 4, 5, 6, 7, 8, 9]);
});
