import type { Finding } from '../finding.ts';
import { findField } from '../objects.ts';
import { at, filesOf, findFile, valueOf, type MetadataFile, type Project } from '../project.ts';
import { childOf, everyElement, type XmlElement } from '../xml.ts';

/** Quick actions: what they create, show and start exists; layouts name actions that exist. */
export function checkQuickActions(project: Project): Finding[] {
  return [
    ...filesOf(project, 'QuickAction').flatMap((file) => [...checkTarget(project, file), ...checkParts(project, file)]),
    ...filesOf(project, 'Layout').flatMap((file) => checkNamed(project, file)),
  ];
}

function checkTarget(project: Project, file: MetadataFile): Finding[] {
  const target = valueOf(file.root, 'targetObject');
  if (target === '') return [];
  if (!project.objects.has(target))
    return [at(file, file.root, `In field: field - no CustomObject named ${target} found`)];
  const fields = [...everyElement(file.root)].filter(({ name }) => name === 'field' || name === 'targetParentField');
  return fields
    .filter(({ text }) => findField(project.objects, target, [text.trim()]) === undefined)
    .map((field) => at(file, field, `In field: field - no CustomField named ${target}.${field.text.trim()} found`));
}

/** What an action starts: a component of the project with the target for it, or a flow. */
function checkParts(project: Project, file: MetadataFile): Finding[] {
  const findings: Finding[] = [];
  const component = childOf(file.root, 'lightningWebComponent');
  if (component !== undefined) findings.push(...checkComponent(project, file, component));
  const flow = childOf(file.root, 'flowDefinition');
  if (flow !== undefined && findFile(project, 'Flow', flow.text.trim()) === undefined) {
    findings.push(at(file, flow, `In field: flowDefinition - no FlowDefinition named ${flow.text.trim()} found`));
  }
  return findings;
}

function checkComponent(project: Project, file: MetadataFile, element: XmlElement): Finding[] {
  const name = element.text.trim();
  const bundle = findFile(project, 'LightningComponentBundle', name);
  if (bundle === undefined) return [at(file, element, `component ${name} does not exist`)];
  const targets = [...everyElement(bundle.root)].filter((one) => one.name === 'target').map(({ text }) => text.trim());
  return targets.includes('lightning__RecordAction')
    ? []
    : [at(file, element, `component ${name} has no target lightning__RecordAction`)];
}

// The platform's own actions, `Edit` or `FeedItem.TextPost`, are not listed anywhere.
function checkNamed(project: Project, file: MetadataFile): Finding[] {
  const object = file.name.split('-')[0] ?? '';
  const own = new RegExp(`^${object}\\.`);
  return [...everyElement(file.root)]
    .filter(({ name, text }) => ['actionName', 'quickActionName'].includes(name) && own.test(text.trim()))
    .filter(({ text }) => findFile(project, 'QuickAction', text.trim()) === undefined)
    .map((element) => at(file, element, `In field: QuickAction - no QuickAction named ${element.text.trim()} found`));
}
