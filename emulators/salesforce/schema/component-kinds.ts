/** Components that the org reads: what they say changes what it does. */
const READ = [
  ...['object', 'field', 'validationRule', 'recordType', 'globalValueSet', 'standardValueSet'],
  ...['permissionset', 'permissionsetgroup', 'mutingpermissionset', 'profile', 'customPermission'],
  ...['group', 'queue', 'sharingRules', 'labels', 'md', 'flow', 'notiftype', 'tab'],
];

/** What a person looks at, or what only other products read: held as it is, since no record depends on it. */
const HELD = [
  ...['app', 'appMenu', 'asset', 'brandingSet', 'compactLayout', 'fieldSet', 'flexipage', 'homePageComponent'],
  ...['homePageLayout', 'index', 'js', 'layout', 'letter', 'listView', 'lightningExperienceTheme', 'pathAssistant'],
  ...['prompt', 'quickAction', 'resource', 'searchLayouts', 'webLink'],
  ...['analyticSnapshot', 'dashboard', 'dashboardFolder', 'report', 'reportFolder', 'reportType'],
  ...['email', 'emailFolder', 'emailTemplateFolder', 'document', 'documentFolder'],
  ...[
    'fieldTranslation',
    'globalValueSetTranslation',
    'objectTranslation',
    'standardValueSetTranslation',
    'translation',
  ],
  ...['connectedApp', 'corsWhitelistOrigin', 'cspTrustedSite', 'remoteSite'],
];

const KNOWN = new Set([...READ, ...HELD]);

/** Whether the org may have such a component, by the ending of its file, without behaving otherwise than Salesforce. */
export function isKnownKind(kind: string): boolean {
  return KNOWN.has(kind);
}
