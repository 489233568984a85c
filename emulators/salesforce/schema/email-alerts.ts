import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Draft } from './load-schema.ts';
import { DeployError } from './errors.ts';
import { inert, parseComponent, readComponent, xmlList, type MetadataFile } from './metadata-file.ts';
import { Workflow } from './workflow.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_workflow.htm, of which these are found here. */
const RECIPIENTS = ['contactLookup', 'creator', 'email', 'group', 'owner', 'user', 'userLookup'] as const;

const AlertSource = z.strictObject({
  fullName: z.string(),
  ccEmails: xmlList(z.string()),
  recipients: xmlList(
    z.strictObject({
      type: z.enum(RECIPIENTS, `has to be one of ${RECIPIENTS.join(', ')} here`),
      field: z.string().optional(),
      recipient: z.string().optional(),
    }),
  ),
  template: z.string(),
  ...inert('description', 'protected', 'senderAddress', 'senderType'),
});

const TemplateSource = z.object({
  subject: z.string().default(''),
  style: z.string().optional(),
  type: z.enum(['text', 'html', 'custom'], 'has to be text, html or custom here'),
  uiType: z.literal('Aloha', 'has to be Aloha here').optional(),
});

/** A message about a record of an object, and who gets it. */
export interface EmailAlert {
  /** The workflow's file. */
  place: string;
  /** `Project__c.Tell` */
  name: string;
  object: string;
  subject: string;
  body: string;
  recipients: z.output<typeof AlertSource>['recipients'];
  ccEmails: string[];
}

/** The alerts of all objects. Throws DeployError for one that could not be sent, and for a workflow that does more. */
export function readEmailAlerts({ filesOf }: Draft): EmailAlert[] {
  const templates = new Map(filesOf('email').map((file) => [templateName(file), file]));
  return filesOf('workflow').flatMap((file) =>
    readComponent(file, 'Workflow', Workflow).alerts.map((element) => {
      const { fullName, template, recipients, ccEmails } = parseComponent(
        file.path,
        'WorkflowAlert',
        AlertSource,
        element,
      );
      const found = templates.get(template);
      if (found === undefined)
        throw new DeployError(file.path, `In field: template - no EmailTemplate named ${template} found`);
      const { subject, body } = readTemplate(found);
      return {
        place: file.path,
        name: `${file.name}.${fullName}`,
        object: file.name,
        subject,
        body,
        recipients,
        ccEmails,
      };
    }),
  );
}

/** `email/Team/Hello.email-meta.xml` → `Team/Hello` */
function templateName({ path }: MetadataFile): string {
  return /([^/\\]+[/\\][^/\\]+)\.email-meta\.xml$/.exec(path)?.[1]?.replace('\\', '/') ?? '';
}

function readTemplate(file: MetadataFile): { subject: string; body: string } {
  const { subject } = readComponent(file, 'EmailTemplate', TemplateSource);
  const content = file.path.replace(/-meta\.xml$/, '');
  return { subject, body: existsSync(content) ? readFileSync(content, 'utf8') : '' };
}
