import type { Finding } from '../finding.ts';
import { findField } from '../objects.ts';
import { at, filesOf, valueOf, type MetadataFile, type Project } from '../project.ts';
import { childOf, childrenOf } from '../xml.ts';

/** Paths: they lead along the values of a picklist, and the fields that they show exist. */
export function checkPaths(project: Project): Finding[] {
  return filesOf(project, 'PathAssistant').flatMap((file) => {
    const [object, field] = [valueOf(file.root, 'entityName'), valueOf(file.root, 'fieldName')];
    const picklist = findField(project.objects, object, [field]);
    if (picklist === undefined) {
      const element = childOf(file.root, 'fieldName') ?? file.root;
      return [at(file, element, `In field: field - no CustomField named ${object}.${field} found`)];
    }
    return [...checkValues(file, field, picklist.picklistValues), ...checkFields(project, file, object)];
  });
}

function checkValues(file: MetadataFile, field: string, values: string[] | undefined): Finding[] {
  return childrenOf(file.root, 'pathAssistantSteps')
    .map((step) => childOf(step, 'picklistValueName') ?? step)
    .filter(({ text }) => values !== undefined && !values.includes(text.trim()))
    .map((value) => at(file, value, `Picklist value: ${value.text.trim()} in picklist: ${field} not found`));
}

function checkFields(project: Project, file: MetadataFile, object: string): Finding[] {
  return childrenOf(file.root, 'pathAssistantSteps')
    .flatMap((step) => childrenOf(step, 'fieldNames'))
    .filter(({ text }) => findField(project.objects, object, [text.trim()]) === undefined)
    .map((element) =>
      at(file, element, `In field: field - no CustomField named ${object}.${element.text.trim()} found`),
    );
}
