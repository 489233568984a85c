export { joinInBackground } from './join-in-background.ts';
export { keptCode } from './kept-code.ts';
export { nameOwnPlaces } from './own-places.ts';
