import type { Problem } from '../package/index.ts';
import type { Deployment } from './deployments.ts';
import type { Outcome } from './run-deploy.ts';

const NO_TESTS = {
  codeCoverage: [],
  codeCoverageWarnings: [],
  failures: [],
  flowCoverage: [],
  flowCoverageWarnings: [],
  numFailures: 0,
  numTestsRun: 0,
  successes: [],
  totalTime: 0,
};

/**
 * A deployment as both APIs tell it.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_deployresult.htm
 */
export function toDeployResult(deployment: Deployment, { includeDetails }: { includeDetails: boolean }) {
  const { id, user, options, status, outcome, error, canceledBy } = deployment;
  const stamp = (date: Date | undefined): string | undefined => date?.toISOString();
  const isDone = status !== 'Pending' && status !== 'InProgress';
  const errors =
    outcome?.problems.filter(({ isWarning }) => isWarning !== true).length ?? (error === undefined ? 0 : 1);
  const succeeded = status === 'Succeeded' || status === 'SucceededPartial';
  const failed = new Set(
    outcome?.problems.filter(({ isWarning }) => isWarning !== true).map(({ type, fullName }) => `${type}#${fullName}`),
  );
  return present({
    id,
    status,
    done: isDone,
    success: succeeded,
    ...options,
    numberComponentErrors: errors,
    numberComponentsDeployed: outcome === undefined ? 0 : outcome.total - failed.size,
    numberComponentsTotal: outcome?.total ?? 0,
    numberTestErrors: 0,
    numberTestsCompleted: 0,
    numberTestsTotal: 0,
    runTestsEnabled: false,
    createdBy: user.id.slice(0, 15),
    createdByName: user.name,
    createdDate: stamp(deployment.createdAt),
    startDate: stamp(deployment.startedAt),
    lastModifiedDate: stamp(deployment.completedAt ?? deployment.startedAt ?? deployment.createdAt),
    completedDate: stamp(deployment.completedAt),
    canceledBy: canceledBy?.id,
    canceledByName: canceledBy?.name,
    errorMessage: error,
    errorStatusCode: error === undefined ? undefined : 'UNKNOWN_EXCEPTION',
    details: includeDetails && isDone ? toDetails(deployment, outcome) : undefined,
  });
}

function toDetails({ completedAt }: Deployment, outcome: Outcome | undefined) {
  const createdDate = completedAt?.toISOString();
  const problems = outcome?.problems ?? [];
  const failed = new Set(problems.map(({ type, fullName }) => `${type}#${fullName}`));
  const base = { createdDate, created: false, changed: false, deleted: false, success: true, warning: false };
  const applied = (outcome?.applied ?? []).map(({ component, created, changed }) => ({
    ...base,
    ...{ componentType: component.type, fullName: component.fullName, fileName: component.fileName },
    ...{ created, changed: changed && !created },
  }));
  const deleted = (outcome?.deleted ?? []).map(({ type, fullName, fileName }) => ({
    ...base,
    ...{ componentType: type, fullName, fileName, deleted: true },
  }));
  const manifest = { ...base, componentType: '', fullName: 'package.xml', fileName: 'package.xml', changed: true };
  const warnings = problems.filter(({ isWarning }) => isWarning === true);
  return {
    componentFailures: problems
      .filter(({ isWarning }) => isWarning !== true)
      .map((problem) => ({ ...base, ...toMessage(problem), success: false })),
    componentSuccesses: [
      ...[...applied, ...deleted].filter((one) => !failed.has(`${one.componentType}#${one.fullName}`)),
      ...warnings.map((problem) => ({ ...base, ...toMessage(problem) })),
      manifest,
    ],
    runTestResult: NO_TESTS,
  };
}

function toMessage({ type, fullName, fileName, problem, lineNumber, columnNumber, isWarning }: Problem) {
  return present({
    ...{ componentType: type, fullName, fileName, problem, problemType: isWarning === true ? 'Warning' : 'Error' },
    ...{ lineNumber, columnNumber },
  });
}

/** Without what is undefined. */
function present<Value extends object>(values: Value): Value {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Value;
}
