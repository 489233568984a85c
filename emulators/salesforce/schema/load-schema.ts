import { readFileSync } from 'node:fs';
import type { Schema, SObjectType } from '../entities.ts';
import { createSchema } from './create-schema.ts';
import { resolveControllers } from './dependent-picklists.ts';
import { addDeployedFields, addDeployedObjects, addSystemFields } from './deployed-objects.ts';
import { addRecordTypes, addValidationRules } from './deployed-parts.ts';
import { readEmailAlerts, type EmailAlert } from './email-alerts.ts';
import { DeployError } from './errors.ts';
import { addGroups } from './groups.ts';
import { addHistories } from './field-history.ts';
import type { MetadataFile } from './metadata-file.ts';
import { readNotificationType, type NotificationType } from './notification-type.ts';
import { STANDARD_STAGES, toStages, type OpportunityStage } from './opportunity-stages.ts';
import { addPermissionSets } from './permission-set-group.ts';
import { resolveRollUps } from './roll-up.ts';
import { checkProfile } from './profile.ts';
import { addSetupParts } from './setup-parts.ts';
import { addShareObjects } from './share-objects.ts';
import { addSharingRules } from './sharing-rules.ts';
import { listMetadataFiles } from './source-project.ts';
import { createStandardObjects } from './standard/index.ts';
import { addStandardValueSet } from './standard-value-sets.ts';
import { readStandardValueSet, toPicklistValue } from './value-sets.ts';

/** What the org hands out to new components and must remember: prefixes and ids. */
export interface Numbering {
  keyPrefixOf(object: string): string;
  recordTypeIdOf(object: string, developerName: string): string;
}

export interface LoadedSource {
  schema: Schema;
  stages: OpportunityStage[];
  notificationTypes: NotificationType[];
  flows: FlowSourceFile[];
  emailAlerts: EmailAlert[];
}

/** A flow as it lies in the source. */
export interface FlowSourceFile {
  path: string;
  /** API name. */
  name: string;
  xml: string;
}

/** A schema on its way: the files of the source by kind, and the objects as far as they are read. */
export interface Draft {
  filesOf: (kind: string) => MetadataFile[];
  objects: Map<string, SObjectType>;
  numbering: Numbering;
}

/** Reads a source project into a schema over the standard objects. Throws DeployError, which names the component. */
export function loadSchema(source: string, numbering: Numbering): LoadedSource {
  const files = listMetadataFiles(source);
  const draft: Draft = {
    filesOf: (kind) => files.filter((file) => file.kind === kind),
    objects: new Map(createStandardObjects().map((object) => [object.name, object])),
    numbering,
  };
  const sources = addDeployedObjects(draft);
  addDeployedFields(draft, sources);
  resolveControllers(draft.objects.values());
  addSystemFields(draft);
  const withHistory = sources.filter(({ source }) => source.enableHistory).map(({ file }) => file.name);
  addHistories(draft.objects, new Set(withHistory));
  addShareObjects(draft);
  resolveRollUps(draft.objects);
  addValidationRules(draft, sources);
  addRecordTypes(draft, sources);
  const stages = loadStages(draft);

  const schema = createSchema([...draft.objects.values()]);
  checkReferences(schema);
  addSetupParts(schema, draft);
  for (const file of draft.filesOf('profile')) checkProfile(file);
  addPermissionSets(schema, draft);
  addGroups(schema, draft);
  addSharingRules(schema, draft);
  return {
    schema,
    stages,
    notificationTypes: draft.filesOf('notiftype').map(readNotificationType),
    emailAlerts: readEmailAlerts(draft),
    flows: draft.filesOf('flow').map(({ path, name }) => ({ path, name, xml: readFileSync(path, 'utf8') })),
  };
}

function loadStages({ filesOf, objects }: Draft): OpportunityStage[] {
  let stages = STANDARD_STAGES;
  for (const file of filesOf('standardValueSet')) {
    if (file.name !== 'OpportunityStage') {
      addStandardValueSet(file, objects);
      continue;
    }
    const values = readStandardValueSet(file);
    stages = toStages(values);
    const picklist = objects.get('Opportunity')?.fields.get('StageName')?.picklist;
    if (picklist !== undefined) picklist.values = values.map(toPicklistValue);
  }
  return stages;
}

function checkReferences(schema: Schema): void {
  for (const object of schema.objects.values()) {
    for (const { name, reference } of object.fields.values()) {
      const missing = reference?.to.find((target) => schema.findObject(target) === undefined);
      if (missing === undefined) continue;
      const problem = `referenceTo value of '${missing}' does not resolve to a valid sObject type`;
      throw new DeployError(`${object.name}.${name}`, problem);
    }
  }
}
