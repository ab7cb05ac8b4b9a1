import type { Row } from '../store/database';
import type { Entity } from '../odata/entity';

/** What may be selected of a person behind a column. */
export const PERSON_COLUMNS = ['id', 'title', 'login', 'email'] as const;

/** A person (or group) as the row of the user information list that a column points at. */
export function personEntity(row: Row): Entity {
  const id = Number(row.id);
  const email = String(row.email ?? '');
  const title = String(row.title ?? '');
  const values = {
    Id: id, ID: id, Title: title, Name: String(row.login ?? ''), EMail: email, UserName: email, FirstName: title.split(' ')[0],
    LastName: title.split(' ').slice(1).join(' '),
    JobTitle: null, Department: null, SipAddress: email, Picture: null, MobilePhone: null, Office: null, WorkPhone: null
  };
  return { type: 'SP.Data.UserInfoItem', path: `Web/SiteUserInfoList/Items(${id})`, values };
}
