import type { FastifyInstance } from 'fastify';
import type { Platform } from '../../platform.ts';
import { NEWEST_VERSION, OLDEST_VERSION } from '../../routes/data-api.ts';
import { callerOf } from './caller.ts';
import { readEnvelope, SoapFault, writeAnswer, writeFault } from './envelope.ts';
import { OPERATIONS } from './operations.ts';

/** The Metadata API over SOAP. A fault is answered with status 500. */
export function metadataSoapRoutes(app: FastifyInstance, platform: Platform): void {
  app.post<{ Params: { version: string } }>('/services/Soap/m/:version', (request, reply) => {
    reply.type('text/xml; charset=utf-8');
    try {
      const text = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
      checkVersion(request.params.version);
      return reply.send(answer(platform, text));
    } catch (error) {
      if (error instanceof SoapFault) return reply.code(500).send(writeFault(error));
      throw error;
    }
  });
}

/** `66.0`; the data API knows which there are. */
function checkVersion(version: string): void {
  const number = /^(\d+)\.0$/.exec(version)?.[1];
  if (number !== undefined && Number(number) >= OLDEST_VERSION && Number(number) <= NEWEST_VERSION) return;
  const message = 'UNSUPPORTED_API_VERSION: Invalid Api version specified on URL';
  throw new SoapFault('sf:UNSUPPORTED_API_VERSION', message);
}

function answer(platform: Platform, text: string): string {
  const request = readEnvelope(text);
  const user = callerOf(platform, request);
  const { operation, body } = request;
  if (user.profile !== 'System Administrator') {
    const message = 'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions';
    throw new SoapFault('sf:INSUFFICIENT_ACCESS', `INSUFFICIENT_ACCESS: ${message}`);
  }
  const run = Object.hasOwn(OPERATIONS, operation) ? OPERATIONS[operation] : undefined;
  if (run === undefined) {
    const name = `{http://soap.sforce.com/2006/04/metadata}${operation}`;
    throw new SoapFault('soapenv:Client', `No operation available for request ${name}`);
  }
  return writeAnswer(operation, run(platform.metadata, user, body));
}
