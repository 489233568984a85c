import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { component, fieldFile, objectFile, ruleFile, type ComponentFiles } from './component-files.ts';
import { fieldOfKind } from './field-kinds.ts';
import { assignField, createRecord, flowFile } from './flow-file.ts';

/** How large a generated project is. */
export interface ProjectSize {
  objects: number;
  fields: number;
  validationRules: number;
  flows: number;
  reports: number;
}

/** As large as our own source is to become. */
export const GROWN: ProjectSize = { objects: 8, fields: 250, validationRules: 60, flows: 30, reports: 20 };

/** As large as what others bring. */
export const LARGE: ProjectSize = { objects: 30, fields: 700, validationRules: 0, flows: 0, reports: 0 };

/** The object that is loaded by the thousand, and the one that it is about. */
export const ORDER = 'Object_0__c';
export const CUSTOMER = 'Object_1__c';

/** Orders of this colour set off a flow after they are saved. */
export const FOLLOWED_COLOR = 'Red';

/** Writes an SFDX project of this size: every object looks up to the next, and has fields of all types. */
export function writeProject(folder: string, size: ProjectSize): void {
  const files = {
    ...objectsOf(size),
    ...repeat(size.validationRules, (index) => ruleOf(index, size)),
    ...repeat(size.flows, (index) => flowOf(index, size)),
    ...(size.reports === 0 ? {} : reportBasis()),
    ...repeat(size.reports, reportOf),
  };
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, 'force-app/main/default', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const project = { packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '66.0' };
  writeFileSync(join(folder, 'sfdx-project.json'), JSON.stringify(project));
}

function objectsOf({ objects, fields }: ProjectSize): ComponentFiles {
  return repeat(objects, (index) => {
    const count = Math.floor(fields / objects) + (index < fields % objects ? 1 : 0);
    const parent = objectNamed((index + 1) % objects);
    return {
      ...objectFile(objectNamed(index)),
      ...fieldFile(
        objectNamed(index),
        'Parent__c',
        `<type>Lookup</type><referenceTo>${parent}</referenceTo><relationshipName>Children_${index}</relationshipName>`,
      ),
      ...repeat(count - 1, (place) => {
        const { name, elements } = fieldOfKind(place);
        return fieldFile(objectNamed(index), name, elements);
      }),
    };
  });
}

function ruleOf(index: number, { objects }: ProjectSize): ComponentFiles {
  const conditions = [
    `Price_0__c < 0`,
    `AND(Open_0__c, ISBLANK(Day_0__c), NOT(ISPICKVAL(Color_0__c, "White")))`,
    `AND(NOT(ISBLANK(Parent__c)), Parent__r.Price_0__c > 1000000, Count_0__c > ${1000 + index})`,
    `AND(ISCHANGED(Note_0__c), LEN(Note_0__c) > ${100 + (index % 20)})`,
  ];
  return ruleFile(objectNamed(index % objects), `Rule_${index}`, conditions[index % conditions.length] ?? 'false');
}

/** Every object gets flows of both kinds, those after the save on one colour only. */
function flowOf(index: number, { objects }: ProjectSize): ComponentFiles {
  const object = objectNamed(index % objects);
  const round = Math.floor(index / objects);
  if (round % 2 === 1) {
    return flowFile({
      name: `Before_Save_${index}`,
      object,
      when: 'RecordBeforeSave',
      filter: ['Color_0__c', 'Black'],
      first: 'Assign_It',
      elements: assignField('Assign_It', 'Remark_0__c', `From flow ${index}`),
    });
  }
  return flowFile({
    name: `After_Save_${index}`,
    object,
    when: 'RecordAfterSave',
    filter: ['Color_0__c', round === 0 ? FOLLOWED_COLOR : 'Blue'],
    first: 'Create_One',
    elements: createRecord('Create_One', objectNamed((index + 2) % objects), { Name: '=$Record.Name' }),
  });
}

const REPORTED = ['Name', 'Price_0__c', 'Color_0__c'];

/** The folder that reports are in, and what they are about. */
function reportBasis(): ComponentFiles {
  const columns = REPORTED.map(
    (name) =>
      `<columns><checkedByDefault>true</checkedByDefault><field>${name}</field><table>${ORDER}</table></columns>`,
  );
  const sections = `<sections>${columns.join('')}<masterLabel>Orders</masterLabel></sections>`;
  return {
    'reports/Bench.reportFolder-meta.xml': component('ReportFolder', '<name>Bench</name>'),
    'reportTypes/Orders.reportType-meta.xml': component(
      'ReportType',
      `<baseObject>${ORDER}</baseObject><category>other</category><deployed>true</deployed><label>Orders</label>${sections}`,
    ),
  };
}

function reportOf(index: number): ComponentFiles {
  const columns = REPORTED.map((name) => `<columns><field>${ORDER}$${name}</field></columns>`);
  const elements = `${columns.join('')}<format>Tabular</format><name>Report ${index}</name><reportType>Orders__c</reportType>`;
  return { [`reports/Bench/Report_${index}.report-meta.xml`]: component('Report', elements) };
}

function objectNamed(index: number): string {
  return `Object_${index}__c`;
}

function repeat(count: number, make: (index: number) => ComponentFiles): ComponentFiles {
  return Object.assign({}, ...Array.from({ length: count }, (_, index) => make(index))) as ComponentFiles;
}
