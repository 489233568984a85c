import type { Finding } from '../finding.ts';
import { findField } from '../objects.ts';
import { at, filesOf, findFile, valueOf, type MetadataFile, type Project } from '../project.ts';
import { everyElement, type XmlElement } from '../xml.ts';

/** Lightning pages: what decides whether a component is seen exists, and so do the related lists that they show. */
export function checkVisibility(project: Project): Finding[] {
  return filesOf(project, 'FlexiPage').flatMap((file) => [
    ...checkCriteria(project, file),
    ...checkRelatedLists(project, file),
  ]);
}

function checkCriteria(project: Project, file: MetadataFile): Finding[] {
  const object = valueOf(file.root, 'sobjectType');
  return named(file, 'leftValue').flatMap((element) => {
    const [, reference = ''] = /^\{!(.+)\}$/.exec(element.text.trim()) ?? [];
    const [root, ...path] = reference.split('.');
    if (root === 'Record' && findField(project.objects, object, path) === undefined) {
      return [at(file, element, `field ${reference} does not exist on ${object}`)];
    }
    const permission = /^\$Permission\.CustomPermission\.(.+)$/.exec(reference)?.[1];
    return permission !== undefined && findFile(project, 'CustomPermission', permission) === undefined
      ? [at(file, element, `custom permission ${permission} does not exist`)]
      : [];
  });
}

// The lists of standard relationships, `Contacts`, are not listed anywhere.
function checkRelatedLists(project: Project, file: MetadataFile): Finding[] {
  const object = valueOf(file.root, 'sobjectType');
  const known = new Set(
    filesOf(project, 'CustomField')
      .filter(({ root }) => valueOf(root, 'referenceTo') === object)
      .map(({ root }) => `${valueOf(root, 'relationshipName')}__r`),
  );
  return named(file, 'componentInstanceProperties')
    .filter((property) => valueOf(property, 'name') === 'relatedListApiName')
    .filter((property) => valueOf(property, 'value').endsWith('__r') && !known.has(valueOf(property, 'value')))
    .map((property) => at(file, property, `${object} has no related list ${valueOf(property, 'value')}`));
}

function named(file: MetadataFile, name: string): XmlElement[] {
  return [...everyElement(file.root)].filter((element) => element.name === name);
}
