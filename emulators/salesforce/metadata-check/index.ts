export { checkMetadata, checkSources } from './check-metadata.ts';
export { type Finding } from './finding.ts';
export { readSources, toSource, type Source } from './sources.ts';
export { childOf, childrenOf, parseXml, textOf, XmlError, type XmlElement } from './xml.ts';
