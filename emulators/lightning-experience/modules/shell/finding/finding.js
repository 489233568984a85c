import { search } from 'lds/network';
import { recordUrl } from 'shell/fieldPaths';
import { toSosl } from './sosl';

/** These have a page of their own, on which all of them are listed. */
const ANALYTICS = ['Report', 'Dashboard'];

/** What is found among the records of the app's objects: `[{ id, object, label, name, url }]`, in the order of its tabs. */
export async function findRecords(text, app, most) {
  const objects = (app?.navigation ?? []).filter(
    ({ kind, object }) => kind === 'object' && !ANALYTICS.includes(object),
  );
  const sosl = toSosl(
    text,
    objects.map(({ object }) => object),
    most,
  );
  if (sosl === undefined) return [];
  const found = await search(sosl);
  return found.map(({ attributes: { type }, Id: id, Name: name }) => {
    const { label } = objects.find(({ object }) => object === type);
    return { id, object: type, label, name, url: recordUrl(type, id) };
  });
}
