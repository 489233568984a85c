import { createAdapter } from 'lds/adapter';

const refusing = (name) =>
  createAdapter(() => {
    throw new Error(`${name} is not supported here`);
  });

export const getListInfoByName = refusing('getListInfoByName');
export const getListRecordsByName = refusing('getListRecordsByName');
export const getListUi = refusing('getListUi');
