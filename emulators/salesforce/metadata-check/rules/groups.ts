import type { Finding } from '../finding.ts';
import { findField } from '../objects.ts';
import { againstHouseRule, at, filesOf, findFile, valueOf, type MetadataFile, type Project } from '../project.ts';
import { childOf, childrenOf, type XmlElement } from '../xml.ts';

/** Permission set groups, queues and sharing rules: made of things that exist. */
export function checkGroups(project: Project): Finding[] {
  return [
    ...filesOf(project, 'PermissionSetGroup').flatMap((file) => checkPermissionSetGroup(project, file)),
    ...filesOf(project, 'Queue').flatMap((file) => checkQueue(project, file)),
    ...filesOf(project, 'SharingRules').flatMap((file) => checkSharingRules(project, file)),
  ];
}

function checkPermissionSetGroup(project: Project, file: MetadataFile): Finding[] {
  const description =
    valueOf(file.root, 'description') === '' ? [againstHouseRule(file, file.root, 'no description')] : [];
  return [
    ...missing(project, file, childrenOf(file.root, 'permissionSets'), 'PermissionSet'),
    ...missing(project, file, childrenOf(file.root, 'mutingPermissionSets'), 'MutingPermissionSet'),
    ...description,
  ];
}

function checkQueue(project: Project, file: MetadataFile): Finding[] {
  const objects = childrenOf(file.root, 'queueSobject').flatMap((element) => {
    const name = valueOf(element, 'sobjectType');
    return project.objects.has(name) ? [] : [at(file, element, `no CustomObject named ${name} found`)];
  });
  const members = childOf(file.root, 'queueMembers');
  const groups = members && childOf(members, 'publicGroups');
  return [
    ...objects,
    ...missing(project, file, groups === undefined ? [] : childrenOf(groups, 'publicGroup'), 'Group'),
  ];
}

function checkSharingRules(project: Project, file: MetadataFile): Finding[] {
  if (!project.objects.has(file.name)) return [at(file, file.root, `no CustomObject named ${file.name} found`)];
  const rules = file.root.children.filter(({ name }) => name.startsWith('sharing'));
  return rules.flatMap((rule) => {
    const parties = [childOf(rule, 'sharedTo'), childOf(rule, 'sharedFrom')].filter((party) => party !== undefined);
    const fields = childrenOf(rule, 'criteriaItems').filter(
      (item) => findField(project.objects, file.name, [valueOf(item, 'field')]) === undefined,
    );
    return [
      ...parties.flatMap((party) => missing(project, file, childrenOf(party, 'group'), 'Group')),
      ...parties.flatMap((party) => missing(project, file, childrenOf(party, 'queue'), 'Queue')),
      ...fields.map((item) => at(file, item, `no CustomField named ${file.name}.${valueOf(item, 'field')} found`)),
    ];
  });
}

function missing(project: Project, file: MetadataFile, names: XmlElement[], type: string): Finding[] {
  return names
    .filter((element) => findFile(project, type, element.text.trim()) === undefined)
    .map((element) => at(file, element, `no ${type} named ${element.text.trim()} found`));
}
