import { Complex, entityAnswer, valueAnswer } from '../../odata/entity';
import type { WebDef } from '../../store/definitions';
import { parseStamp, toStamp, ZONE_OFFSET_MINUTES } from '../../time';
import { timeZoneById, timeZoneEntities, timeZoneEntity } from '../entities/time-zones';
import { regionalEntity } from '../entities/web';
import { badArgument } from '../errors';
import type { RestRequest } from '../request';
import type { Resource } from '../resource';
import { action, query } from '../resource';

const LANGUAGES: [name: string, tag: string, lcid: number][] = [['English', 'en-US', 1033], ['Spanish', 'es-ES', 3082]];

/** `web/regionalsettings`: the site's own time zone, those there are, and its two languages. */
export function regionalSettings(web: (request: RestRequest) => WebDef): Resource {
  const zone = (): Resource => ({
    entity: timeZoneEntity,
    get: () => entityAnswer(timeZoneEntity()),
    children: {
      utctolocaltime: (segment) => action((request) => valueAnswer('UTCToLocalTime', shifted(request.text(segment, 0, 'date'),
        ZONE_OFFSET_MINUTES), 'Edm.DateTime')),
      localtimetoutc: (segment) => action((request) => valueAnswer('LocalTimeToUTC', shifted(request.text(segment, 0, 'date'),
        -ZONE_OFFSET_MINUTES), 'Edm.DateTime'))
    }
  });
  return {
    entity: (request) => regionalEntity(web(request)),
    get: (request) => entityAnswer(regionalEntity(web(request))),
    children: {
      timezone: zone,
      timezones: () => ({
        get: () => ({ kind: 'collection', entities: timeZoneEntities(), path: 'Web/RegionalSettings/TimeZones', type: 'SP.TimeZone' }),
        children: {
          getbyid: (segment) => query((request) => {
            const found = timeZoneById(request.whole(segment, 0));
            if (!found) {
              throw badArgument();
            }
            return entityAnswer(found);
          })
        }
      }),
      installedlanguages: () => query(() => valueAnswer('InstalledLanguages', new Complex('SP.LanguageCollection', {
        Items: LANGUAGES.map(([DisplayName, LanguageTag, Lcid]) => ({ DisplayName, LanguageTag, Lcid }))
      }), 'SP.LanguageCollection'))
    }
  };
}

/** A date moved by minutes, whatever zone it was written in. */
function shifted(text: string, minutes: number): string {
  const stamp = parseStamp(`${text.replace(/(Z|[+-]\d{2}:?\d{2})$/i, '')}Z`);
  if (stamp === undefined) {
    throw badArgument();
  }
  return toStamp(new Date(Date.parse(stamp) + minutes * 60000));
}
