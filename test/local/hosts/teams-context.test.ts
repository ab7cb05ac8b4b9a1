import { filled, teamsContext } from '../../../sharepoint/local/hosts/client/teams/context';
import type { Situation } from '../../../sharepoint/local/hosts/client/teams/context';

const situation: Situation = {
  data: {
    app: { id: 'app', name: 'SIGACI OKR' }, personalTabs: [], channelTabs: [], teamSitePath: '/sites/plan', tenantId: 'tenant', theme: 'default', locale: 'es-co',
    person: { userName: 'coop', title: 'Profesional COOP', email: 'coop@aci.example', directoryId: 'id' }
  },
  place: 'channel', entityId: 'tab', subPage: '2021-2023/matriz', theme: 'contrast', configuring: false, origin: 'http://localhost:5180'
};

it('fills a manifest’s address for the place', () => {
  const url = 'https://{teamSiteDomain}{teamSitePath}/_layouts/15/TeamsLogon.aspx?dest={teamSitePath}/x%26forceLocale={locale}%26theme={theme}%26{unknown}';
  expect(filled(url, situation)).toBe('http://localhost:5180/sites/plan/_layouts/15/TeamsLogon.aspx?dest=/sites/plan/x%26forceLocale=es-co%26theme=contrast%26{unknown}');
  expect(filled(url, { ...situation, place: 'personal' })).toContain('5180/_layouts');
});

it('tells a channel tab of its team, and a personal one of none', () => {
  expect(teamsContext(situation)).toMatchObject({ subEntityId: '2021-2023/matriz', theme: 'contrast', frameContext: 'content', channelName: 'General', teamSiteUrl: 'http://localhost:5180/sites/plan' });
  expect(teamsContext({ ...situation, place: 'personal' })).not.toHaveProperty('channelId');
  expect(teamsContext({ ...situation, configuring: true }).frameContext).toBe('settings');
});
