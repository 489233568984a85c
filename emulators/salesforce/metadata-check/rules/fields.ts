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
import { childrenOf, everyElement } from '../xml.ts';

/** The Metadata API refuses longer ones. */
const LONGEST_LABEL = 40;
const LONGEST_NAME = 40;

/** Custom fields: described, named, and pointing at objects that exist. */
export function checkFields(project: Project): Finding[] {
  const fields = filesOf(project, 'CustomField');
  return [
    ...fields.flatMap((file) => [
      ...checkWords(file),
      ...checkLookup(file, project),
      ...checkPicklist(file),
      ...checkHistory(file, project),
    ]),
    ...checkRelationshipNames(fields),
  ];
}

function checkWords(file: MetadataFile): Finding[] {
  const { root, name } = file;
  const findings = ['description', 'inlineHelpText', 'label']
    .filter((word) => valueOf(root, word) === '')
    .map((word) => againstHouseRule(file, root, `field ${name} has no ${word}`));
  if (valueOf(root, 'fullName') !== name) {
    findings.push(at(file, root, `field is called "${valueOf(root, 'fullName')}" in a file for ${name}`));
  }
  if (name.replace(/__c$/, '').length > LONGEST_NAME) {
    findings.push(at(file, root, `name of ${name} is longer than ${LONGEST_NAME} characters`));
  }
  if (valueOf(root, 'label').length > LONGEST_LABEL) {
    findings.push(at(file, root, `label of ${name} is longer than ${LONGEST_LABEL} characters`));
  }
  return findings;
}

function checkLookup(file: MetadataFile, project: Project): Finding[] {
  const { root, name } = file;
  const type = valueOf(root, 'type');
  if (type !== 'Lookup' && type !== 'MasterDetail') {
    return [];
  }
  const findings: Finding[] = [];
  const target = valueOf(root, 'referenceTo');
  if (!project.objects.has(target)) {
    findings.push(at(file, root, `${name} refers to "${target}", which is no object`));
  }
  if (valueOf(root, 'relationshipName') === '') {
    findings.push(againstHouseRule(file, root, `${name} has no relationshipName`));
  }
  if (valueOf(root, 'required') === 'true' && valueOf(root, 'deleteConstraint') === 'SetNull') {
    findings.push(at(file, root, `${name} is required and cannot be blanked: deleteConstraint SetNull is refused`));
  }
  return findings;
}

function checkPicklist(file: MetadataFile): Finding[] {
  const values = [...everyElement(file.root)].filter(({ name }) => name === 'valueSetDefinition');
  return values.flatMap((definition) => {
    const entries = childrenOf(definition, 'value');
    const names = entries.map((entry) => valueOf(entry, 'fullName'));
    const findings = entries
      .filter((_, index) => names.indexOf(names[index] ?? '') < index)
      .map((entry) => at(file, entry, `value "${valueOf(entry, 'fullName')}" stands twice`));
    const defaults = entries.filter((entry) => valueOf(entry, 'default') === 'true');
    return defaults.length > 1 ? [...findings, at(file, definition, 'more than one value is the default')] : findings;
  });
}

/** The object of a field that is tracked keeps a history. */
function checkHistory(file: MetadataFile, project: Project): Finding[] {
  const object = findFile(project, 'CustomObject', objectOf(file));
  const isTracked = valueOf(file.root, 'trackHistory') === 'true';
  if (!isTracked || object === undefined || !object.name.endsWith('__c')) return [];
  return valueOf(object.root, 'enableHistory') === 'true'
    ? []
    : [at(file, file.root, `${file.name} tracks its history, and ${object.name} does not enable it`)];
}

function checkRelationshipNames(fields: MetadataFile[]): Finding[] {
  const taken = new Map<string, MetadataFile>();
  return fields.flatMap((file) => {
    const key = `${valueOf(file.root, 'referenceTo')}.${valueOf(file.root, 'relationshipName')}`;
    const earlier = taken.get(key);
    if (valueOf(file.root, 'relationshipName') === '' || earlier === undefined) {
      taken.set(key, file);
      return [];
    }
    const owner = `${objectOf(earlier)}.${earlier.name}`;
    return [at(file, file.root, `relationship name ${key} is already taken by ${owner}`)];
  });
}
