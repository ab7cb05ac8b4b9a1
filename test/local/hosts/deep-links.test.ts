import { formatDeepLink, parseDeepLink } from '../../../sharepoint/local/hosts/client/teams/deep-links';

const BASE = 'http://localhost:5180';

it('reads what it wrote, whatever the page is called', () => {
  for (const subPage of ['2021-2023/kr/OE1-OT2-R5', 'con espacio & símbolos/%/ñ"', undefined]) {
    for (const channelId of ['19:general@thread.tacv2', undefined]) {
      const link = { appId: 'app/1', entityId: 'mis resultados', ...(subPage === undefined ? {} : { subPage }), ...(channelId ? { channelId } : {}) };
      expect(parseDeepLink(formatDeepLink({ ...link, label: 'L', webUrl: 'https://x.example/?a=b' }), BASE)).toEqual({
        appId: link.appId, entityId: link.entityId, ...(subPage === undefined ? {} : { subPage }), inChannel: channelId !== undefined
      });
    }
  }
});

it('reads a link of Teams itself', () => {
  const href = 'https://teams.microsoft.com/l/entity/a/b?webUrl=https%3A%2F%2Fx&label=R5&context=%7B%22subEntityId%22%3A%222021-2023%2Fkr%2FOE1-OT2-R5%22%7D';
  expect(parseDeepLink(href, BASE)).toEqual({ appId: 'a', entityId: 'b', subPage: '2021-2023/kr/OE1-OT2-R5', inChannel: false });
});

it.each(['{', 'null', '7', '{"subEntityId":7}', '{"subEntityId":""}'])('opens the tab where the context is %s', (context) => {
  expect(parseDeepLink(`/l/entity/a/b?context=${encodeURIComponent(context)}`, BASE)).toEqual({ appId: 'a', entityId: 'b', inChannel: false });
});

it('takes nothing else for a link', () => {
  for (const href of ['/teams', '/l/entity/a', '/l/chat/a/b', '/x/l/entity/a/b']) expect(parseDeepLink(href, BASE)).toBeNull();
});
