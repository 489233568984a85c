import type { Finding } from '../finding.ts';
import { findField } from '../objects.ts';
import { at, filesOf, valueOf, type MetadataFile, type Project } from '../project.ts';
import { childrenOf, type XmlElement } from '../xml.ts';

/** E-mail alerts: about an object, with a template and recipients that exist. */
export function checkEmailAlerts(project: Project): Finding[] {
  const templates = new Set(filesOf(project, 'EmailTemplate').map(({ path }) => templateName(path)));
  return filesOf(project, 'Workflow').flatMap((file) => {
    if (!project.objects.has(file.name)) {
      return [at(file, file.root, `In field: field - no CustomObject named ${file.name} found`)];
    }
    return childrenOf(file.root, 'alerts').flatMap((alert) => [
      ...checkTemplate(file, alert, templates),
      ...childrenOf(alert, 'recipients').flatMap((recipient) => checkRecipient(project, file, recipient)),
    ]);
  });
}

function checkTemplate(file: MetadataFile, alert: XmlElement, templates: Set<string>): Finding[] {
  const template = valueOf(alert, 'template');
  return templates.has(template)
    ? []
    : [at(file, alert, `In field: template - no EmailTemplate named ${template} found`)];
}

function checkRecipient(project: Project, file: MetadataFile, recipient: XmlElement): Finding[] {
  const field = valueOf(recipient, 'field');
  return field === '' || findField(project.objects, file.name, [field]) !== undefined
    ? []
    : [at(file, recipient, `In field: field - no CustomField named ${file.name}.${field} found`)];
}

/** `email/Groundwork/Submitted.email-meta.xml` → `Groundwork/Submitted` */
function templateName(path: string): string {
  return /([^/]+\/[^/]+)\.email-meta\.xml$/.exec(path)?.[1] ?? '';
}
