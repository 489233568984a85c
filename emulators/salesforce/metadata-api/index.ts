export { MetadataApi } from './metadata-api.ts';
export { deployRequestEndpoints } from './rest/index.ts';
export { metadataSoapRoutes } from './soap/index.ts';

/* SOAP, for the other APIs that speak it */
export {
  callerOf,
  localName,
  partText,
  readEnvelope,
  SoapFault,
  writeAnswer,
  writeFault,
  type SoapRequest,
} from './soap/index.ts';
export { escapeXml } from './xml/index.ts';
export { COMPONENT_TYPES, LABEL, REFUSED_TYPES } from './package/index.ts';
