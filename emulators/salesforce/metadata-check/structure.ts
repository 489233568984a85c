import type { Declarations, Property } from './type-declarations.ts';
import { childrenOf, type XmlElement } from './xml.ts';

/** Something wrong at an element; the caller knows the file. */
export interface Remark {
  line: number;
  message: string;
}

/** Root elements whose type is declared under another name. */
const DECLARED_AS: Record<string, string> = { DashboardFolder: 'Folder', ReportFolder: 'Folder' };

/** Elements whose content the declarations do not describe. */
const OPAQUE = new Set(['LightningComponentBundle.targetConfigs']);

/**
 * Compares an element with the declared type of the same name: unknown, missing, repeated and scattered elements, and
 * values that are no member of an enumeration, no number or no boolean. The order of elements is free, as on the
 * platform, but those of one name must stand together ("Element X is duplicated at this location").
 */
export function checkStructure(root: XmlElement, declarations: Declarations): Remark[] {
  const type = DECLARED_AS[root.name] ?? root.name;
  if (!(type in declarations.objects)) {
    return [{ line: root.line, message: `<${root.name}> is no metadata type` }];
  }
  return checkObject(root, type, declarations);
}

function checkObject(element: XmlElement, type: string, declarations: Declarations): Remark[] {
  const properties = declarations.objects[type] ?? {};
  return [...checkPresence(element, properties), ...checkChildren(element, type, properties, declarations)];
}

function checkPresence(element: XmlElement, properties: Record<string, Property>): Remark[] {
  return Object.entries(properties)
    .filter(([name, { required }]) => required && childrenOf(element, name).length === 0)
    .map(([name]) => ({ line: element.line, message: `Required field is missing: ${name}` }));
}

function checkChildren(
  element: XmlElement,
  type: string,
  properties: Record<string, Property>,
  declarations: Declarations,
): Remark[] {
  return element.children.flatMap((child, index) => {
    const property = properties[child.name];
    if (property === undefined) {
      return [{ line: child.line, message: `Element ${child.name} invalid at this location in type ${type}` }];
    }
    const earlier = element.children.slice(0, index).filter(({ name }) => name === child.name);
    if (!property.many && earlier.length > 0) {
      return [{ line: child.line, message: `<${child.name}> stands twice; ${type} takes one` }];
    }
    if (earlier.length > 0 && element.children[index - 1]?.name !== child.name) {
      return [{ line: child.line, message: `Element ${child.name} is duplicated at this location in type ${type}` }];
    }
    return OPAQUE.has(`${type}.${child.name}`) ? [] : checkValue(child, property.type, declarations);
  });
}

function checkValue(element: XmlElement, type: string, declarations: Declarations): Remark[] {
  if (type in declarations.objects) {
    return checkObject(element, type, declarations);
  }
  const { line, name } = element;
  if (element.children.length > 0 && type !== 'any') {
    return [{ line, message: `<${name}> holds elements; expected a value` }];
  }
  const value = element.text.trim();
  const allowed = declarations.unions[type];
  if (allowed && !allowed.includes(value)) {
    return [{ line, message: `'${value}' is not a valid value for the enum '${type}'` }];
  }
  if (type === 'boolean' && !['true', 'false'].includes(value)) {
    return [{ line, message: `<${name}> is "${value}"; expected true or false` }];
  }
  if (type === 'number' && !/^-?\d+(\.\d+)?$/.test(value)) {
    return [{ line, message: `<${name}> is "${value}"; expected a number` }];
  }
  return [];
}
