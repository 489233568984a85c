import { createElement } from 'lwc';
import App from 'shell/app';

/** Shows the page in place of what the server sent. */
export function start(root) {
  root.replaceChildren(createElement('shell-app', { is: App }));
}
