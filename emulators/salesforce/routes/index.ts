import { analyticsEndpoints } from '../analytics/index.ts';
import { bulkEndpoints } from '../bulk/index.ts';
import { deployRequestEndpoints } from '../metadata-api/index.ts';
import { notificationEndpoints } from '../notifications/index.ts';
import { toolingEndpoints } from '../tooling/index.ts';
import { uiApiEndpoints } from '../ui-api/index.ts';
import { batchEndpoints } from './batch.ts';
import { collectionEndpoints } from './collections.ts';
import { compositeEndpoints } from './composite.ts';
import { describeEndpoints } from './describe.ts';
import { createDispatch } from './dispatch.ts';
import type { Endpoint } from './endpoint.ts';
import { describeLayoutEndpoints } from './describe-layouts.ts';
import { externalIdEndpoints } from './external-ids.ts';
import { graphEndpoints } from './graph.ts';
import { limitEndpoints } from './limits.ts';
import { passwordEndpoints } from './passwords.ts';
import { queryEndpoints } from './query.ts';
import { recentEndpoints } from './recent.ts';
import { replicationEndpoints } from './replication.ts';
import { rowEndpoints } from './rows.ts';
import { searchEndpoints } from './search.ts';
import { treeEndpoints } from './tree.ts';
import { resourceEndpoints } from './versions.ts';

export { dataApiRoutes } from './data-api.ts';
export { coverageRoutes } from './coverage.ts';
export { outboxRoutes } from './outbox.ts';
export { recycleBinRoutes } from './recycle-bin.ts';
export { versionRoutes } from './versions.ts';

/** Every resource under `/services/data/vXX.X`. Composite requests reach all of them but themselves. */
export function allEndpoints(): Endpoint[] {
  const endpoints: Endpoint[] = [];
  const dispatch = createDispatch(() => endpoints);
  endpoints.push(
    ...resourceEndpoints(),
    ...queryEndpoints(),
    ...describeEndpoints(),
    ...describeLayoutEndpoints(),
    ...recentEndpoints(),
    ...replicationEndpoints(),
    ...rowEndpoints(),
    ...externalIdEndpoints(),
    ...passwordEndpoints(),
    ...limitEndpoints(),
    ...compositeEndpoints(dispatch),
    ...batchEndpoints(dispatch),
    ...graphEndpoints(dispatch),
    ...searchEndpoints(),
    ...collectionEndpoints(),
    ...treeEndpoints(),
    ...uiApiEndpoints(),
    ...notificationEndpoints(),
    ...bulkEndpoints(),
    ...deployRequestEndpoints(),
    ...analyticsEndpoints(),
    ...toolingEndpoints(),
  );
  return endpoints;
}
export type { Endpoint } from './endpoint.ts';
