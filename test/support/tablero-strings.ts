/** Stands for the module SharePoint's loader makes of src/loc: the Spanish texts, as the product has them. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readTexts } from '../../config/tasks/loc';

const file = resolve(__dirname, '..', '..', 'src', 'loc', 'tablero', 'es-es.js');
module.exports = readTexts(readFileSync(file, 'utf8'), file);
