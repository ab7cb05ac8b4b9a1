import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { badFieldXml } from '../rest/errors';
import type { FieldXml } from './definition';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#text',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  isArray: (name) => name === 'CHOICE' || name === 'FieldRef'
});

type XmlValue = string | XmlElement | XmlValue[] | undefined;
interface XmlElement {
  [name: string]: XmlValue;
}

/**
 * Reads a `<Field …>` element.
 * @throws SharePointError where it is not well-formed or is no field.
 */
export function parseFieldXml(text: string): FieldXml {
  if (typeof text !== 'string' || XMLValidator.validate(text) !== true) {
    throw badFieldXml();
  }
  const root = (parser.parse(text) as XmlElement).Field;
  if (typeof root !== 'object' || Array.isArray(root)) {
    throw badFieldXml();
  }
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(root)) {
    if (name.startsWith('@') && typeof value === 'string') {
      attributes[name.slice(1)] = value;
    }
  }
  const xml: FieldXml = { attributes };
  const choices = element(root.CHOICES)?.CHOICE;
  if (choices !== undefined) {
    xml.choices = (Array.isArray(choices) ? choices : [choices]).map(textOf);
  }
  if (root.Default !== undefined) {
    xml.default = textOf(root.Default);
  }
  if (root.DefaultFormula !== undefined) {
    xml.defaultFormula = textOf(root.DefaultFormula);
  }
  if (root.Formula !== undefined) {
    xml.formula = textOf(root.Formula);
  }
  if (root.Validation !== undefined) {
    xml.validation = { formula: textOf(root.Validation), message: element(root.Validation)?.['@Message'] as string ?? '' };
  }
  return xml;
}

/** Writes the element as SchemaXml gives it back. `leaveOut` names attributes that are ours alone. */
export function writeFieldXml(xml: FieldXml): string {
  const attributes = Object.entries(xml.attributes)
    .filter(([name]) => name !== 'Storage' && name !== 'Sequence')
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
  const children = [
    xml.default === undefined ? '' : `<Default>${escapeXml(xml.default)}</Default>`,
    xml.defaultFormula === undefined ? '' : `<DefaultFormula>${escapeXml(xml.defaultFormula)}</DefaultFormula>`,
    xml.choices ? `<CHOICES>${xml.choices.map((choice) => `<CHOICE>${escapeXml(choice)}</CHOICE>`).join('')}</CHOICES>` : '',
    xml.formula === undefined ? '' : `<Formula>${escapeXml(xml.formula)}</Formula>`,
    xml.validation ? `<Validation Message="${escapeXml(xml.validation.message)}">${escapeXml(xml.validation.formula)}</Validation>` : ''
  ].join('');
  return children === '' ? `<Field${attributes} />` : `<Field${attributes}>${children}</Field>`;
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char);
}

function element(value: XmlValue): XmlElement | undefined {
  return typeof value === 'object' && !Array.isArray(value) ? value : undefined;
}

function textOf(value: XmlValue): string {
  if (typeof value === 'string') {
    return value;
  }
  const text = element(value)?.['#text'];
  return typeof text === 'string' ? text : '';
}
