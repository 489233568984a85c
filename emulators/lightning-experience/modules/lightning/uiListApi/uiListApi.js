import { createAdapter } from 'lds/adapter';

/** Deprecated on the platform; lightning/uiListsApi does its work. */
export const getListUi = createAdapter(() => {
  throw new Error('getListUi is not supported here: use lightning/uiListsApi');
});
