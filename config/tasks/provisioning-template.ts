// Writes the lists as a PnP provisioning template: sharepoint/solution/sigaci-okr.xml.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { provisioningTemplate } from './provision/template';

const target = join(__dirname, '../../sharepoint/solution/sigaci-okr.xml');
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, provisioningTemplate());
process.stdout.write('sharepoint/solution/sigaci-okr.xml\n');
