import type { Entity } from '../../odata/entity';
import { Complex } from '../../odata/entity';

/** SharePoint's own zones: number, offset from UTC, cities. */
const ZONES: readonly [id: number, offset: string, cities: string][] = [
  [39, '-12:00', 'International Date Line West'], [16, '-11:00', 'Midway Island, Samoa'], [15, '-10:00', 'Hawaii'],
    [14, '-09:00', 'Alaska'],
  [13, '-08:00', 'Pacific Time (US and Canada)'], [78, '-08:00', 'Baja California'], [12, '-07:00', 'Mountain Time (US and Canada)'],
  [38, '-07:00', 'Arizona'], [77, '-07:00', 'Chihuahua, La Paz, Mazatlan'], [11, '-06:00', 'Central Time (US and Canada)'],
  [36, '-06:00', 'Saskatchewan'], [37, '-06:00', 'Guadalajara, Mexico City, Monterrey'], [55, '-06:00', 'Central America'],
  [10, '-05:00', 'Eastern Time (US and Canada)'], [34, '-05:00', 'Indiana (East)'], [35, '-05:00', 'Bogotá, Lima, Quito'],
  [9, '-04:00', 'Atlantic Time (Canada)'], [33, '-04:00', 'Georgetown, La Paz, Manaus, San Juan'], [65, '-04:00', 'Santiago'],
  [91, '-04:00', 'Asuncion'], [28, '-03:30', 'Newfoundland'], [8, '-03:00', 'Brasilia'], [32, '-03:00', 'Cayenne, Fortaleza'],
  [60, '-03:00', 'Greenland'], [85, '-03:00', 'City of Buenos Aires'], [90, '-03:00', 'Montevideo'], [30, '-02:00', 'Mid-Atlantic'],
  [29, '-01:00', 'Azores'], [53, '-01:00', 'Cabo Verde Is.'], [2, '+00:00', 'Dublin, Edinburgh, Lisbon, London'],
  [31, '+00:00', 'Monrovia, Reykjavik'], [93, '+00:00', 'Coordinated Universal Time'], [3, '+01:00', 'Brussels, Copenhagen, Madrid, Paris'],
  [4, '+01:00', 'Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna'], [6, '+01:00', 'Belgrade, Bratislava, Budapest, Ljubljana, Prague'],
  [57, '+01:00', 'Sarajevo, Skopje, Warsaw, Zagreb'], [69, '+01:00', 'West Central Africa'], [5, '+02:00', 'Athens, Bucharest'],
  [27, '+02:00', 'Jerusalem'], [49, '+02:00', 'Cairo'], [50, '+02:00', 'Harare, Pretoria'],
  [59, '+02:00', 'Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius'], [26, '+03:00', 'Baghdad'], [51, '+03:00', 'Moscow, St. Petersburg'],
  [56, '+03:00', 'Nairobi'], [74, '+03:00', 'Kuwait, Riyadh'], [25, '+03:30', 'Tehran'], [24, '+04:00', 'Abu Dhabi, Muscat'],
  [54, '+04:00', 'Baku'], [48, '+04:30', 'Kabul'], [47, '+05:00', 'Tashkent'], [58, '+05:00', 'Ekaterinburg'],
  [23, '+05:30', 'Chennai, Kolkata, Mumbai, New Delhi'], [66, '+05:30', 'Sri Jayawardenepura'], [62, '+05:45', 'Kathmandu'],
  [71, '+06:00', 'Astana, Dhaka'], [61, '+06:30', 'Yangon (Rangoon)'], [22, '+07:00', 'Bangkok, Hanoi, Jakarta'],
  [64, '+07:00', 'Krasnoyarsk'], [21, '+08:00', 'Kuala Lumpur, Singapore'], [45, '+08:00', 'Beijing, Chongqing, Hong Kong S.A.R., Urumqi'],
  [63, '+08:00', 'Irkutsk'], [73, '+08:00', 'Perth'], [75, '+08:00', 'Taipei'], [20, '+09:00', 'Osaka, Sapporo, Tokyo'],
  [70, '+09:00', 'Yakutsk'], [72, '+09:00', 'Seoul'], [19, '+09:30', 'Adelaide'], [44, '+09:30', 'Darwin'], [18, '+10:00', 'Brisbane'],
  [42, '+10:00', 'Hobart'], [43, '+10:00', 'Guam, Port Moresby'], [68, '+10:00', 'Vladivostok'],
    [76, '+10:00', 'Canberra, Melbourne, Sydney'],
  [41, '+11:00', 'Solomon Is., New Caledonia'], [17, '+12:00', 'Auckland, Wellington'], [40, '+12:00', 'Fiji'], [67, '+13:00', "Nuku'alofa"]
];

/** Bogotá, Lima, Quito: the site's own. */
const SITE_ZONE = 35;

function entityOf([id, offset, cities]: (typeof ZONES)[number]): Entity {
  const [hours, minutes] = offset.slice(1).split(':').map(Number);
  const east = (hours * 60 + minutes) * (offset.startsWith('-') ? -1 : 1);
  return {
    type: 'SP.TimeZone',
    path: `Web/RegionalSettings/TimeZones/GetById(${id})`,
    values: {
      Description: `(UTC${offset === '+00:00' ? '' : offset}) ${cities}`, Id: id,
      // Assumption: the bias of summer time is not told apart; the site's own zone has none.
      Information: new Complex('SP.TimeZoneInformation', { Bias: 0 - east, DaylightBias: 0, StandardBias: 0 })
    }
  };
}

export const timeZoneEntities = (): Entity[] => ZONES.map(entityOf);

/** One of them by its number; undefined where there is none. */
export function timeZoneById(id: number): Entity | undefined {
  const zone = ZONES.find(([known]) => known === id);
  return zone && entityOf(zone);
}

/** The zone the site's dates are read and shown in. */
export const timeZoneEntity = (): Entity => ({ ...(timeZoneById(SITE_ZONE) as Entity), path: 'Web/RegionalSettings/TimeZone' });
