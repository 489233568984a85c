const VALUES = ['Red', 'Green', 'Blue', 'White', 'Black'];

/** Elements of a field of each type in turn, formulas over the fields before them included. */
export function fieldOfKind(index: number): { name: string; elements: string } {
  const [kind, elements] = KINDS[index % KINDS.length] ?? ['Note', ''];
  const round = Math.floor(index / KINDS.length);
  return { name: `${kind}_${round}__c`, elements: elements.replaceAll('#', String(round)) };
}

function formula(type: string, text: string, more = ''): string {
  return `<type>${type}</type><formula><![CDATA[${text}]]></formula>${more}`;
}

function valueSet(): string {
  const values = VALUES.map(
    (value) => `<value><fullName>${value}</fullName><default>false</default><label>${value}</label></value>`,
  );
  return `<valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>${values.join('')}</valueSetDefinition></valueSet>`;
}

const DECIMAL = '<precision>16</precision><scale>2</scale>';

/** `#` is the round, so that a formula reads the fields of its own round. */
const KINDS: [kind: string, elements: string][] = [
  ['Note', '<type>Text</type><length>120</length>'],
  ['Key', '<type>Text</type><length>40</length><externalId>true</externalId><unique>true</unique>'],
  ['Color', `<type>Picklist</type>${valueSet()}`],
  ['Colors', `<type>MultiselectPicklist</type><visibleLines>4</visibleLines>${valueSet()}`],
  ['Count', '<type>Number</type><precision>8</precision><scale>0</scale>'],
  ['Price', `<type>Currency</type>${DECIMAL}`],
  ['Share', '<type>Percent</type><precision>5</precision><scale>2</scale>'],
  ['Open', '<type>Checkbox</type><defaultValue>false</defaultValue>'],
  ['Day', '<type>Date</type>'],
  ['Moment', '<type>DateTime</type>'],
  ['Hour', '<type>Time</type>'],
  ['Mail', '<type>Email</type>'],
  ['Telephone', '<type>Phone</type>'],
  ['Page', '<type>Url</type>'],
  ['Remark', '<type>TextArea</type>'],
  ['Story', '<type>LongTextArea</type><length>32768</length><visibleLines>5</visibleLines>'],
  ['Article', '<type>Html</type><length>32768</length><visibleLines>10</visibleLines>'],
  ['Total', formula('Currency', 'Price_#__c * Count_#__c * (1 - Share_#__c)', DECIMAL)],
  ['Heading', formula('Text', 'IF(ISBLANK(Note_#__c), Name, Note_#__c & " (" & TEXT(Color_#__c) & ")")')],
  ['Late', formula('Checkbox', 'AND(Open_#__c, NOT(ISBLANK(Day_#__c)), Day_#__c < TODAY())')],
  ['Week_Later', formula('Date', 'Day_#__c + 7')],
];
