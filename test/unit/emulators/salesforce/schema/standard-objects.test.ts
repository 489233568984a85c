import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createStandardObjects } from '../../../../../emulators/salesforce/schema/standard/index.ts';

const DESCRIBES = join(process.cwd(), '../shared/oracles/describe');
const NAMES = ['Account', 'Contact', 'Opportunity', 'Lead', 'Case', 'Event'];

interface DescribedField {
  name: string;
  label: string;
  type: string;
  length: number;
  nillable: boolean;
  createable: boolean;
  updateable: boolean;
}

const objects = new Map(createStandardObjects().map((object) => [object.name, object]));

const recorded = existsSync(DESCRIBES) ? test : test.skip;

describe('standard objects', () => {
  recorded.each(NAMES)('%s agrees with the recorded describe, field by field', (name) => {
    const described = JSON.parse(readFileSync(join(DESCRIBES, `${name}.json`), 'utf8')) as { fields: DescribedField[] };
    const byName = new Map(described.fields.map((field) => [field.name, field]));

    for (const field of objects.get(name)?.fields.values() ?? []) {
      const { label, type, length, nillable, createable, updateable } = field;
      expect({ name: field.name, label, type, length, nillable, createable, updateable }).toEqual(
        pick(byName.get(field.name)),
      );
    }
  });

  test('have the prefixes of the platform', () => {
    const prefixes = [...objects.values()].map(({ name, keyPrefix }) => `${keyPrefix} ${name}`);

    expect(prefixes).toEqual([
      '001 Account',
      '003 Contact',
      '006 Opportunity',
      '00K OpportunityContactRole',
      '00Q Lead',
      '500 Case',
      '00T Task',
      '00U Event',
      '005 User',
      '00E UserRole',
      '00e Profile',
      '0PS PermissionSet',
      '0PG PermissionSetGroup',
      '0PN PermissionSetGroupComponent',
      '0Pa PermissionSetAssignment',
      '00D Organization',
      '012 RecordType',
      '00G Group',
      '011 GroupMember',
      '03g QueueSobject',
      '0ML CustomNotificationType',
      '00l Folder',
      '00O Report',
      '01Z Dashboard',
      '01a DashboardComponent',
    ]);
  });
});

function pick(field: DescribedField | undefined): DescribedField | undefined {
  if (field === undefined) return undefined;
  const { name, label, type, length, nillable, createable, updateable } = field;
  return { name, label, type, length, nillable, createable, updateable };
}
