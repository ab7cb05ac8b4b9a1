// What the command says of findings and errors, in Spanish.
import type { AppError, DriftFinding, DriftKind, SetUpStep } from '../../../src/application';

const STEPS: Readonly<Record<SetUpStep['kind'], string>> = {
  groups: 'Grupos', list: 'Lista', columns: 'Columnas', views: 'Vistas y formato', permissions: 'Permisos', rows: 'Filas', version: 'Versión'
};

export function stepText({ kind, subject }: SetUpStep): string {
  return `${STEPS[kind]}: ${subject}`;
}

type Say = (finding: DriftFinding) => string;

const SECURITY = 'quién ve o cambia las filas de quién';

const FINDINGS: Readonly<Record<DriftKind, Say>> = {
  versionBehind: ({ expected, found }) => `las listas son de la versión ${found}; la actual es la ${expected}`,
  groupMissing: ({ title }) => `falta el grupo ${title}`,
  siteAccessMissing: ({ title }) => `el grupo ${title} no puede leer el sitio`,
  listMissing: () => 'falta la lista',
  listForeign: ({ found }) => `en su dirección está otra lista, «${found}»`,
  listRenamed: ({ expected }) => `antes se llamaba «${expected}»`,
  versioningOff: () => 'no guarda versiones',
  readSecurity: ({ expected, found }) => `${SECURITY}: lectura ${found} en vez de ${expected}`,
  writeSecurity: ({ expected, found }) => `${SECURITY}: escritura ${found} en vez de ${expected}`,
  inherits: () => 'hereda los permisos del sitio',
  roleMissing: ({ title, expected, found }) => `${title || 'los propietarios'} debe tener ${role(expected)} y tiene ${found ? found.split('; ').map(role).join(', ') : 'nada'}`,
  roleSurplus: ({ title, found }) => `${title} tiene además ${role(found)}`,
  outsider: ({ title, found }) => `${title} tiene ${found.split('; ').map(role).join(', ')}`,
  columnMissing: ({ title }) => `falta la columna «${title}»`,
  columnRenamed: ({ expected, found }) => `la columna «${expected}» se llama ahora «${found}»`,
  columnType: ({ title, expected, found }) => `la columna «${title}» es de tipo ${found} en vez de ${expected}`,
  columnTarget: ({ title, expected, found }) => `la columna «${title}» apunta a ${found ? `«${found}»` : 'otra lista'} en vez de «${expected}»`,
  indexMissing: ({ title }) => `la columna «${title}» no está indexada`,
  uniqueMissing: ({ title }) => `la columna «${title}» admite valores repetidos`,
  requiredMissing: ({ title }) => `la columna «${title}» no es obligatoria`,
  restrictMissing: ({ title }) => `la columna «${title}» deja borrar filas de las que otras dependen`,
  choicesMissing: ({ title, expected }) => `a la columna «${title}» le faltan opciones: ${expected}`,
  viewMissing: ({ title }) => `falta la vista «${title}»`,
  viewEmpty: ({ title }) => `la vista «${title}» no muestra columnas de la lista`,
  formattingMissing: ({ title }) => `sin formato: «${title}»`,
  formattingOutdated: ({ title }) => `formato de una versión anterior: «${title}»`,
  formattingChanged: ({ title }) => `formato propio: «${title}»`,
  formulaMissing: ({ title }) => `sin fórmula de validación: «${title}»`,
  formulaOutdated: ({ title }) => `fórmula de validación de una versión anterior: «${title}»`,
  formulaChanged: ({ title }) => `fórmula de validación propia: «${title}»`
};

const REFUSALS = {
  dataAtRisk: 'se revisa a mano: repararlo podría perder datos', onPurpose: 'se respeta', foreign: 'no es nuestra',
  elsewhere: 'se repara con el hallazgo del grupo'
} as const;

const SEVERITIES = { error: 'ERROR', warning: 'AVISO', info: 'INFO ' } as const;

function role(name: string): string {
  const names: Readonly<Record<string, string>> = { read: 'lectura', contribute: 'colaboración', design: 'diseño', fullControl: 'control total' };
  return names[name] ?? name;
}

export function findingText(finding: DriftFinding): string {
  const where = finding.listTitle === '' ? '' : `${finding.listTitle}: `;
  const rest = finding.repair === 'safe' ? '' : ` (${REFUSALS[finding.repair]})`;
  return `${SEVERITIES[finding.severity]}  ${where}${FINDINGS[finding.kind](finding)}${rest}`;
}

/** What went wrong and what to do. */
export function errorText({ kind, details }: AppError): string {
  const list = details.list ? ` en la lista ${details.list}` : '';
  const technical = [details.status, details.code, details.detail].filter(Boolean).join(' · ');
  const texts: Partial<Record<AppError['kind'], string>> = {
    noAccess: 'La cuenta no tiene control total en el sitio. Inicia sesión con un propietario.',
    offline: 'El sitio no responde. Revisa la dirección y la conexión, y ejecuta el comando otra vez: continúa donde quedó.',
    throttled: 'SharePoint pidió esperar. Ejecuta el comando otra vez en unos minutos: continúa donde quedó.',
    unavailable: 'SharePoint no está disponible. Ejecuta el comando otra vez: continúa donde quedó.',
    refused: `SharePoint no lo permitió${list}.`
  };
  return `${texts[kind] ?? `No se pudo terminar${list}. Ejecuta el comando otra vez: continúa donde quedó.`}${technical ? ` [${technical}]` : ''}`;
}
