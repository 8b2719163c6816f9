/** What the seeded things have in common. */
import { timestampFromDate } from '@bufbuild/protobuf/wkt';

export const DOMAIN = 'acme.example';
export const MEMBER_ROLE = { id: 'role_87104652398129211', name: 'member', displayName: 'Member' };
export const made = timestampFromDate(new Date('2026-01-05T09:00:00Z'));
export const times = { createTime: made, updateTime: made };
