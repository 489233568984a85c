import { api, wire } from 'lwc';
import { getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { conflictsOf } from 'c/fieldConflicts';
import FocusingElement from 'c/focusingElement';
import { readPaths } from './readPaths';

/**
 * A component that saves what the user enters into a record. A save that met somebody else's goes on by itself when that
 * one was about other fields; otherwise the user chooses between both values, in a `c-save-conflict`.
 */
export default class SavingElement extends FocusingElement {
  /** What the user may do with such records. @type {ObjectInfo} */
  @api objectInfo;

  /** The record as the user last saw it. @type {RecordRepresentation | null} */
  basis = null;
  /** Fields that somebody else saved too. @type {ReturnType<typeof conflictsOf> | null} */
  conflicts = null;
  /** The record whose saved values are asked for, because somebody else changed it. */
  askedId = '';

  /** @type {WireResult<PicklistValuesByRecordType> | undefined} */
  @wire(getPicklistValuesByRecordType, {
    objectApiName: '$objectInfo.apiName',
    recordTypeId: '$objectInfo.defaultRecordTypeId',
  })
  picklists;

  /** @param {WireResult<RecordRepresentation>} result */
  @wire(getRecord, { recordId: '$askedId', optionalFields: '$askedFields' })
  wiredSaved({ data, error }) {
    if (this.askedId !== '' && error) {
      this.askedId = '';
      this.refuse(error);
    } else if (this.askedId !== '' && data && data.lastModifiedDate !== this.basis?.lastModifiedDate) {
      this.askedId = '';
      this.settle(data);
    }
  }

  /**
   * What is not saved yet, by API name.
   *
   * @abstract
   * @returns {import('c/questions').Values}
   */
  get pending() {
    throw new TypeError('expected the pending values');
  }

  /**
   * Saves what met another save, over it.
   *
   * @abstract
   * @returns {Promise<void> | undefined}
   */
  goOn() {
    throw new TypeError('expected a way to go on');
  }

  /**
   * Forgets what the user entered into fields that somebody else has saved.
   *
   * @abstract
   * @param {string[]} names of the fields
   * @returns {Promise<void> | void}
   */
  takeTheirs(names) {
    throw new TypeError(`expected a way to forget ${names.join(', ')}`);
  }

  /**
   * Says that the save has failed.
   *
   * @abstract
   * @param {LdsError} error
   * @returns {Promise<void> | void}
   */
  refuse(error) {
    throw new TypeError(`expected a way to tell ${error.status}`);
  }

  /** The fields of the save that met another one, lookups with the names of their records. */
  get askedFields() {
    return readPaths(this.objectInfo, Object.keys(this.pending));
  }

  /**
   * Asks what somebody else saved.
   *
   * @param {string} id
   */
  async askSaved(id) {
    this.askedId = '';
    await notifyRecordUpdateAvailable([{ recordId: id }]);
    this.askedId = id;
  }

  /**
   * Goes on when nobody else changed the same fields, and lets the user choose otherwise.
   *
   * @param {RecordRepresentation} saved
   */
  settle(saved) {
    const { basis, objectInfo, pending, picklists } = this;
    const conflicts = conflictsOf(pending, basis, saved, { objectInfo, picklists: picklists?.data });
    this.basis = { ...saved, fields: { ...basis?.fields, ...saved.fields } };
    if (conflicts.length === 0) {
      this.goOn();
      return;
    }
    this.conflicts = conflicts;
    this.focusNext = 'c-save-conflict';
  }

  handleMine() {
    this.conflicts = null;
    return this.goOn();
  }

  handleTheirs() {
    const names = (this.conflicts ?? []).map(({ name }) => name);
    this.conflicts = null;
    return this.takeTheirs(names);
  }
}
