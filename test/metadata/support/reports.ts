import type { Persona } from './org.ts';

interface Cell {
  readonly label: string;
  readonly value: unknown;
}

interface Grouping extends Cell {
  readonly key: string;
  readonly groupings: readonly Grouping[];
}

interface Answer {
  readonly factMap: Record<string, { aggregates: Cell[]; rows?: { dataCells: Cell[] }[] }>;
  readonly groupingsDown: { groupings: Grouping[] };
  /** Null in a component of a dashboard. */
  readonly groupingsAcross: { groupings: Grouping[] } | null;
  readonly reportMetadata: { aggregates: string[]; detailColumns: string[] };
}

/** What a column or an aggregate is called, to what it holds: `Account__c`, `Handoffs__r.Leg__c`. */
export type Told = Readonly<Record<string, unknown>>;

/** A group of the lowest level, or a cell of a matrix. */
export interface Group {
  /** The labels from the outermost group down, then across. */
  readonly labels: readonly string[];
  /** `RowCount`, `s!Yearly_Revenue__c`; `a!`, `mx!` for average and maximum. */
  readonly totals: Told;
  readonly rows: readonly Told[];
}

/** A report as a person sees it. */
export interface Report {
  /** Those with rows in them. */
  readonly groups: readonly Group[];
  readonly totals: Told;
  /** All rows, in the order of their groups, with the labels a person reads. */
  readonly rows: readonly Told[];
}

interface Found {
  readonly key: string;
  readonly labels: readonly string[];
}

/** Runs the report with this developer name as the person, with its rows. */
export async function runReport(as: Persona, developerName: string): Promise<Report> {
  const [found] = await as.query(`SELECT Id FROM Report WHERE DeveloperName = '${developerName}'`);
  if (found === undefined) throw new Error(`There is no report ${developerName}`);
  return toReport((await as.get(`/analytics/reports/${String(found['Id'])}?includeDetails=true`)) as Answer);
}

/** A component of a dashboard, with what it shows of its report; nothing where the person may not see it. */
export interface Component {
  readonly header: string;
  readonly status: string;
  /** Developer name of the report. */
  readonly reportName: string;
  readonly isTable: boolean;
  readonly report: Report | undefined;
}

interface DashboardAnswer {
  readonly componentData: { componentId: string; reportResult: Answer | null; status: { dataStatus: string } }[];
  readonly dashboardMetadata: {
    components: { id: string; header: string; reportId: string; properties: { visualizationType: string } }[];
  };
}

/** The components of the dashboard with this title, as the person sees them. */
export async function openDashboard(as: Persona, title: string): Promise<readonly Component[]> {
  const all = (await as.get('/analytics/dashboards')) as { id: string; name: string }[];
  const id = all.find(({ name }) => name === title)?.id;
  if (id === undefined) throw new Error(`There is no dashboard ${title}`);
  const { componentData, dashboardMetadata } = (await as.get(`/analytics/dashboards/${id}`)) as DashboardAnswer;
  const saved = await as.query('SELECT Id, DeveloperName FROM Report');
  return dashboardMetadata.components.flatMap(({ id: component, header, reportId, properties }) =>
    componentData
      .filter(({ componentId }) => componentId === component)
      .map(({ reportResult, status }) => ({
        header,
        status: status.dataStatus,
        reportName: String(saved.find(({ Id }) => Id === reportId)?.['DeveloperName']),
        isTable: properties.visualizationType === 'FlexTable',
        report: reportResult === null ? undefined : toReport(reportResult),
      })),
  );
}

function toReport({ factMap, groupingsDown, groupingsAcross, reportMetadata }: Answer): Report {
  const totalsAt = (key: string): Told =>
    Object.fromEntries(
      (factMap[key]?.aggregates ?? []).map(({ value }, index) => [
        withoutTable(reportMetadata.aggregates[index] ?? ''),
        value,
      ]),
    );
  const rowsAt = (key: string): Told[] =>
    (factMap[key]?.rows ?? []).map(({ dataCells }) =>
      Object.fromEntries(
        dataCells.map(({ label }, index) => [withoutTable(reportMetadata.detailColumns[index] ?? ''), label]),
      ),
    );
  const groups = lowest(groupingsDown.groupings)
    .flatMap((down) =>
      lowest(groupingsAcross?.groupings ?? []).map((across) => {
        const key = `${down.key}!${across.key}`;
        return { labels: [...down.labels, ...across.labels], totals: totalsAt(key), rows: rowsAt(key) };
      }),
    )
    .filter(({ totals }) => totals['RowCount'] !== 0);
  return { groups, totals: totalsAt('T!T'), rows: groups.flatMap(({ rows }) => rows) };
}

/** The groups that have none below them; the total where nothing is grouped. */
function lowest(groupings: readonly Grouping[], above: readonly string[] = []): Found[] {
  if (groupings.length === 0 && above.length === 0) return [{ key: 'T', labels: [] }];
  return groupings.flatMap(({ key, label, groupings: below }) => {
    const labels = [...above, label];
    return below.length === 0 ? [{ key, labels }] : lowest(below, labels);
  });
}

/** `s!Account.Requests__r$Effort__c` → `s!Requests__r.Effort__c`, `s!Account$Name` → `s!Name` */
function withoutTable(name: string): string {
  return name.replace(/\w+(?:\.(\w+))?\$/, (_, child?: string) => (child === undefined ? '' : `${child}.`));
}
