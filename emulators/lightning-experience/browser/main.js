import '@lwc/synthetic-shadow';
import { session } from 'shell/session';

const root = document.querySelector('#app');
session.portal = document.body.dataset.portal;
session.stylesheet = document.querySelector('link[data-slds]');

const answer = await fetch('/services/oauth2/userinfo');
if (answer.ok) {
  const user = await answer.json();
  session.userId = user.user_id;
  session.name = user.name;
  session.customPermissions = Object.keys(user.custom_permissions ?? {});
  const { applyTheme, chosenTheme } = await import('shell/theme');
  const [{ start }] = await Promise.all([import('shell/start'), applyTheme(chosenTheme())]);
  start(root);
} else {
  location.replace('/lightning/_login');
}
