export { readZip, ZipError } from './read-zip.ts';
export { writeZip } from './write-zip.ts';
