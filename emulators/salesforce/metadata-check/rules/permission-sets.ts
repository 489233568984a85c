import type { Finding } from '../finding.ts';
import { findField } from '../objects.ts';
import { againstHouseRule, at, filesOf, findFile, valueOf, type MetadataFile, type Project } from '../project.ts';
import { childrenOf, type XmlElement } from '../xml.ts';
import { tabExists } from './applications.ts';

/** What one object permission needs beside it, as the platform insists. */
const NEEDS: Record<string, string[]> = {
  allowCreate: ['allowRead'],
  allowEdit: ['allowRead'],
  allowDelete: ['allowRead', 'allowEdit'],
  viewAllRecords: ['allowRead'],
  modifyAllRecords: ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords'],
};

/** Permission sets: about things that exist, in combinations that deploy, and leaving no custom field to nobody. */
export function checkPermissionSets(project: Project): Finding[] {
  const sets = filesOf(project, 'PermissionSet');
  return [
    ...sets.flatMap((file) => [
      ...checkFieldPermissions(project, file),
      ...checkObjectPermissions(project, file),
      ...checkPlaces(project, file),
    ]),
    ...checkEveryFieldIsGranted(project, sets),
  ];
}

function checkFieldPermissions(project: Project, file: MetadataFile): Finding[] {
  const readable = new Set(childrenOf(file.root, 'objectPermissions').map((grant) => valueOf(grant, 'object')));
  const seen = new Set<string>();
  return childrenOf(file.root, 'fieldPermissions').flatMap((grant) => {
    const name = valueOf(grant, 'field');
    const twice = seen.has(name);
    seen.add(name);
    const [object = '', ...path] = name.split('.');
    const field = findField(project.objects, object, path);
    if (field === undefined) {
      return [at(file, grant, `In field: field - no CustomField named ${name} found`)];
    }
    const wrong = [
      twice && `field ${name} stands twice`,
      field.alwaysVisible && `You cannot deploy to a required field: ${name}`,
      field.readOnly && valueOf(grant, 'editable') === 'true' && `field ${name} cannot be edited by anyone`,
      valueOf(grant, 'editable') === 'true' &&
        valueOf(grant, 'readable') !== 'true' &&
        `field ${name} is editable but not readable`,
    ];
    const withoutObject = object.endsWith('__c') && !readable.has(object);
    return [
      ...wrong.filter((message) => message !== false).map((message) => at(file, grant, message)),
      ...(withoutObject ? [againstHouseRule(file, grant, `field ${name} is granted without its object`)] : []),
    ];
  });
}

function checkObjectPermissions(project: Project, file: MetadataFile): Finding[] {
  const grants = childrenOf(file.root, 'objectPermissions');
  const granted = new Set(grants.map((grant) => valueOf(grant, 'object')));
  return grants.flatMap((grant) => {
    const object = valueOf(grant, 'object');
    if (!project.objects.has(object)) {
      return [at(file, grant, `In field: field - no CustomObject named ${object} found`)];
    }
    const lacking = Object.entries(NEEDS).flatMap(([permission, needed]) =>
      allows(grant, permission) ? needed.filter((need) => !allows(grant, need)).map((need) => [permission, need]) : [],
    );
    const masters = [...(project.objects.get(object)?.fields.values() ?? [])]
      .filter(({ type }) => type === 'MasterDetail')
      .flatMap(({ referenceTo }) => referenceTo ?? []);
    return [
      ...lacking.map(([permission, need]) => at(file, grant, `${object}: ${permission} needs ${need}`)),
      ...masters
        .filter((master) => !granted.has(master))
        .map((master) => at(file, grant, `${object} is granted without its master ${master}`)),
    ];
  });
}

function allows(grant: XmlElement, permission: string): boolean {
  return valueOf(grant, permission) === 'true';
}

function checkPlaces(project: Project, file: MetadataFile): Finding[] {
  const tabs = childrenOf(file.root, 'tabSettings')
    .filter((setting) => !tabExists(project, valueOf(setting, 'tab')))
    .map((setting) => at(file, setting, `tab ${valueOf(setting, 'tab')} does not exist`));
  const applications = childrenOf(file.root, 'applicationVisibilities')
    .filter((setting) => !findFile(project, 'CustomApplication', valueOf(setting, 'application')))
    .map((setting) => at(file, setting, `application ${valueOf(setting, 'application')} does not exist`));
  const description =
    valueOf(file.root, 'description') === '' ? [againstHouseRule(file, file.root, 'no description')] : [];
  return [...tabs, ...applications, ...description];
}

function checkEveryFieldIsGranted(project: Project, sets: MetadataFile[]): Finding[] {
  const named = (grant: string, name: string): Set<string> =>
    new Set(sets.flatMap(({ root }) => childrenOf(root, grant).map((element) => valueOf(element, name))));
  const granted = named('fieldPermissions', 'field');
  // Custom metadata types have no field-level security: whoever reads a type reads its fields. Nor have custom settings.
  const types = named('customMetadataTypeAccesses', 'name');
  const settings = filesOf(project, 'CustomObject').filter(({ root }) => valueOf(root, 'customSettingsType') !== '');
  const open = new Set([...types, ...settings.map(({ name }) => name)]);
  return filesOf(project, 'CustomField').flatMap((file) => {
    const object = file.path.split('/').at(-3) ?? '';
    const field = findField(project.objects, object, [file.name]);
    const isGranted = field?.alwaysVisible === true || open.has(object) || granted.has(`${object}.${file.name}`);
    return isGranted ? [] : [againstHouseRule(file, file.root, `no permission set grants ${object}.${file.name}`)];
  });
}
