import type { Finding } from '../finding.ts';
import { findReferences } from '../formula.ts';
import { findField } from '../objects.ts';
import { againstHouseRule, at, filesOf, objectOf, valueOf, type MetadataFile, type Project } from '../project.ts';
import { childOf, type XmlElement } from '../xml.ts';

/** Characters; the Metadata API refuses more. */
const LONGEST_MESSAGE = 255;
const LONGEST_FORMULA = 3900;

/** Validation rules and formula fields: described, in force, and about fields and values that exist. */
export function checkValidationRules(project: Project): Finding[] {
  return [
    ...filesOf(project, 'ValidationRule').flatMap((file) => checkRule(project, file)),
    ...filesOf(project, 'CustomField').flatMap((file) => checkFormula(project, file, childOf(file.root, 'formula'))),
  ];
}

function checkRule(project: Project, file: MetadataFile): Finding[] {
  const { root, name } = file;
  const findings = checkFormula(project, file, childOf(root, 'errorConditionFormula'));
  if (valueOf(root, 'fullName') !== name) {
    findings.push(at(file, root, `rule is called "${valueOf(root, 'fullName')}" in a file for ${name}`));
  }
  if (valueOf(root, 'description') === '') {
    findings.push(againstHouseRule(file, root, `rule ${name} has no description`));
  }
  if (valueOf(root, 'errorMessage').length > LONGEST_MESSAGE) {
    findings.push(at(file, root, `message of ${name} is longer than ${LONGEST_MESSAGE} characters`));
  }
  const field = valueOf(root, 'errorDisplayField');
  if (field !== '' && findField(project.objects, objectOf(file), [field]) === undefined) {
    findings.push(at(file, root, `message stands at ${objectOf(file)}.${field}, which does not exist`));
  }
  return findings;
}

function checkFormula(project: Project, file: MetadataFile, element: XmlElement | undefined): Finding[] {
  if (element === undefined) {
    return [];
  }
  const object = objectOf(file);
  const { fields, picklistValues } = findReferences(element.text);
  const findings = fields
    .filter((path) => findField(project.objects, object, path) === undefined)
    .map((path) => at(file, element, `Field ${path.join('.')} does not exist. Check spelling.`));
  for (const { path, value } of picklistValues) {
    const known = findField(project.objects, object, path)?.picklistValues;
    if (known && !known.includes(value)) {
      findings.push(
        at(file, element, `formula compares ${path.join('.')} with "${value}", which is none of its values`),
      );
    }
  }
  if (element.text.length > LONGEST_FORMULA) {
    findings.push(at(file, element, `formula is longer than ${LONGEST_FORMULA} characters`));
  }
  return findings;
}
