import '@pnp/sp/column-defaults';
import { clientOf, withSite } from './support';

describe('column defaults of a library, by PnPjs', () => {
  const site = withSite();
  const web = () => clientOf(site(), 'planeacion').web;
  const library = () => web().getList('/SIGACI');
  const folder = (name: string) => web().getFolderByServerRelativePath(`/SIGACI/${name}`);

  beforeAll(async () => {
    await web().lists.add('SIGACI', '', 101);
    await library().fields.addText('Proceso');
    await library().fields.addNumber('Vigencia');
    await library().fields.addMultiChoice('Temas', { Choices: ['a', 'b', 'c'] });
    await web().folders.addUsingPath('/SIGACI/Plan operativo');
    await web().folders.addUsingPath('/SIGACI/Otros');
  });

  const made = async (path: string, name: string) => {
    const { UniqueId } = await web().getFolderByServerRelativePath(path).files.addUsingPath(name, 'x');
    const { Proceso, Vigencia, Temas } = await web().getFileById(UniqueId).getItem<Record<string, unknown>>('Proceso', 'Vigencia', 'Temas');
    return { Proceso, Vigencia, Temas };
  };

  it('are none to begin with', async () => {
    expect(await library().getDefaultColumnValues()).toEqual([]);
    expect(await folder('Otros').getDefaultColumnValues()).toEqual([]);
  });

  it('are set on a folder, read back, and given to what is added there', async () => {
    await folder('Plan operativo').setDefaultColumnValues([{ name: 'Proceso', value: 'COOP' }, { name: 'Temas', value: ['a', 'c'] }]);
    expect(await folder('Plan operativo').getDefaultColumnValues()).toEqual([
      { name: 'Proceso', path: '/SIGACI/Plan operativo', value: 'COOP' }, { name: 'Temas', path: '/SIGACI/Plan operativo', value: 'a;c' }]);
    expect(await made('/SIGACI/Plan operativo', 'uno.txt')).toMatchObject({ Proceso: 'COOP', Vigencia: null, Temas: ['a', 'c'] });
    expect(await made('/SIGACI/Otros', 'uno.txt')).toMatchObject({ Proceso: null });
  });

  it('go down to folders below, the nearest first', async () => {
    await folder('Plan operativo').setDefaultColumnValues([{ name: 'Vigencia', value: '2021' }]);
    await web().folders.addUsingPath('/SIGACI/Plan operativo/2022');
    await folder('Plan operativo/2022').setDefaultColumnValues([{ name: 'Vigencia', value: '2022' }]);
    expect(await made('/SIGACI/Plan operativo/2022', 'dos.txt')).toMatchObject({ Proceso: 'COOP', Vigencia: 2022 });
    expect(await made('/SIGACI/Plan operativo', 'dos.txt')).toMatchObject({ Proceso: 'COOP', Vigencia: 2021 });
  });

  it('are cleared', async () => {
    await folder('Plan operativo').clearDefaultColumnValues();
    expect(await folder('Plan operativo').getDefaultColumnValues()).toEqual([]);
    expect((await library().getDefaultColumnValues()).map((one) => one.path)).toEqual(['/SIGACI/Plan operativo/2022']);
    expect(await made('/SIGACI/Plan operativo', 'tres.txt')).toMatchObject({ Proceso: null });
    await library().setDefaultColumnValues([{ name: 'Proceso', path: '/SIGACI', value: 'TODOS' }]);
    expect(await made('/SIGACI/Otros', 'tres.txt')).toMatchObject({ Proceso: 'TODOS' });
  });
});
