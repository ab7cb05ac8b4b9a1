import { clientOf, raw, refusal, withSite } from './support';

describe('tenant properties', () => {
  const site = withSite();
  const catalogue = (person: string) => clientOf({ ...site(), origin: `${site().origin}/sites/appcatalog` }, person).web;

  it('are set on the app catalogue and read there by the address that the tenant settings name', async () => {
    await catalogue('planeacion').setStorageEntity('sigaci-okr-site', 'https://aci.example/sites/sigaci', 'sitio', 'nota');
    const settings = await raw(site(), '/_api/SP_TenantSettings_Current', { person: 'coop' });
    expect(settings.json).toEqual({ CorporateCatalogUrl: `${site().origin}/sites/appcatalog` });
    const path = String(settings.json.CorporateCatalogUrl).replace(site().origin, '');
    const read = await raw(site(), `${path}/_api/web/GetStorageEntity('sigaci-okr-site')`, { person: 'coop' });
    expect(read.json).toEqual({ Comment: 'nota', Description: 'sitio', Value: 'https://aci.example/sites/sigaci' });
    expect((await catalogue('coop').getStorageEntity('sigaci-okr-site')).Value).toBe('https://aci.example/sites/sigaci');
    expect((await clientOf(site(), 'coop').web.getStorageEntity('sigaci-okr-site')).Value).toBe('https://aci.example/sites/sigaci');
  });

  it('are read by whoever has no access to the site, and written by administrators alone', async () => {
    expect((await catalogue('sin-acceso').getStorageEntity('sigaci-okr-site')).Value).toBe('https://aci.example/sites/sigaci');
    expect((await refusal(catalogue('coop').setStorageEntity('sigaci-okr-site', 'x'))).status).toBe(403);
    expect((await refusal(catalogue('coop').removeStorageEntity('sigaci-okr-site'))).status).toBe(403);
    await catalogue('planeacion').removeStorageEntity('sigaci-okr-site');
    expect((await catalogue('coop').getStorageEntity('sigaci-okr-site')).Value).toBeUndefined();
  });

  it('are all there is of the catalogue', async () => {
    expect((await raw(site(), '/sites/appcatalog/_api/web/lists')).status).toBe(404);
    expect((await raw(site(), '/sites/nada/_api/web')).status).toBe(404);
  });
});
