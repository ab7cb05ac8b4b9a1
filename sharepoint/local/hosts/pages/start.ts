import type { Html } from '../html';
import { html } from '../html';
import { clockText } from './clock';
import type { SitePage } from './frame';

export interface StartPageInput {
  readonly people: readonly { readonly userName: string; readonly title: string }[];
  readonly current: string;
  readonly now: Date;
  readonly pages: readonly SitePage[];
}

const link = (user: string, to: string): string => `/_hosts/person?${new URLSearchParams({ user, to }).toString()}`;

/** The site's first page: who uses the product, and where they would open it. */
export function startPage({ people, current, now, pages }: StartPageInput): Html {
  const planner = people[0]?.userName ?? current;
  const staff = people.find(({ userName }) => /coop/i.test(userName))?.userName ?? current;
  const leader = people.find(({ userName }) => /direccion/i.test(userName))?.userName ?? planner;
  const dashboard = (pages.find(({ href }) => href.endsWith('/Tablero.aspx')) ?? pages[0])?.href ?? '/SitePages/Seguimiento.aspx';
  const audiences = [
    { title: 'Profesional de un proceso', where: 'Pestaña de Teams', text: 'Ve los resultados clave de su proceso y reporta su avance.', href: link(staff, '/teams') },
    { title: 'Comité directivo', where: 'Página de SharePoint', text: 'Ve cómo va el plan y qué está en riesgo.', href: link(leader, dashboard) },
    { title: 'Planeación', where: 'Listas de SharePoint', text: 'Mantiene el plan y sus filas.', href: link(planner, '/_layouts/15/viewlsts.aspx') },
    ...pages.filter(({ href }) => href.endsWith('/Mantenimiento.aspx')).map(({ href }) => (
      { title: 'Planeación', where: 'Página de SharePoint', text: 'Revisa reportes, cierra trimestres y repara datos.', href: link(planner, href) }
    ))
  ];
  return html`<html lang="es"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>SIGACI OKR en este equipo</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_hosts/files/site.css"></head>
<body class="start"><main>
<h1>SIGACI OKR en este equipo</h1>
<p class="quiet">Un SharePoint de práctica, solo en este equipo. Reloj del sitio: ${clockText(now)}. Los avances de resultados clave son datos de muestra.</p>
${pages.length > 0 ? null : html`<p class="notice" role="alert">Todavía no hay una compilación de la solución. <code>npm start</code> la hace.</p>`}
<ul class="audiences">${audiences.map(
    ({ title, where, text, href }) => html`<li><a href="${href}"><span class="quiet">${where}</span><strong>${title}</strong><span>${text}</span></a></li>`
  )}</ul>
<h2>Entrar como otra persona</h2>
<table><thead><tr><th scope="col">Persona</th><th scope="col" colspan="${String(pages.length + 2)}">Abrir</th></tr></thead><tbody>${people.map(
    ({ userName, title }) => html`<tr><th scope="row">${title}${userName === current ? html` <span class="quiet">(ahora)</span>` : null}</th>
<td><a href="${link(userName, '/teams')}">Teams</a></td>
${pages.map(({ label, href }) => html`<td><a href="${link(userName, href)}">${label}</a></td>`)}
<td><a href="${link(userName, '/_layouts/15/viewlsts.aspx')}">Listas</a></td></tr>`
  )}</tbody></table>
</main></body></html>`;
}
