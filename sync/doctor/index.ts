export { type Finding } from './finding.ts';
export { explainSettings } from './explain-settings.ts';
export { isHealthy, reportFindings } from './report-findings.ts';
export { runDoctor } from './run-doctor.ts';
