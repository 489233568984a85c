import { defineStandardObject } from './define.ts';
import { checkbox, lookup, picklist, text } from './fields.ts';
import { visible } from './setup.ts';
import { auditFields, idField } from './system-fields.ts';

/** Roles of users. None stands above another here, so that roles open no records: `ParentRoleId` stays blank. */
export const UserRole = defineStandardObject(
  { name: 'UserRole', label: 'Role', labelPlural: 'Role', keyPrefix: '00E' },
  visible([
    idField('Role ID'),
    text('Name', 'Name', 80, 'required'),
    lookup('ParentRoleId', 'Parent Role ID', ['UserRole'], { up: null }, 'system'),
    text('RollupDescription', 'Description', 80),
    { ...text('DeveloperName', 'Developer Name', 80), unique: true },
    picklist('PortalType', 'Portal Type', 40, ['None', 'CustomerPortal', 'Partner'], { default: 'None' }, 'system'),
    checkbox('MayForecastManagerShare', 'May Forecast Manager Share', 'system'),
    ...auditFields().filter(({ name }) => !name.startsWith('Created')),
  ]),
);
