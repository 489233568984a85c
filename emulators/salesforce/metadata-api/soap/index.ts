export { callerOf } from './caller.ts';
export { metadataSoapRoutes } from './routes.ts';
export { localName, partText, readEnvelope, SoapFault, writeAnswer, writeFault, type SoapRequest } from './envelope.ts';
