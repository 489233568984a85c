import { z } from 'zod';
import type { Schema, SharingParty, SharingRule } from '../entities.ts';
import { DeployError } from './errors.ts';
import type { Draft } from './load-schema.ts';
import { inert, readComponent, xmlBoolean, xmlList, type MetadataFile } from './metadata-file.ts';

const elsewhere = z.never('is not supported yet').optional();

/** Whom records are shared with, or taken from. Roles, territories, managers and portals are not in this org. */
const Party = z
  .strictObject({
    allInternalUsers: z.unknown().optional(),
    group: z.string().optional(),
    queue: z.string().optional(),
    managers: elsewhere,
    managerSubordinates: elsewhere,
    role: elsewhere,
    roleAndSubordinates: elsewhere,
    roleAndSubordinatesInternal: elsewhere,
    territory: elsewhere,
    territoryAndSubordinates: elsewhere,
  })
  .refine((party) => Object.values(party).filter((one) => one !== undefined).length === 1, 'expected one party');

const ruleElements = {
  fullName: z.string(),
  accessLevel: z.enum(['Read', 'Edit'], 'is not supported yet; expected Read or Edit'),
  accountSettings: z
    .strictObject({
      caseAccessLevel: z.literal('None', 'is not supported yet'),
      contactAccessLevel: z.literal('None', 'is not supported yet'),
      opportunityAccessLevel: z.literal('None', 'is not supported yet'),
    })
    .optional(),
  ...inert('label', 'description'),
};

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_sharingrules.htm */
const SharingRulesSource = z.strictObject({
  sharingCriteriaRules: xmlList(
    z.strictObject({
      ...ruleElements,
      sharedTo: Party,
      booleanFilter: z.string().optional(),
      includeRecordsOwnedByAll: xmlBoolean.optional(),
      criteriaItems: xmlList(
        z.strictObject({
          field: z.string(),
          operation: z.string(),
          value: z.string().default(''),
          valueField: z.never('is not supported yet').optional(),
        }),
      ),
    }),
  ),
  sharingOwnerRules: xmlList(z.strictObject({ ...ruleElements, sharedTo: Party, sharedFrom: Party })),
  sharingGuestRules: elsewhere,
  sharingTerritoryRules: elsewhere,
});

/** Adds the sharing rules of each object. Throws DeployError. */
export function addSharingRules(schema: Schema, { filesOf }: Draft): void {
  for (const file of filesOf('sharingRules')) schema.sharingRules.push(...readSharingRules(file, schema));
}

function readSharingRules(file: MetadataFile, schema: Schema): SharingRule[] {
  const object = schema.findObject(file.name);
  if (object === undefined) throw new DeployError(file.path, `no CustomObject named ${file.name} found`);
  if (!object.fields.has('OwnerId') || object.sharingModel === 'ControlledByParent') {
    throw new DeployError(file.path, `records of ${object.name} are shared as those above them are`);
  }
  const partyOf = (party: z.output<typeof Party>): SharingParty => toParty(file, schema, party);
  const source = readComponent(file, 'SharingRules', SharingRulesSource);
  const common = ({
    fullName,
    accessLevel,
    sharedTo,
  }: (typeof source.sharingOwnerRules)[number] | (typeof source.sharingCriteriaRules)[number]) => ({
    name: `${object.name}.${fullName}`,
    object: object.name,
    level: accessLevel === 'Edit' ? ('edit' as const) : ('read' as const),
    sharedTo: partyOf(sharedTo),
  });
  return [
    ...source.sharingOwnerRules.map((rule): SharingRule => ({
      ...common(rule),
      which: { kind: 'owned', by: partyOf(rule.sharedFrom) },
    })),
    ...source.sharingCriteriaRules.map((rule): SharingRule => {
      for (const { field } of rule.criteriaItems) checkCriterion(file, object.fields.get(field)?.calculated, field);
      return {
        ...common(rule),
        which: { kind: 'matching', criteria: rule.criteriaItems, logic: rule.booleanFilter },
      };
    }),
  ];
}

function checkCriterion(file: MetadataFile, calculated: boolean | undefined, field: string): void {
  if (calculated === undefined) throw new DeployError(file.path, `no CustomField named ${file.name}.${field} found`);
  if (calculated) throw new DeployError(file.path, `a formula field is no criterion of a sharing rule: ${field}`);
}

function toParty(file: MetadataFile, schema: Schema, { group, queue }: z.output<typeof Party>): SharingParty {
  const name = group ?? queue;
  if (name === undefined) return { kind: 'everybody' };
  const kind = group === undefined ? 'Queue' : 'Regular';
  if (schema.groups.get(name)?.kind === kind) return { kind: 'group', name };
  throw new DeployError(file.path, `no ${kind === 'Queue' ? 'Queue' : 'Group'} named ${name} found`);
}
