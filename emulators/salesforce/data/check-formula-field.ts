import type { Field, SObjectType } from '../entities.ts';
import type { CompiledFormula } from '../formula/index.ts';
import { DeployError } from '../schema/index.ts';
import type { FieldPath } from './field-path.ts';
import type { PathResolver } from './formula-paths.ts';

/** https://help.salesforce.com/s/articleView?id=platform.formula_field_limits.htm */
const MOST_HOPS = 10;
const MOST_RELATIONSHIPS = 15;
const LONG_TEXT = 255;

/** What a formula field may not be, beyond what every formula may not. Throws DeployError. */
export function checkFormulaField(place: string, formula: CompiledFormula, paths: PathResolver): void {
  for (const path of formula.fields) {
    const found = paths.find(path);
    if (path.length - 1 > MOST_HOPS) {
      throw new DeployError(place, `${path.join('.')} goes over more than ${MOST_HOPS} relationships`);
    }
    if (found?.field.type === 'textarea' && found.field.length > LONG_TEXT) {
      const told = `You referenced an unsupported field type called "Long Text Area" using the following field: ${path.join('.')}`;
      throw new DeployError(place, told);
    }
  }
}

interface Member {
  object: SObjectType;
  field: Field;
}

/** Holds all formula fields against each other: none may need itself, and an object has 15 relationships for them. */
export function checkReferences(members: Member[], read: (object: SObjectType, field: Field) => FieldPath[]): void {
  const done = new Set<Field>();
  function visit({ object, field }: Member, trail: string[]): void {
    const name = `${object.name}.${field.name}`;
    if (trail.includes(name)) {
      const circle = [...trail.slice(trail.indexOf(name)), name].join(' → ');
      throw new DeployError(name, `The formula refers to itself, directly or through other formulas: ${circle}`);
    }
    if (done.has(field)) return;
    for (const path of read(object, field)) if (path.field.calculated) visit(path, [...trail, name]);
    done.add(field);
  }
  for (const member of members) visit(member, []);

  for (const [object, own] of Map.groupBy(members, (member) => member.object)) {
    const relationships = new Set<string>();
    for (const { field } of own) {
      for (const { hops } of read(object, field)) {
        hops.forEach((_hop, index) =>
          relationships.add(
            hops
              .slice(0, index + 1)
              .map(({ lookup }) => lookup)
              .join('.'),
          ),
        );
      }
    }
    if (relationships.size > MOST_RELATIONSHIPS) {
      const told = `formulas reach over ${relationships.size} relationships; the most is ${MOST_RELATIONSHIPS}`;
      throw new DeployError(object.name, told);
    }
  }
}
