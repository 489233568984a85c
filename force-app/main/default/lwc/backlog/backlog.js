import { wire } from 'lwc';
import { getListRecordsByName } from 'lightning/uiListsApi';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { updateRecord } from 'lightning/uiRecordApi';
import { refreshApex } from '@salesforce/apex';
import IMPLEMENTATION_REQUEST from '@salesforce/schema/Implementation_Request__c';
import BACKLOG_RANK from '@salesforce/schema/Implementation_Request__c.Backlog_Rank__c';
import FocusingElement from 'c/focusingElement';
import { formatLabel } from 'c/formatLabel';
import { isConflict, isNoAccess } from 'c/ldsUtils';
import { PERMISSIONS } from 'c/permissions';
import { firstBelow, isAbove, isBelow, monthDemands } from './cutLines';
import { ENTRY_FIELDS, entryReader } from './entries';
import { choicesOf, matches, NO_FILTER } from './filters';
import { LABELS } from './labels';
import { byRank, neighbourRank, toRank, withMove } from './ranks';

/** The most that a list answers at once. https://developer.salesforce.com/docs/platform/lwc/guide/reference-get-list-records-by-name.html */
const PAGE_SIZE = 2000;

/** As many rows as a screen has; the others follow at once, so that a long backlog does not keep its first ones waiting. */
const FIRST_ROWS = 20;
const MORE_ROWS = 60;
/** @type {readonly RecordRepresentation[]} */
const NO_RECORDS = [];

/** A rank that is being saved. @typedef {{ id: string, rank: number }} Move */

/**
 * The ranked backlog with the lines at which the capacity of each month ends. Who may rank moves requests by dragging or
 * by buttons; only the moved one is saved, and the org makes room.
 */
export default class Backlog extends FocusingElement {
  labels = LABELS;
  objectApiName = IMPLEMENTATION_REQUEST;
  fields = ENTRY_FIELDS;
  pageSize = PAGE_SIZE;
  filter = NO_FILTER;
  entriesOf = entryReader();
  /** How many rows may be on the page so far. */
  mostRows = FIRST_ROWS;
  /** The backlog as it will be once the moves are saved. @type {import('c/backlogRow').Entry[] | null} */
  expected = null;
  /** Moves that wait for the one that is being saved. @type {Move[]} */
  waiting = [];
  announcement = '';
  /** A move that was refused: what it was, and why. @type {{ heading: string, error: LdsError } | null} */
  refusal = null;
  /** A move that somebody else's save came before. @type {Move | null} */
  overtaken = null;
  /** Id of the request that is dragged. */
  dragged = '';
  /** Id of the request over which it is. */
  target = '';
  /** The control to focus once the list is on the page. @type {{ id: string, action: string } | null} */
  focusRow = null;

  /** @type {WireResult<ObjectInfo> | undefined} */
  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  objectInfo;

  /** @type {WireResult<{ records: RecordRepresentation[], nextPageToken?: string | null }> | undefined} */
  @wire(getListRecordsByName, {
    objectApiName: '$objectApiName.objectApiName',
    listViewApiName: 'Backlog',
    optionalFields: '$fields',
    pageSize: '$pageSize',
  })
  list;

  renderedCallback() {
    super.renderedCallback();
    if (this.mostRows < this.shown.length) {
      // eslint-disable-next-line @lwc/lwc/no-async-operation
      setTimeout(() => {
        this.mostRows += MORE_ROWS;
      });
    }
    const { focusRow } = this;
    const row = focusRow && this.template?.querySelector(`c-backlog-row[data-id="${focusRow.id}"]`);
    if (row) {
      this.focusRow = null;
      /** @type {Element & import('c/backlogRow').default} */ (row).focus(focusRow.action);
    }
  }

  /** Nothing for those who may not read requests. */
  get isVisible() {
    const { data, error } = this.objectInfo ?? {};
    return Boolean(data ?? error) && !isNoAccess(error);
  }

  get error() {
    return this.objectInfo?.error ?? this.list?.error;
  }

  get isReady() {
    return !this.error && Boolean(this.objectInfo?.data && this.list?.data);
  }

  get isLoading() {
    return !this.error && !this.isReady;
  }

  get rankField() {
    return this.objectInfo?.data?.fields[BACKLOG_RANK.fieldApiName];
  }

  get canRank() {
    return PERMISSIONS.overrideRank && this.rankField?.updateable === true;
  }

  get isReadOnly() {
    return this.isReady && !this.canRank;
  }

  /** The backlog as Salesforce has it. */
  get saved() {
    return byRank(this.entriesOf(this.list?.data?.records ?? NO_RECORDS));
  }

  get ranked() {
    return this.expected ?? this.saved;
  }

  get shown() {
    return this.ranked.filter((entry) => matches(entry, this.filter));
  }

  get rows() {
    const lines = firstBelow(this.shown);
    const { length } = this.shown;
    return this.shown.slice(0, this.mostRows).map((entry, index) => ({
      entry,
      key: entry.id,
      lineKey: `${entry.id} line`,
      line: lines.has(entry.id) ? formatLabel(LABELS.line, String(entry.month), entry.freePoints ?? '') : '',
      className: [
        'row',
        ...(isAbove(entry) ? ['row_above'] : []),
        ...(isBelow(entry) ? ['row_below'] : []),
        ...(this.target === entry.id ? ['row_target'] : []),
      ].join(' '),
      isFirst: index === 0,
      isLast: index === length - 1,
    }));
  }

  get isEmpty() {
    return this.isReady && this.ranked.length === 0;
  }

  get hasRows() {
    return this.isReady && this.shown.length > 0;
  }

  get hasNoMatch() {
    return this.isReady && this.ranked.length > 0 && this.shown.length === 0;
  }

  get total() {
    return this.ranked.length;
  }

  get choices() {
    return choicesOf(this.ranked);
  }

  get countText() {
    return formatLabel(LABELS.shownOf, this.shown.length, this.total);
  }

  get isTruncated() {
    return Boolean(this.list?.data?.nextPageToken);
  }

  get months() {
    return monthDemands(this.ranked).map(({ month, freePoints, asked, above, below }) => ({
      month,
      text: formatLabel(LABELS.monthDemand, freePoints, asked, above, below),
    }));
  }

  get hasMonths() {
    return this.months.length > 0;
  }

  /** What was wanted, and what is there instead. */
  get conflict() {
    const { id, rank: wanted } = this.overtaken ?? {};
    const entry = this.savedEntry(id);
    if (!entry) {
      return null;
    }
    const { number, rank, editor } = entry;
    return {
      text: editor
        ? formatLabel(LABELS.conflictBy, number, editor, rank ?? '', wanted ?? '')
        : formatLabel(LABELS.conflict, number, rank ?? '', wanted ?? ''),
      anyway: formatLabel(LABELS.moveAnyway, wanted ?? ''),
      leave: formatLabel(LABELS.leave, rank ?? ''),
    };
  }

  /** @param {CustomEvent<import('./filters').Filter>} event */
  handleFilter({ detail }) {
    this.filter = detail;
  }

  /** @param {CustomEvent<{ id: string, direction?: 'up' | 'down', rank?: string | number, action: string }>} event */
  handleMove({ detail: { id, direction, rank: entered = '', action } }) {
    const rank = direction ? neighbourRank(this.shown, id, direction) : toRank(entered, this.total);
    if (rank !== null) {
      this.focusRow = { id, action };
      this.move({ id, rank });
    }
  }

  /** @param {DragEvent} event */
  handleDragStart(event) {
    this.dragged = idOf(event);
    event.dataTransfer?.setData('text/plain', this.dragged);
  }

  /** @param {DragEvent} event */
  handleDragOver(event) {
    if (this.dragged !== '') {
      event.preventDefault();
      this.target = idOf(event);
    }
  }

  handleDragEnd() {
    this.dragged = '';
    this.target = '';
  }

  /** @param {DragEvent} event */
  handleDrop(event) {
    event.preventDefault();
    const { dragged: id } = this;
    const rank = this.ranked.find((entry) => entry.id === idOf(event))?.rank ?? null;
    this.handleDragEnd();
    if (id !== '' && rank !== null) {
      this.move({ id, rank });
    }
  }

  handleMoveAnyway() {
    const move = this.overtaken;
    this.overtaken = null;
    if (move) {
      this.focusRow = { id: move.id, action: 'to' };
      this.move(move);
    }
  }

  handleLeave() {
    const { id } = this.overtaken ?? {};
    this.overtaken = null;
    this.focusRow = id ? { id, action: 'to' } : null;
  }

  /** Shows the move at once, and saves it after those that are on their way. @param {Move} move */
  move(move) {
    const entry = this.ranked.find(({ id }) => id === move.id);
    if (!entry || entry.rank === move.rank) {
      return;
    }
    const isSaving = this.expected !== null;
    this.expected = withMove(this.ranked, move.id, move.rank);
    this.announcement = formatLabel(LABELS.moved, entry.number, entry.rank ?? '', move.rank, this.total);
    this.refusal = null;
    this.waiting = [...this.waiting, move];
    if (!isSaving) {
      this.saveMoves();
    }
  }

  async saveMoves() {
    for (let [move] = this.waiting; move; [move] = this.waiting) {
      this.waiting = this.waiting.slice(1);
      try {
        // One after the other: each rank counts in the backlog that the one before has left.
        // eslint-disable-next-line no-await-in-loop
        await this.save(move);
      } catch (error) {
        // eslint-disable-next-line no-await-in-loop
        await this.undo(move, /** @type {LdsError} */ (error));
      }
    }
    this.expected = null;
  }

  /** @param {Move} move */
  async save({ id, rank }) {
    const entry = this.savedEntry(id);
    try {
      const fields = { Id: id, [BACKLOG_RANK.fieldApiName]: rank };
      await updateRecord({ fields }, { ifUnmodifiedSince: entry?.lastModified });
    } catch (error) {
      if (!isConflict(/** @type {LdsError} */ (error))) {
        throw error;
      }
      await refreshApex(this.list);
      const now = this.savedEntry(id);
      // The service saves to a request too, which does not concern its rank.
      if (now?.rank !== entry?.rank || now?.lastModified === entry?.lastModified) {
        throw error;
      }
      await this.save({ id, rank });
      return;
    }
    // The org has numbered the others anew, and they have been saved by that.
    await refreshApex(this.list);
  }

  /** @param {string | undefined} id */
  savedEntry(id) {
    return this.saved.find((entry) => entry.id === id);
  }

  /**
   * Puts the list back to what Salesforce has. Moves that wait were made in a backlog that is not there: they go too.
   *
   * @param {Move} move
   * @param {LdsError} error
   */
  async undo(move, error) {
    this.waiting = [];
    await refreshApex(this.list);
    const entry = this.savedEntry(move.id);
    this.announcement = '';
    if (isConflict(error) && entry) {
      this.overtaken = move;
      this.focusNext = '[data-conflict]';
      return;
    }
    this.refusal = { heading: formatLabel(LABELS.notMoved, entry?.number ?? '', entry?.rank ?? ''), error };
    this.focusNext = 'c-error-panel';
  }
}

/** @param {Event} event */
function idOf({ currentTarget }) {
  return String(/** @type {HTMLElement} */ (currentTarget).dataset.id);
}
