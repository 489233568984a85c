/** One sentence of the process that Groundwork carries out, and where to find it. */
export interface Requirement {
  /** `A1` to `A54` for the collaboration between teams, `B1` to `B22` for the strategies. */
  id: string;
  /** What is asked for, in short. */
  asks: string;
  /** What carries it. Names in square brackets are components of `force-app`, or paths of this repository. */
  carriedBy: string;
  /** What it lacks as yet, if anything. */
  notYet?: string;
  /** What shows it: `folder/file: title`, or `folder/file: title of a group › title`, as they stand in the test. */
  shownBy: readonly string[];
}
