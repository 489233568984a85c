export { callerOf } from './caller.ts';
export { metadataSoapRoutes } from './routes.ts';
export { localName, readEnvelope, SoapFault, writeAnswer, writeFault } from './envelope.ts';
