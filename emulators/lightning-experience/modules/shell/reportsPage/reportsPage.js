import { LightningElement } from 'lwc';
import { query } from 'lds/network';

/** Every dashboard and report. */
export default class ReportsPage extends LightningElement {
  lists;
  failure;

  connectedCallback() {
    document.title = 'Reports | Lightning';
    this.read();
  }

  async read() {
    try {
      const [dashboards, reports] = await Promise.all([
        query('SELECT Id, Title, Description, FolderName FROM Dashboard ORDER BY Title'),
        query('SELECT Id, Name, Description, FolderName FROM Report ORDER BY Name'),
      ]);
      this.lists = [toList('Dashboards', 'Dashboard', dashboards), toList('Reports', 'Report', reports)];
    } catch (error) {
      this.failure = [error.body].flat()[0]?.message ?? 'You may not see any.';
    }
  }
}

function toList(title, object, records) {
  const items = records.map(({ Id, Title, Name, Description, FolderName }) => ({
    name: Title ?? Name,
    about: [FolderName, Description].filter(Boolean).join(' · '),
    url: `/lightning/r/${object}/${Id}/view`,
  }));
  return { title, items, isEmpty: items.length === 0 };
}
