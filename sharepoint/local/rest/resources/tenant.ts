import type { Answer } from '../../odata/entity';
import { entityAnswer } from '../../odata/entity';
import type { WebDef } from '../../store/definitions';
import { badArgument } from '../errors';
import type { RestRequest } from '../request';
import type { Resource } from '../resource';
import { action, query } from '../resource';

/** Where the tenant's app catalogue answers. There is no site behind it: it holds the tenant's properties alone. */
export const APP_CATALOGUE = '/sites/appcatalog';

/** `GetStorageEntity` and its kin: tenant properties. Everybody may read them; to write them takes the root web's ManageWeb. */
export function storageChildren(web: WebDef): NonNullable<Resource['children']> {
  return {
    getstorageentity: (segment) => query((request) => storageEntity(request, request.text(segment, 0))),
    setstorageentity: () => action((request) => {
      request.demand({ web }, 'ManageWeb');
      const { key, value, description, comments } = request.json;
      if (typeof key !== 'string' || key === '') {
        throw badArgument();
      }
      request.site.db.run('INSERT OR REPLACE INTO storage_entities VALUES (?, ?, ?, ?)', key, String(value ?? ''),
        String(description ?? ''), String(comments ?? ''));
      return { kind: 'null' };
    }),
    removestorageentity: (segment) => action((request) => {
      request.demand({ web }, 'ManageWeb');
      request.site.db.run('DELETE FROM storage_entities WHERE key = ?', request.text(segment, 0));
      return { kind: 'null' };
    })
  };
}

/** `SP_TenantSettings_Current`: the app catalogue's address is all there is of it. */
export const tenantSettings = (): Resource => query(({ site }) => entityAnswer({
  type: 'SP.TenantSettings', path: 'SP_TenantSettings_Current', values: { CorporateCatalogUrl: `${site.origin}${APP_CATALOGUE}` }
}));

function storageEntity({ site }: RestRequest, key: string): Answer {
  const row = site.db.get('SELECT value, description, comment FROM storage_entities WHERE key = ?', key);
  // A key there is not is no error.
  return row
    ? entityAnswer({ type: 'SP.StorageEntity', path: 'Web/StorageEntity',
      values: { Comment: String(row.comment), Description: String(row.description), Value: String(row.value) } })
    : { kind: 'null' };
}
