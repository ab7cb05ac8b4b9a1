import { PermissionKind } from '@pnp/sp/security';
import { clientOf, raw, refusal, withSite } from './support';

const DENIED = { status: 403, code: '-2147024891, System.UnauthorizedAccessException' };

describe('who may do what', () => {
  const site = withSite();
  const planner = () => clientOf(site(), 'planeacion').web;

  it('lets the planner do all, visitors read, and one without access nothing', async () => {
    expect(await planner().currentUserHasPermissions(PermissionKind.ManagePermissions)).toBe(true);
    const visitor = clientOf(site(), 'coop').web;
    expect(await visitor.currentUserHasPermissions(PermissionKind.ViewListItems)).toBe(true);
    expect(await visitor.currentUserHasPermissions(PermissionKind.AddListItems)).toBe(false);
    expect(await refusal(visitor.lists.add('No'))).toMatchObject(DENIED);
    expect(await refusal(clientOf(site(), 'sin-acceso').web())).toMatchObject(DENIED);
    expect(await refusal(clientOf(site(), 'sin-acceso').web.currentUser())).toMatchObject(DENIED);
  });

  it('makes groups, gives them levels on a list, and holds everybody to them', async () => {
    const made = await planner().siteGroups.add({ Title: 'OKR Procesos', Description: 'Quienes reportan' });
    const groupId = made.Id;
    await planner().siteGroups.getById(groupId).users.add('i:0#.f|membership|coop@aci.example');
    await planner().siteGroups.getById(groupId).users.add('i:0#.f|membership|inv@aci.example');
    expect((await planner().siteGroups.getByName('OKR Procesos').users()).map((one) => one.Email).sort()).toEqual(['coop@aci.example',
      'inv@aci.example']);
    await planner().lists.add('CheckIns', '', 100, false, { WriteSecurity: 2 });
    const list = planner().getList('/Lists/CheckIns');
    await list.breakRoleInheritance(false);
    const contribute = await planner().roleDefinitions.getByType(3)();
    await list.roleAssignments.add(groupId, contribute.Id);
    await clientOf(site(), 'coop').web.getList('/Lists/CheckIns').items.add({ Title: 'de coop' });
    const inv = clientOf(site(), 'inv').web.getList('/Lists/CheckIns');
    expect((await inv.items()).map((one: { Title: string }) => one.Title)).toEqual(['de coop']);
    expect(await refusal(inv.items.getById(1).update({ Title: 'de inv' }))).toMatchObject(DENIED);
    expect(await refusal(inv.items.getById(1).delete())).toMatchObject(DENIED);
    await clientOf(site(), 'coop').web.getList('/Lists/CheckIns').items.getById(1).update({ Title: 'otra vez' });
    await list.items.getById(1).update({ Title: 'corregido' });
    expect(await refusal(clientOf(site(), 'direccion').web.getList('/Lists/CheckIns').items())).toMatchObject(DENIED);
    expect((await clientOf(site(), 'direccion').web.lists()).map((one) => one.Title)).not.toContain('CheckIns');
    expect((await list.roleAssignments.expand('Member', 'RoleDefinitionBindings')()) as unknown[]).toHaveLength(2);
  });

  it('passes item-level security with Design and not with Edit', async () => {
    const list = planner().getList('/Lists/CheckIns');
    const user = await planner().ensureUser('i:0#.f|membership|com@aci.example');
    const edit = await planner().roleDefinitions.getByType(6)();
    const design = await planner().roleDefinitions.getByType(4)();
    await list.roleAssignments.add(user.Id, edit.Id);
    const com = clientOf(site(), 'com').web.getList('/Lists/CheckIns');
    expect(await refusal(com.items.getById(1).update({ Title: 'com' }))).toMatchObject(DENIED);
    await list.roleAssignments.add(user.Id, design.Id);
    await com.items.getById(1).update({ Title: 'com' });
    expect(edit.BasePermissions).toEqual({ High: '432', Low: '1011030767' });
  });

  it('hides what is not one\'s own where a list says so', async () => {
    const list = planner().getList('/Lists/CheckIns');
    await list.update({ ReadSecurity: 2 });
    const inv = clientOf(site(), 'inv').web.getList('/Lists/CheckIns');
    expect(await inv.items()).toEqual([]);
    expect((await refusal(inv.items.getById(1)())).status).toBe(404);
    await list.update({ ReadSecurity: 1 });
  });

  it('gives an item permissions of its own and takes them back', async () => {
    const item = planner().getList('/Lists/CheckIns').items.getById(1);
    await item.breakRoleInheritance(false);
    const coop = clientOf(site(), 'coop').web.getList('/Lists/CheckIns');
    expect(await coop.items()).toEqual([]);
    expect((await item.select('HasUniqueRoleAssignments')() as { HasUniqueRoleAssignments: boolean }).HasUniqueRoleAssignments).toBe(true);
    await item.resetRoleInheritance();
    expect(await coop.items()).toHaveLength(1);
  });

  it('tells users apart by login, id and address', async () => {
    const user = await planner().ensureUser('adm@aci.example');
    expect((await planner().siteUsers.getByLoginName(user.LoginName)()).Id).toBe(user.Id);
    expect((await planner().getUserById(user.Id)()).Title).toBe('Profesional ADM');
    expect((await planner().siteUsers.getByEmail('adm@aci.example')()).Id).toBe(user.Id);
    expect(await refusal(planner().ensureUser('nadie@aci.example'))).toMatchObject({ status: 400,
      code: '-2146232832, Microsoft.SharePoint.SPException' });
    expect(await refusal(planner().getUserById(999)())).toMatchObject({ status: 500,
      code: '-2146232832, Microsoft.SharePoint.SPException' });
    expect(await planner().userHasPermissions(user.LoginName, PermissionKind.ViewListItems)).toBe(true);
  });

  it('asks for a digest, and for a fresh one', async () => {
    const none = await raw(site(), '/_api/web/ensureuser', { method: 'POST', headers: { 'X-RequestDigest': 'nada' },
      json: { logonName: 'coop' } });
    expect(none.status).toBe(403);
    expect(none.json['odata.error']).toMatchObject({ code: '-2130575251, Microsoft.SharePoint.SPException' });
    const info = await raw(site(), '/_api/contextinfo', { method: 'POST' });
    expect(info.json).toMatchObject({ FormDigestTimeoutSeconds: 1800, WebFullUrl: site().origin });
  });

  it('translates messages and keeps codes', async () => {
    const answers = await Promise.all(['en-US', 'es-ES'].map((language) =>
      raw(site(), "/_api/web/lists/getByTitle('x')", { headers: { 'Accept-Language': language } })));
    const [english, spanish] = answers.map((one) => one.json['odata.error'] as { code: string; message: { lang: string; value: string } });
    expect(english.code).toBe(spanish.code);
    expect(english.message.value).not.toBe(spanish.message.value);
    expect([english.message.lang, spanish.message.lang]).toEqual(['en-US', 'es-ES']);
  });
});
