/** Files of a package folder by path, such as `objects/Ticket__c/fields/Size__c.field-meta.xml`. */
export type ComponentFiles = Record<string, string>;

export function component(type: string, elements: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${elements}</${type}>\n`;
}

/** An object whose records have a text for a name. */
export function objectFile(name: string): ComponentFiles {
  const label = labelOf(name);
  const nameField = '<nameField><label>Name</label><type>Text</type></nameField>';
  const elements = `<label>${label}</label><pluralLabel>${label}s</pluralLabel>${nameField}<sharingModel>ReadWrite</sharingModel>`;
  return { [`objects/${name}/${name}.object-meta.xml`]: component('CustomObject', elements) };
}

/** A field; the elements are those after its name and label. */
export function fieldFile(object: string, name: string, elements: string): ComponentFiles {
  const all = `<fullName>${name}</fullName><label>${labelOf(name)}</label><description>Of the bench.</description>${elements}`;
  return { [`objects/${object}/fields/${name}.field-meta.xml`]: component('CustomField', all) };
}

/** A validation rule: no record for which the formula is true. */
export function ruleFile(object: string, name: string, formula: string): ComponentFiles {
  const all = `<fullName>${name}</fullName><active>true</active><errorConditionFormula><![CDATA[${formula}]]></errorConditionFormula><errorMessage>${name}</errorMessage>`;
  return { [`objects/${object}/validationRules/${name}.validationRule-meta.xml`]: component('ValidationRule', all) };
}

/** `Due_Date__c` → `Due Date` */
function labelOf(name: string): string {
  return name.replace(/__c$/, '').replaceAll('_', ' ');
}
