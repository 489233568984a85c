import { createRecordStore } from 'lds/store';

/** The one store of the page: what one component writes, every other one shows. */
export const records = createRecordStore();
