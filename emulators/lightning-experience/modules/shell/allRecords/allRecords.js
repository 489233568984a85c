import { api, LightningElement, wire } from 'lwc';
import { query } from 'lds/network';
import { getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import { fieldPaths, labelOf } from 'shell/fieldPaths';
import { toList } from './columns';
import { toRows } from './rows';

const MOST_ROWS = 200;

/** An object's records that this person may see, when no list view says which and how. */
export default class AllRecords extends LightningElement {
  records;
  failure;
  shownInfo;

  /** Of the object. */
  @api
  get info() {
    return this.shownInfo;
  }
  set info(info) {
    this.shownInfo = info;
    this.records = undefined;
    this.failure = undefined;
    this.read(info);
  }

  @wire(getPicklistValuesByRecordType, {
    objectApiName: '$shownInfo.apiName',
    recordTypeId: '$shownInfo.defaultRecordTypeId',
  })
  picklists;

  get title() {
    return this.shownInfo.labelPlural;
  }
  get columns() {
    return toList(this.shownInfo).names.map((name) => ({ name, label: labelOf(this.shownInfo.fields[name]) }));
  }
  get rows() {
    const { records, picklists } = this;
    return toRows({ info: this.shownInfo, names: toList(this.shownInfo).names, records, picklists: picklists.data });
  }
  get summary() {
    const { length } = this.records;
    return length === MOST_ROWS ? `First ${length}` : `${length} ${length === 1 ? 'item' : 'items'}`;
  }
  get isEmpty() {
    return this.records?.length === 0;
  }
  get failureText() {
    return [this.failure.body].flat()[0]?.message ?? 'You may not see these records.';
  }
  get newUrl() {
    return this.shownInfo.createable ? `/lightning/o/${this.shownInfo.apiName}/new` : undefined;
  }

  handleDeleted() {
    this.read(this.shownInfo);
  }

  async read(info) {
    const { names, orderBy } = toList(info);
    const paths = names.flatMap((name) => fieldPaths(info, name)).map((path) => path.slice(info.apiName.length + 1));
    const order = orderBy === '' ? '' : ` ORDER BY ${orderBy}`;
    const select = [...new Set(['Id', ...paths])].join(', ');
    try {
      const records = await query(`SELECT ${select} FROM ${info.apiName}${order} LIMIT ${MOST_ROWS}`);
      if (info === this.shownInfo) this.records = records;
    } catch (error) {
      this.failure = error;
    }
  }
}
