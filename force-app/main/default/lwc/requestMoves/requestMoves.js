export { moveActions, moveSubjects } from './moveActions';
export { ASKED_FIELDS, movesOf } from './moves';
export { hasEnded, mayMove, moverOf, nextStatuses } from './transitions';
