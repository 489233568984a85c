import { parseXml, XmlError, type XmlElement } from '../../metadata-check/index.ts';
import { escapeXml } from '../xml/index.ts';

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const METADATA = 'http://soap.sforce.com/2006/04/metadata';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** An error that is answered as a SOAP fault. */
export class SoapFault extends Error {
  override name = 'SoapFault';
  /** `sf:INVALID_SESSION_ID` */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export interface SoapRequest {
  /** Blank when the header has none. */
  sessionId: string;
  /** Local name of the element in the body. */
  operation: string;
  body: XmlElement;
}

/** Reads an envelope; namespaces are told apart by local names alone. */
export function readEnvelope(text: string): SoapRequest {
  try {
    const envelope = parseXml(text);
    const [body] = part(envelope, 'Body')?.children ?? [];
    if (body === undefined) throw new SoapFault('soapenv:Client', 'Expected an element in the Body of the envelope');
    const session = part(part(envelope, 'Header'), 'SessionHeader');
    return { sessionId: part(session, 'sessionId')?.text.trim() ?? '', operation: localName(body.name), body };
  } catch (error) {
    if (error instanceof XmlError) throw new SoapFault('soapenv:Client', error.message);
    throw error;
  }
}

/** The first child of this local name. */
export function part(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => localName(child.name) === name);
}

/** The text of a child, undefined when it is absent. */
export function partText(element: XmlElement | undefined, name: string): string | undefined {
  return part(element, name)?.text.trim();
}

export function localName(name: string): string {
  return name.split(':').at(-1) ?? name;
}

/** The answer to an operation: one `result`, or one for each of a list. */
export function writeAnswer(operation: string, result: unknown, namespace = METADATA): string {
  return envelope(`<${operation}Response xmlns="${namespace}">${toXml('result', result)}</${operation}Response>`);
}

export function writeFault({ code, message }: SoapFault, namespace = METADATA): string {
  const fault = `<faultcode>${escapeXml(code)}</faultcode><faultstring>${escapeXml(message)}</faultstring>`;
  return envelope(`<soapenv:Fault xmlns:sf="${namespace}">${fault}</soapenv:Fault>`);
}

function envelope(body: string): string {
  return `${DECLARATION}<soapenv:Envelope xmlns:soapenv="${SOAP}"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
}

/** An element for a value; a list becomes one element each, and what is undefined none. */
function toXml(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => toXml(name, one)).join('');
  if (typeof value === 'object' && value !== null) {
    const inner = Object.entries(value).map(([key, one]) => toXml(key, one));
    return `<${name}>${inner.join('')}</${name}>`;
  }
  if (typeof value === 'string') return `<${name}>${escapeXml(value)}</${name}>`;
  return typeof value === 'number' || typeof value === 'boolean' ? `<${name}>${value.toString()}</${name}>` : '';
}
