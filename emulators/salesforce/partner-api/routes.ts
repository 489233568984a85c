import type { FastifyInstance } from 'fastify';
import { callerOf, readEnvelope, SoapFault, writeAnswer, writeFault } from '../metadata-api/index.ts';
import type { Platform } from '../platform.ts';
import { OPERATIONS } from './operations.ts';

const APIS = {
  u: { namespace: 'urn:partner.soap.sforce.com', faults: 'urn:fault.partner.soap.sforce.com' },
  c: { namespace: 'urn:enterprise.soap.sforce.com', faults: 'urn:fault.enterprise.soap.sforce.com' },
};

/** The SOAP API of records, alike in the partner and the enterprise WSDL. An operation that is not here is a fault. */
export function partnerSoapRoutes(app: FastifyInstance, platform: Platform): void {
  for (const [api, { namespace, faults }] of Object.entries(APIS)) {
    app.post<{ Params: { version: string } }>(`/services/Soap/${api}/:version`, (request, reply) => {
      const { version } = request.params;
      reply.type('text/xml; charset=utf-8');
      try {
        const text = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
        return reply.send(answer(platform, text, namespace, version));
      } catch (error) {
        if (error instanceof SoapFault) return reply.code(500).send(writeFault(error, faults));
        throw error;
      }
    });
  }
}

function answer(platform: Platform, text: string, namespace: string, version: string): string {
  const request = readEnvelope(text);
  const operation = Object.hasOwn(OPERATIONS, request.operation) ? OPERATIONS[request.operation] : undefined;
  if (operation !== undefined) {
    return writeAnswer(request.operation, operation(platform, request, version), namespace);
  }
  callerOf(platform, request);
  throw new SoapFault('soapenv:Client', `No operation available for request {${namespace}}${request.operation}`);
}
