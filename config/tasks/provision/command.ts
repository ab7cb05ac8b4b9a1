// The command that sets a site up from a terminal: a real one with the tenant's own app, or the local one.
import { parseArgs } from 'node:util';
import indicators from '../../../sharepoint/seed/indicators.json';
import plan from '../../../sharepoint/seed/plan.json';
import { AppError } from '../../../src/application';
import type { DriftReport } from '../../../src/application';
import type { SiteSetUp } from '../../../src/application/ports';
import type { IndicatorSeed, PlanSeed } from '../../../src/application/set-up';
import { connectAs, connectWith } from '../../../src/sharepoint/connect-as';
import { siteSetUp } from '../../../src/sharepoint/set-up';
import { signIn, SignInError, type SignInOptions } from './sign-in';
import { errorText, findingText, stepText } from './texts';

export const USAGE = `Prepara un sitio de SharePoint con las listas de SIGACI OKR, o revisa uno que ya está preparado.

  npm run provision -- --site <dirección> [--client-id <id>] [--tenant <nombre>] [--check | --repair]

  --site        dirección del sitio, por ejemplo https://entidad.sharepoint.com/sites/planeacion
  --client-id   id de la aplicación registrada en el inquilino (no hace falta en el sitio local)
  --tenant      inquilino, por ejemplo entidad.onmicrosoft.com; por omisión, el del nombre del sitio
  --user        en el sitio local, la persona con la que se entra, por ejemplo planeacion
  --check       solo informa en qué difiere el sitio; termina en 1 si hay errores o avisos
  --repair      además repara lo que se puede reparar sin perder datos`;

export interface CommandContext {
  readonly print: (line: string) => void;
  /** For tests: the sign-in service and waiting. */
  readonly signIn?: Pick<SignInOptions, 'login' | 'wait' | 'now'>;
}

class UsageError extends Error {}

/** @returns the exit code: 0 done and in order, 1 something differs or failed, 2 the command was not understood */
export async function provision(args: readonly string[], context: CommandContext): Promise<number> {
  try {
    const options = read(args);
    if (options === null) {
      context.print(USAGE);
      return 0;
    }
    return await carryOut(options, context);
  } catch (error) {
    if (error instanceof UsageError) {
      context.print(`${error.message}\n\n${USAGE}`);
      return 2;
    }
    if (error instanceof SignInError) context.print(error.message);
    else if (error instanceof AppError) context.print(errorText(error));
    else throw error;
    return 1;
  }
}

interface Options {
  readonly site: URL; readonly clientId?: string; readonly tenant?: string; readonly user?: string; readonly check: boolean;
  readonly repair: boolean;
}

function read(args: readonly string[]): Options | null {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  let values: { site?: string; 'client-id'?: string; tenant?: string; user?: string; check: boolean; repair: boolean; help: boolean };
  try {
    ({ values } = parseArgs({
      args: [...args], options: { 'site': text, 'client-id': text, 'tenant': text, 'user': text, 'check': flag, 'repair': flag, 'help': flag }
    }));
  } catch (error) {
    throw new UsageError(`No se entiende el comando: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (values.help) return null;
  if (!values.site) throw new UsageError('Falta --site con la dirección del sitio.');
  const site = address(values.site);
  if (!isLocal(site) && site.protocol !== 'https:') throw new UsageError('La dirección del sitio debe comenzar por https://.');
  if (!isLocal(site) && !values['client-id']) {
    throw new UsageError('Falta --client-id: el id de una aplicación registrada en el inquilino (el README dice cómo).');
  }
  if (values.check && values.repair) throw new UsageError('--check solo informa; usa --check o --repair, no ambos.');
  return { site, clientId: values['client-id'], tenant: values.tenant, user: values.user, check: values.check, repair: values.repair };
}

function address(text: string): URL {
  try {
    const url = new URL(text);
    return new URL(url.origin + url.pathname.replace(/\/(SitePages|Lists|_layouts)\/.*$/i, '').replace(/\/+$/, ''));
  } catch {
    throw new UsageError(`«${text}» no es una dirección. Debe ser como https://entidad.sharepoint.com/sites/planeacion.`);
  }
}

function isLocal({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

async function carryOut(options: Options, { print, signIn: service }: CommandContext): Promise<number> {
  const setUp = await open(options, print, service);
  if (options.check) return tell(await setUp.drift(), print);
  await setUp.run(({ step, done, total }) => print(`[${done}/${total}] ${stepText(step)}`));
  let report = await setUp.drift();
  if (options.repair) {
    const result = await setUp.repair(report.findings, ({ finding, done, total }) => print(`[${done}/${total}] Reparación: ${findingText(finding).slice(7)}`));
    for (const { finding, error } of result.failures) print(`No se reparó «${findingText(finding).slice(7)}»: ${errorText(error)}`);
    report = result.report;
  }
  return tell(report, print);
}

async function open({ site, clientId, tenant, user }: Options, print: CommandContext['print'], service: CommandContext['signIn']): Promise<SiteSetUp> {
  const url = site.href.replace(/\/+$/, '');
  const make = (connection: ReturnType<typeof connectAs>): SiteSetUp => siteSetUp(
    connection, plan as unknown as PlanSeed, indicators as unknown as IndicatorSeed[]
  );
  if (isLocal(site)) return make(connectAs(url, user));
  const token = await signIn({
    site, clientId: clientId ?? '', tenant: tenant ?? `${site.hostname.split('.')[0]}.onmicrosoft.com`, tell: print, ...service
  });
  return make(connectWith(url, async () => ({ Authorization: `Bearer ${await token()}` })));
}

/** Prints the report. @returns 1 where something differs that nobody may have meant */
function tell({ findings, checked, version }: DriftReport, print: CommandContext['print']): number {
  print(`Revisado: ${checked.lists} listas, ${checked.columns} columnas, ${checked.views} vistas. Versión ${version.site} de ${version.delivered}.`);
  findings.forEach(finding => print(findingText(finding)));
  const serious = findings.filter(({ severity }) => severity !== 'info').length;
  if (serious === 0) {
    print('El sitio está en orden.');
    return 0;
  }
  const safe = findings.filter(({ repair }) => repair === 'safe').length;
  print(`${serious === 1 ? 'Hay 1 diferencia' : `Hay ${serious} diferencias`}.${safe > 0 ? ' Ejecuta el comando con --repair para reparar lo que se puede.' : ''}`);
  return 1;
}
