import { document, type PackageFiles } from './salesforce-packages.ts';

/** One component of a type, as a package brings it. */
export interface Sample {
  type: string;
  fullName: string;
  files: PackageFiles;
  /** The name by which `listMetadata` asks, when it is not the type. */
  listedAs?: string;
}

export function whole(type: string, fullName: string, path: string, elements: string): Sample {
  return { type, fullName, files: { [path]: document(type, elements) } };
}

/** A part of the object Project__c. */
export function part(type: string, name: string, element: string, elements: string): Sample {
  const text = `<${element}><fullName>${name}</fullName>${elements}</${element}>`;
  return {
    type,
    fullName: `Project__c.${name}`,
    files: { 'objects/Project__c.object': document('CustomObject', text) },
  };
}

export function folder(type: string, path: string): Sample {
  const elements = '<accessType>Public</accessType><name>Team</name><publicFolderAccess>ReadWrite</publicFolderAccess>';
  return {
    type,
    fullName: 'Team',
    files: { [path]: document(`${type.replace('Template', '')}Folder`, elements) },
    listedAs: `${type.replace('Template', '')}Folder`,
  };
}
