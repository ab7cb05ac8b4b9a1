/** A person the directory of the local site knows. Role names, never personal ones. */
export interface Person {
  /** `i:0#.f|membership|coop@aci.example` */
  loginName: string;
  /** The part before the @, accepted wherever a login name is. */
  shortName: string;
  title: string;
  email: string;
  /** What the site gives them before any set-up: full control, read, or nothing at all. */
  access: 'owner' | 'visitor' | 'none';
  /** Code of the process they work in. */
  process?: string;
}

const DOMAIN = 'aci.example';

function person(shortName: string, title: string, access: Person['access'], process?: string): Person {
  const email = `${shortName}@${DOMAIN}`;
  return { loginName: `i:0#.f|membership|${email}`, shortName, title, email, access, ...(process ? { process } : {}) };
}

const PROCESSES = ['GCI', 'CI', 'RLeI', 'COM', 'ADM', 'COOP', 'INV'];

/** The planner comes first: who names nobody is the planner. */
export const PEOPLE: readonly Person[] = [
  person('planeacion', 'Planeación', 'owner'),
  person('direccion', 'Dirección', 'visitor'),
  ...PROCESSES.map((code) => person(code.toLowerCase(), `Profesional ${code}`, 'visitor', code)),
  person('sin-acceso', 'Sin acceso', 'none')
];

/** Finds a person by login name, e-mail address or short form, whatever the case; undefined where nobody is meant. */
export function findPerson(people: readonly Person[], name: string): Person | undefined {
  const wanted = name.trim().toLowerCase();
  return people.find((one) => [one.loginName, one.email, one.shortName].some((known) => known.toLowerCase() === wanted));
}
