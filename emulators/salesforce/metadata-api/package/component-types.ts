/** A type of component that stands inside the file of another in a package, and in a file of its own in source. */
export interface ChildType {
  /** `CustomField` */
  type: string;
  /** Its element in the parent's file, `fields`. */
  element: string;
  /** Its folder in source, beside the parent's file. */
  folder: string;
  suffix: string;
}

/** A type of component, https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_types_list.htm */
export interface ComponentType {
  type: string;
  /** The folder in a package and in source. */
  folder: string;
  /** Empty for a bundle, which is a folder of files. */
  suffix: string;
  children: ChildType[];
  inFolder: boolean;
}

function child(type: string, element: string, suffix: string): ChildType {
  return { type, element, folder: element, suffix };
}

function single(type: string, folder: string, suffix: string): ComponentType {
  return { type, folder, suffix, children: [], inFolder: false };
}

const OBJECT_PARTS = [
  child('BusinessProcess', 'businessProcesses', 'businessProcess'),
  child('CompactLayout', 'compactLayouts', 'compactLayout'),
  child('CustomField', 'fields', 'field'),
  child('FieldSet', 'fieldSets', 'fieldSet'),
  child('Index', 'indexes', 'index'),
  child('ListView', 'listViews', 'listView'),
  child('RecordType', 'recordTypes', 'recordType'),
  child('SharingReason', 'sharingReasons', 'sharingReason'),
  child('ValidationRule', 'validationRules', 'validationRule'),
  child('WebLink', 'webLinks', 'webLink'),
];

/** What can be deployed here. Another type is refused by name. */
export const COMPONENT_TYPES: ComponentType[] = [
  single('CustomApplication', 'applications', 'app'),
  single('CustomLabels', 'labels', 'labels'),
  single('CustomMetadata', 'customMetadata', 'md'),
  single('CustomNotificationType', 'notificationtypes', 'notiftype'),
  { ...single('CustomObject', 'objects', 'object'), children: OBJECT_PARTS },
  single('CustomPermission', 'customPermissions', 'customPermission'),
  single('CustomTab', 'tabs', 'tab'),
  { ...single('Dashboard', 'dashboards', 'dashboard'), inFolder: true },
  single('FlexiPage', 'flexipages', 'flexipage'),
  single('Flow', 'flows', 'flow'),
  single('GlobalValueSet', 'globalValueSets', 'globalValueSet'),
  single('Group', 'groups', 'group'),
  single('Layout', 'layouts', 'layout'),
  single('LightningComponentBundle', 'lwc', ''),
  single('MutingPermissionSet', 'mutingpermissionsets', 'mutingpermissionset'),
  single('PathAssistant', 'pathAssistants', 'pathAssistant'),
  single('PermissionSet', 'permissionsets', 'permissionset'),
  single('PermissionSetGroup', 'permissionsetgroups', 'permissionsetgroup'),
  single('Queue', 'queues', 'queue'),
  single('QuickAction', 'quickActions', 'quickAction'),
  { ...single('Report', 'reports', 'report'), inFolder: true },
  single('ReportType', 'reportTypes', 'reportType'),
  single('Role', 'roles', 'role'),
  single('Settings', 'settings', 'settings'),
  single('SharingRules', 'sharingRules', 'sharingRules'),
  single('StandardValueSet', 'standardValueSets', 'standardValueSet'),
];

export const BUNDLE = 'LightningComponentBundle';
export const LABELS = 'CustomLabels';
/** One label; all of them are in one file, in a package and in source. */
export const LABEL = 'CustomLabel';

export const SHARING_RULES = 'SharingRules';
/** Single rules, which a manifest may name; all of an object's are in one file, in a package and in source. */
export const SINGLE_SHARING_RULES = ['SharingCriteriaRule', 'SharingOwnerRule'];

export function findType(name: string): ComponentType | undefined {
  return COMPONENT_TYPES.find(({ type }) => type === name);
}

/** The part of an object that is called so, with the object's type. */
export function findChildType(name: string): { parent: ComponentType; child: ChildType } | undefined {
  for (const parent of COMPONENT_TYPES) {
    const found = parent.children.find(({ type }) => type === name);
    if (found !== undefined) return { parent, child: found };
  }
  return undefined;
}
