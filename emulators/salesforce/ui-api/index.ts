import type { Endpoint } from '../routes/endpoint.ts';
import { objectInfoEndpoints } from './object-info.ts';
import { picklistEndpoints } from './picklist-values.ts';
import { uiRecordEndpoints } from './records.ts';
import { relatedListEndpoints } from './related-list.ts';

/** The part of the API that pages live on. */
export function uiApiEndpoints(): Endpoint[] {
  return [...uiRecordEndpoints(), ...objectInfoEndpoints(), ...picklistEndpoints(), ...relatedListEndpoints()];
}
