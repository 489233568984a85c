import { z } from 'zod';
import { limitExceeded } from '../errors.ts';
import { atomically } from './atomically.ts';
import { parseBody } from './body.ts';
import { halted, runAll, SubRequest, told } from './composite.ts';
import type { Dispatch } from './dispatch.ts';
import { ok, type Answer, type Call, type Endpoint } from './endpoint.ts';

const MOST_GRAPHS = 75;
const MOST_NODES = 500;

const Graph = z.object({ graphId: z.string().min(1), compositeRequest: z.array(SubRequest) });
const Graphs = z.object({ graphs: z.array(Graph) });

/** Composite requests side by side, up to 500 sub-requests: each graph is all or nothing by itself. */
export function graphEndpoints(dispatch: Dispatch): Endpoint[] {
  return [{ method: 'POST', path: '/composite/graph', answer: (call) => answerGraphs(call, dispatch) }];
}

function answerGraphs(call: Call, dispatch: Dispatch): Answer {
  const { graphs } = parseBody(Graphs, call.body);
  const nodes = graphs.reduce((sum, { compositeRequest }) => sum + compositeRequest.length, 0);
  if (graphs.length > MOST_GRAPHS) throw limitExceeded(`Composite Graph API: at most ${MOST_GRAPHS} graphs`);
  if (nodes > MOST_NODES) throw limitExceeded(`Composite Graph API: at most ${MOST_NODES} nodes`);
  return ok({ graphs: graphs.map((graph) => answerGraph(call, dispatch, graph)) });
}

function answerGraph(call: Call, dispatch: Dispatch, { graphId, compositeRequest }: z.infer<typeof Graph>) {
  return atomically(call.platform.org.database, () => {
    const parts = runAll(call, dispatch, compositeRequest, true);
    const isSuccessful = parts.every(({ answer }) => answer.status < 400);
    const graphResponse = told(isSuccessful ? parts : parts.map(halted)).body;
    return { keep: isSuccessful, result: { graphId, graphResponse, isSuccessful } };
  });
}
