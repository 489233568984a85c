import type { Field } from '../../entities.ts';
import { defineStandardObject } from './define.ts';
import { checkbox, dateTime, lookup, picklist, text } from './fields.ts';
import { auditFields, idField, isDeletedField, viewedFields } from './system-fields.ts';

/** What stands for deployed reports and dashboards: everybody reads these, and only a deployment writes them. */
function deployed(fields: Field[]): Field[] {
  return fields.map((field) => ({ ...field, alwaysVisible: true, createable: false, updateable: false }));
}

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_folder.htm */
export const Folder = defineStandardObject(
  { name: 'Folder', label: 'Folder', labelPlural: 'Folder', keyPrefix: '00l' },
  deployed([
    idField('Folder ID'),
    text('Name', 'Name', 40, 'required'),
    text('DeveloperName', 'Folder Unique Name', 80),
    picklist('AccessType', 'Access Type', 40, ['Shared', 'Public', 'Hidden', 'PublicInternal'], {}, 'required'),
    checkbox('IsReadonly', 'Read Only'),
    picklist('Type', 'Type', 40, ['Document', 'Email', 'Report', 'Dashboard'], {}, 'required'),
    text('NamespacePrefix', 'Namespace Prefix', 15),
    ...auditFields(),
  ]),
);

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_report.htm */
export const Report = defineStandardObject(
  { name: 'Report', label: 'Report', labelPlural: 'Reports', keyPrefix: '00O' },
  deployed([
    idField('Report ID'),
    isDeletedField(),
    lookup('OwnerId', 'Owner ID', ['Folder'], { up: 'Owner' }, 'required'),
    text('FolderName', 'Folder Name', 256),
    text('Name', 'Report Name', 40, 'required'),
    text('Description', 'Description', 255),
    text('DeveloperName', 'Report Unique Name', 80, 'required'),
    text('NamespacePrefix', 'Namespace Prefix', 15),
    dateTime('LastRunDate', 'Last Run'),
    picklist('Format', 'Format', 40, ['Tabular', 'Summary', 'Matrix', 'MultiBlock'], {}, 'required'),
    ...auditFields(),
    ...viewedFields(),
  ]),
);

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_dashboard.htm */
export const Dashboard = defineStandardObject(
  { name: 'Dashboard', label: 'Dashboard', labelPlural: 'Dashboards', keyPrefix: '01Z' },
  deployed([
    idField('Dashboard ID'),
    isDeletedField(),
    lookup('FolderId', 'Folder ID', ['Folder'], { up: 'Folder' }, 'required'),
    text('FolderName', 'Folder Name', 256),
    text('Title', 'Title', 80, 'required'),
    text('DeveloperName', 'Dashboard Unique Name', 80, 'required'),
    text('NamespacePrefix', 'Namespace Prefix', 15),
    text('Description', 'Description', 255),
    picklist('Type', 'Dashboard Running User', 40, ['SpecifiedUser', 'LoggedInUser', 'MyTeamUser'], {}, 'required'),
    lookup('RunningUserId', 'Running User ID', ['User'], { up: 'RunningUser' }),
    ...auditFields(),
    ...viewedFields(),
  ]),
);

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_dashboardcomponent.htm */
export const DashboardComponent = defineStandardObject(
  {
    name: 'DashboardComponent',
    label: 'Dashboard Component',
    labelPlural: 'Dashboard Components',
    keyPrefix: '01a',
  },
  deployed([
    idField('Dashboard Component ID'),
    text('Name', 'Dashboard Component Name', 80),
    lookup('DashboardId', 'Dashboard ID', ['Dashboard'], { up: 'Dashboard', down: 'DashboardComponents' }, 'required'),
    lookup('CustomReportId', 'Custom Report ID', ['Report'], { up: 'CustomReport' }),
  ]),
);
