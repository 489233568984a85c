import type { Finding } from '../finding.ts';
import {
  againstHouseRule,
  at,
  filesOf,
  findFile,
  objectOf,
  valueOf,
  type MetadataFile,
  type Project,
} from '../project.ts';
import { childOf, childrenOf } from '../xml.ts';

/** Custom objects: described, shared by their master exactly when they have one, and pointing at parts that exist. */
export function checkObjects(project: Project): Finding[] {
  return filesOf(project, 'CustomObject')
    .filter(({ name }) => name.endsWith('__c'))
    .flatMap((file) => [...checkSharing(file, project), ...checkParts(file, project)]);
}

function checkSharing(file: MetadataFile, project: Project): Finding[] {
  const fields = [...(project.objects.get(file.name)?.fields.values() ?? [])];
  const isDetail = fields.some(({ type }) => type === 'MasterDetail');
  const sharing = valueOf(file.root, 'sharingModel');
  if (isDetail !== (sharing === 'ControlledByParent')) {
    const having = isDetail ? 'with' : 'without';
    const message = `Cannot set sharingModel to ${sharing} on a CustomObject ${having} a MasterDetail relationship field`;
    return [at(file, childOf(file.root, 'sharingModel') ?? file.root, message)];
  }
  return [];
}

function checkParts(file: MetadataFile, project: Project): Finding[] {
  const { root, name } = file;
  const findings: Finding[] = [];
  if (valueOf(root, 'description') === '') {
    findings.push(againstHouseRule(file, root, `object ${name} has no description`));
  }
  const layout = valueOf(root, 'compactLayoutAssignment');
  const layouts = filesOf(project, 'CompactLayout').filter((compact) => objectOf(compact) === name);
  if (layout !== '' && layout !== 'SYSTEM' && !layouts.some((compact) => compact.name === layout)) {
    findings.push(at(file, root, `compact layout "${layout}" does not exist`));
  }
  const search = childOf(root, 'searchLayouts');
  const shown = (search?.children ?? []).filter(({ name: element }) => element.endsWith('AdditionalFields'));
  for (const element of shown) {
    const field = element.text.trim();
    if (field.endsWith('__c') && !project.objects.get(name)?.fields.has(field)) {
      findings.push(at(file, element, `field ${name}.${field} does not exist`));
    }
  }
  if (childrenOf(root, 'fields').length > 0) {
    findings.push(againstHouseRule(file, root, `fields of ${name} belong into files of their own`));
  }
  const tab = findFile(project, 'CustomTab', name);
  return tab === undefined || valueOf(tab.root, 'customObject') === 'true'
    ? findings
    : [...findings, at(tab, tab.root, `tab ${name} is not marked as that of a custom object`)];
}
