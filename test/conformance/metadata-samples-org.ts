import { folder, whole, type Sample } from './metadata-sample.ts';

const MAY_READ =
  '<objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Project__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>';

/** People, what they may do and which records they see. */
export const ACCESS_SAMPLES: Sample[] = [
  whole(
    'Group',
    'Builders',
    'groups/Builders.group',
    '<doesIncludeBosses>false</doesIncludeBosses><name>Builders</name>',
  ),
  whole(
    'Queue',
    'Intake',
    'queues/Intake.queue',
    '<doesSendEmailToMembers>false</doesSendEmailToMembers><name>Intake</name><queueSobject><sobjectType>Project__c</sobjectType></queueSobject>',
  ),
  whole(
    'MutingPermissionSet',
    'Readers',
    'mutingpermissionsets/Readers.mutingpermissionset',
    `<label>Readers</label>${MAY_READ}`,
  ),
  whole(
    'PermissionSetGroup',
    'Readers',
    'permissionsetgroups/Readers.permissionsetgroup',
    '<label>Readers</label><mutingPermissionSets>Readers</mutingPermissionSets><permissionSets>Project_Reader</permissionSets><status>Updated</status>',
  ),
  whole(
    'SharingRules',
    'Project__c',
    'sharingRules/Project__c.sharingRules',
    '<sharingOwnerRules><fullName>Of_Intake</fullName><accessLevel>Edit</accessLevel><label>Of Intake</label><sharedTo><group>Builders</group></sharedTo><sharedFrom><queue>Intake</queue></sharedFrom></sharingOwnerRules>',
  ),
];

/** Reports, and what they are made of. */
export const ANALYTICS_SAMPLES: Sample[] = [
  whole(
    'ReportType',
    'Projects',
    'reportTypes/Projects.reportType',
    '<baseObject>Project__c</baseObject><category>other</category><deployed>true</deployed><description>Projects</description><label>Projects</label><sections><columns><checkedByDefault>true</checkedByDefault><field>Name</field><table>Project__c</table></columns><columns><checkedByDefault>true</checkedByDefault><field>Stage__c</field><table>Project__c</table></columns><masterLabel>Projects</masterLabel></sections>',
  ),
  folder('Report', 'reports/Team-meta.xml'),
  whole(
    'Report',
    'Team/Projects',
    'reports/Team/Projects.report',
    '<columns><field>Project__c$Stage__c</field></columns><format>Summary</format><groupingsDown><dateGranularity>Day</dateGranularity><field>Project__c$Name</field><sortOrder>Asc</sortOrder></groupingsDown><name>Projects</name><reportType>Projects__c</reportType><scope>organization</scope><showDetails>true</showDetails>',
  ),
  folder('Dashboard', 'dashboards/Team-meta.xml'),
  whole(
    'Dashboard',
    'Team/Projects',
    'dashboards/Team/Projects.dashboard',
    '<backgroundEndColor>#FFFFFF</backgroundEndColor><backgroundFadeDirection>Diagonal</backgroundFadeDirection><backgroundStartColor>#FFFFFF</backgroundStartColor><dashboardGridLayout><dashboardGridComponents><colSpan>12</colSpan><columnIndex>0</columnIndex><dashboardComponent><componentType>Metric</componentType><report>Team/Projects</report></dashboardComponent><rowIndex>0</rowIndex><rowSpan>6</rowSpan></dashboardGridComponents><numberOfColumns>12</numberOfColumns><rowHeight>36</rowHeight></dashboardGridLayout><dashboardType>LoggedInUser</dashboardType><isGridLayout>true</isGridLayout><textColor>#000000</textColor><title>Projects</title><titleColor>#000000</titleColor><titleSize>12</titleSize>',
  ),
];
