import type { SourceFiles } from '../../org-source/index.ts';
import type { ComponentName } from '../package/index.ts';
import type { AppliedComponent } from './apply-package.ts';

/** The source of an org as a deployment would leave it. */
export interface Candidate {
  before: SourceFiles;
  after: SourceFiles;
  applied: AppliedComponent[];
  deleted: (ComponentName & { fileName: string })[];
}
