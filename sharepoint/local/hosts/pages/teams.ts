import type { TeamsShellData } from '../client/teams/shell-data';
import type { Html } from '../html';
import { html, scriptJson } from '../html';
import { personSwitch } from './frame';
import type { PersonChoice } from './frame';

export interface TeamsPageInput {
  readonly data: TeamsShellData;
  readonly choice: PersonChoice;
  readonly clock: string;
}

const ICONS = {
  back: 'M12.5 4.5 7 10l5.5 5.5',
  link: 'M8.5 11.5a3 3 0 0 0 4.2 0l2.6-2.6a3 3 0 0 0-4.2-4.2l-1 1M11.5 8.5a3 3 0 0 0-4.2 0l-2.6 2.6a3 3 0 0 0 4.2 4.2l1-1',
  target: 'M10 3a7 7 0 1 0 7 7M10 6.5a3.5 3.5 0 1 0 3.5 3.5M10 10l6-6M13.5 3.5v3h3',
  team: 'M7.5 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM3 15.5c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4M13.5 9.5a2 2 0 1 0 0-4M14 11.5c2 0 3.2 1.3 3.2 3.5'
};

function icon(name: keyof typeof ICONS): Html {
  return html`<svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${ICONS[name]}"/></svg>`;
}

/** The Teams-like shell. What it does is in `client/teams`. */
export function teamsPage({ data, choice, clock }: TeamsPageInput): Html {
  return html`<html lang="es" data-theme="${data.theme}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${data.app.name} | Microsoft Teams (local)</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_hosts/files/teams.css"></head>
<body>
<header>
  <button type="button" id="back" aria-label="Atrás">${icon('back')}</button>
  <span class="clock">Reloj del sitio: ${clock}</span>
  ${personSwitch(choice)}
  <label><span>Tema</span>
    <select id="theme"><option value="default">Claro</option><option value="dark">Oscuro</option><option value="contrast">Contraste alto</option></select>
  </label>
</header>
<nav aria-label="Aplicaciones">
  <button type="button" data-place="personal">${icon('target')}<span>${data.app.name}</span></button>
  <button type="button" data-place="channel">${icon('team')}<span>Equipos</span></button>
</nav>
<main>
  <div class="tab-bar">
    <h1 id="place"></h1>
    <div id="tabs" role="tablist" aria-label="Pestañas"></div>
    <button type="button" id="configure" hidden>Configurar</button>
    <button type="button" id="save-configuration" hidden>Guardar</button>
    <button type="button" id="copy-link">${icon('link')}<span>Copiar vínculo</span></button>
  </div>
  <p id="notice" role="status" hidden></p>
  <div id="stage" role="tabpanel"></div>
</main>
<script type="application/json" id="shell-data">${scriptJson(data)}</script>
<script src="/_hosts/files/person-switch.js"></script>
<script src="/_hosts/files/teams-shell.js"></script>
</body></html>`;
}
