import type { Org } from '../../org.ts';
import { labelsOf } from '../deploy/index.ts';
import {
  BUNDLE,
  componentAt,
  findChildType,
  findType,
  FOLDER_TYPES,
  LABEL,
  LABELS,
  packagePathOf,
  splitName,
  type ComponentName,
} from '../package/index.ts';

/** One component of an org, https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_listmetadata.htm */
export interface FileProperties {
  createdById: string;
  createdByName: string;
  createdDate: string;
  fileName: string;
  fullName: string;
  id: string;
  lastModifiedById: string;
  lastModifiedByName: string;
  lastModifiedDate: string;
  manageableState: 'unmanaged';
  type: string;
}

/** The components of a type, those in one folder when one is given. Who made them when is not kept. */
export function listMetadata(org: Org, type: string, folder?: string): FileProperties[] {
  const names = new Set(namesOf(org, type));
  return [...names]
    .filter((name) => folder === undefined || folder === '' || name.startsWith(`${folder}/`))
    .toSorted()
    .map((fullName) => toFileProperties({ type, fullName }));
}

export function toFileProperties({ type, fullName }: ComponentName): FileProperties {
  const never = '1970-01-01T00:00:00.000Z';
  return {
    ...{ createdById: '', createdByName: '', createdDate: never, fileName: fileNameOf({ type, fullName }), fullName },
    ...{ id: '', lastModifiedById: '', lastModifiedByName: '', lastModifiedDate: never },
    ...{ manageableState: 'unmanaged', type },
  };
}

function namesOf(org: Org, type: string): string[] {
  const source = org.source();
  if (type === LABEL) {
    const files = [...source].filter(([path]) => componentAt(path)?.type === LABELS);
    return files.flatMap(([, content]) => [...labelsOf(content.toString('utf8')).keys()]);
  }
  const inFolders = FOLDER_TYPES[type];
  const deployed = [...source.keys()]
    .map((path) => componentAt(path))
    .filter((name) => name !== undefined)
    .filter((name) => name.type === (inFolders ?? type))
    .filter(({ type: found, fullName }) => isFolder(found, fullName) === (inFolders !== undefined))
    .map(({ fullName }) => fullName);
  return type === 'CustomObject' ? [...org.schema.objects.keys(), ...deployed] : deployed;
}

function isFolder(type: string, fullName: string): boolean {
  return findType(type)?.inFolder === true && !fullName.includes('/');
}

function fileNameOf({ type, fullName }: ComponentName): string {
  if (findChildType(type) !== undefined) return `objects/${splitName(fullName)[0]}.object`;
  if (type === BUNDLE) return `lwc/${fullName}`;
  if (type === LABEL) return 'labels/CustomLabels.labels';
  return packagePathOf({ type: FOLDER_TYPES[type] ?? type, fullName });
}
