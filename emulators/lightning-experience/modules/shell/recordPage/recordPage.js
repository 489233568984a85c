import { api, LightningElement, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';
import { isCustom, loadCustom } from 'shell/customComponents';
import { everyItem, firstItems } from 'shell/facets';
import { fieldPaths } from 'shell/fieldPaths';
import { readProject } from 'shell/server';
import { session } from 'shell/session';
import { fieldsOf } from 'shell/visibility';

const NOT_TO_BE_SEEN = [400, 403, 404];

export default class RecordPage extends LightningElement {
  @api recordId;
  project;
  hasComponents = false;
  failures = {};
  objectInfo;
  record;
  shownObject;

  @api
  get objectApiName() {
    return this.shownObject;
  }
  set objectApiName(name) {
    if (name === this.shownObject) return;
    this.shownObject = name;
    this.project = undefined;
    this.hasComponents = false;
    this.failures = {};
    this.read(name);
  }

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  wiredInfo({ data, error }) {
    this.objectInfo = data;
    this.fail('info', error);
  }

  @wire(getRecord, { recordId: '$recordId', fields: '$nameFields', optionalFields: '$otherFields' })
  wiredRecord({ data, error }) {
    this.record = data;
    this.fail('record', error);
    if (data) document.title = `${getFieldValue(data, this.nameFields[0])} | ${this.objectInfo.label}`;
  }

  // Undefined until the page is known, so that one request brings all of the record that is seen first.
  get nameFields() {
    const name = this.project && this.objectInfo?.nameFields.at(-1);
    return name && [`${this.objectInfo.apiName}.${name === 'LastName' ? 'Name' : name}`];
  }
  get otherFields() {
    const { project, objectInfo: info } = this;
    if (!project || !info) return undefined;
    const rules = this.regions.flatMap(({ items }) => everyItem(items)).flatMap((item) => fieldsOf(item.visibility));
    const fields = this.regions
      .flatMap(({ items }) => firstItems(items))
      .flatMap(({ kind, field }) => (kind === 'field' ? [field] : []));
    const shown = [...project.highlights, ...fields].flatMap((name) => fieldPaths(info, name));
    return [...new Set([...rules.map((path) => `${info.apiName}.${path}`), ...shown])];
  }

  get regions() {
    return this.project?.page?.regions ?? [];
  }

  get scope() {
    const { record, objectApiName } = this;
    return {
      highlights: this.project.highlights,
      icon: this.project.icon,
      relatedLists: this.project.relatedLists,
      valueOf: (path) => getFieldValue(record, `${objectApiName}.${path}`),
      hasPermission: (name) => session.customPermissions.includes(name),
    };
  }

  /** Why the page cannot be shown. */
  get failure() {
    return this.failures.info ?? this.failures.layout ?? this.failures.record;
  }

  get isReady() {
    return !this.failure && this.record && this.project && this.objectInfo && this.hasComponents;
  }

  get failureTitle() {
    return NOT_TO_BE_SEEN.includes(this.failure.status) ? 'This record cannot be shown' : 'Something went wrong';
  }

  get failureText() {
    if (NOT_TO_BE_SEEN.includes(this.failure.status)) {
      return 'It does not exist, it was deleted, or you do not have access to it.';
    }
    const { body, message } = this.failure;
    return [body].flat()[0]?.message ?? message ?? 'No answer came. Load the page again.';
  }

  async read(name) {
    try {
      const project = await readProject(`page/${name}`);
      if (name === this.shownObject) this.project = project;
      // A page whose components come one after the other would move under the eyes.
      await Promise.all(componentsOf(project).map(loadCustom));
      if (name === this.shownObject) this.hasComponents = true;
    } catch (error) {
      this.fail('layout', error);
    }
  }

  fail(part, error) {
    this.failures = { ...this.failures, [part]: error };
    if (error) document.title = this.failureTitle;
  }
}

function componentsOf({ page }) {
  const items = (page?.regions ?? []).flatMap((region) => firstItems(region.items));
  return items.flatMap(({ name }) => (isCustom(name) ? [name] : []));
}
