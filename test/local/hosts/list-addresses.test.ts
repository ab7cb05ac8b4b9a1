import { listPageFor } from '../../../sharepoint/local/hosts/pages/list';

const at = (address: string): ReturnType<typeof listPageFor> => {
  const url = new URL(address, 'http://localhost');
  return listPageFor(decodeURIComponent(url.pathname), url.searchParams);
};

it.each([
  ['/Lists/KeyResults/AllItems.aspx', { kind: 'view', listUrl: '/Lists/KeyResults', viewUrl: '/Lists/KeyResults/AllItems.aspx' }],
  ['/Lists/KeyResults/Sin%20responsable.aspx', { kind: 'view', listUrl: '/Lists/KeyResults', viewUrl: '/Lists/KeyResults/Sin responsable.aspx' }],
  ['/Lists/KeyResults/NewForm.aspx', { kind: 'new', listUrl: '/Lists/KeyResults' }],
  ['/Lists/KeyResults/EditForm.aspx?ID=7', { kind: 'edit', listUrl: '/Lists/KeyResults', id: 7 }],
  ['/Lists/KeyResults/dispform.aspx?ID=7', { kind: 'display', listUrl: '/Lists/KeyResults', id: 7 }],
  ['/_layouts/15/listedit.aspx?List={5B9B0AEC-0A9F-4E1D-9C39-2C2F7B3D1A11}', { kind: 'settings', listId: '5B9B0AEC-0A9F-4E1D-9C39-2C2F7B3D1A11' }],
  ['/_layouts/15/listedit.aspx?List=%7B5b9b0aec-0a9f-4e1d-9c39-2c2f7b3d1a11%7D', { kind: 'settings', listId: '5b9b0aec-0a9f-4e1d-9c39-2c2f7b3d1a11' }],
  ['/_layouts/15/viewlsts.aspx', { kind: 'lists' }],
  ['/SIGACI/Forms/AllItems.aspx', { kind: 'library', libraryUrl: '/SIGACI', folder: '/SIGACI' }],
  ['/SIGACI/Forms/AllItems.aspx?RootFolder=%2FSIGACI%2FCOOP', { kind: 'library', libraryUrl: '/SIGACI', folder: '/SIGACI/COOP' }],
  ['/Lists/KeyResults', null],
  ['/_layouts/15/settings.aspx', null]
])('%s', (address, expected) => {
  expect(at(address)).toEqual(expected);
});
