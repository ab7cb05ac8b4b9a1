import type { Html } from '../html';
import { html } from '../html';
import { barePage, personSwitch } from './frame';
import type { PersonChoice } from './frame';

/** What SharePoint shows to somebody without access to the site; goes out with status 403. */
export function accessDeniedPage(input: { readonly nonce: string; readonly now: Date; readonly choice: PersonChoice; readonly email: string; readonly framed: boolean }): Html {
  return barePage({
    title: 'Acceso denegado',
    nonce: input.nonce,
    now: input.now,
    locale: 'es',
    main: html`<main class="message">
  <h1>Necesitas permiso para acceder a este sitio.</h1>
  <p>Has iniciado sesión como: <strong>${input.email}</strong></p>
  ${input.framed ? null : personSwitch(input.choice)}
</main>`,
    scripts: html`<script src="/_hosts/files/person-switch.js"></script>`
  });
}
