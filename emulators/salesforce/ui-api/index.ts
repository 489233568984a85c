import type { Endpoint } from '../routes/endpoint.ts';
import { layoutEndpoints } from './layout.ts';
import { listViewEndpoints } from './list-views.ts';
import { lookupEndpoints } from './lookups.ts';
import { objectInfoEndpoints } from './object-info.ts';
import { picklistEndpoints } from './picklist-values.ts';
import { recordDefaultsEndpoints } from './record-defaults.ts';
import { recordUiEndpoints } from './record-ui.ts';
import { uiRecordEndpoints } from './records.ts';
import { relatedListInfoEndpoints } from './related-list-info.ts';
import { relatedListEndpoints } from './related-list.ts';

/** The part of the API that pages live on. */
export function uiApiEndpoints(): Endpoint[] {
  return [
    ...uiRecordEndpoints(),
    ...objectInfoEndpoints(),
    ...picklistEndpoints(),
    ...relatedListEndpoints(),
    ...relatedListInfoEndpoints(),
    ...layoutEndpoints(),
    ...recordDefaultsEndpoints(),
    ...recordUiEndpoints(),
    ...listViewEndpoints(),
    ...lookupEndpoints(),
  ];
}
