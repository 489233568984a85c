import { z } from 'zod';
import { DeployError, readComponent, type MetadataFile } from '../../schema/index.ts';
import { inert, xmlList } from '../../xml.ts';
import type { Folder } from '../model.ts';

const FolderXml = z.strictObject({
  accessType: z.string().default('Public'),
  folderShares: xmlList(z.unknown()),
  name: z.string(),
  ...inert('fullName', 'publicFolderAccess', 'sharedTo'),
});

/** A folder that everybody may open. Throws DeployError for one that is shared with some people only. */
export function readFolder(file: MetadataFile, type: Folder['type']): Folder {
  const { name, accessType, folderShares } = readComponent(file, `${type}Folder`, FolderXml);
  const isForSome = folderShares.length > 0 || !['Public', 'PublicInternal'].includes(accessType);
  if (isForSome) throw new DeployError(file.path, 'a folder that is not public is not supported yet');
  return { developerName: decodeURIComponent(file.name), name, type };
}
