import { BUNDLE, COMPONENT_TYPES, LABEL, LABELS } from '../package/index.ts';

/** The types that this org takes, https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_describe.htm */
export function describeMetadata() {
  return {
    metadataObjects: COMPONENT_TYPES.map(({ type, folder, suffix, children, inFolder, hasContent }) => ({
      childXmlNames: type === LABELS ? [LABEL] : children.map((child) => child.type),
      directoryName: folder,
      inFolder,
      metaFile: hasContent,
      ...(type !== BUNDLE && { suffix }),
      xmlName: type,
    })),
    organizationNamespace: '',
    partialSaveAllowed: true,
    testRequired: false,
  };
}
