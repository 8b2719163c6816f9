/** SCIM directories with their users and groups. */
import * as z from 'zod/mini';
import { enumOf, envelope, flag, listOf, optional, optionalFlag, text, texts, time, whole } from './fields.ts';

const secret = z.object({
  id: text,
  secret_suffix: text,
  /** ACTIVE is 0: see the client's secrets. */
  status: enumOf(['ACTIVE', 'INACTIVE']),
  create_time: time,
  expire_time: time,
  /** Absent: the identity provider never called with it. */
  last_used_time: time,
});

const directory = z.object({
  id: z.string(),
  name: text,
  directory_type: enumOf(['DIRECTORY_TYPE_UNSPECIFIED', 'SCIM', 'LDAP', 'POLL']),
  directory_provider: enumOf([
    'DIRECTORY_PROVIDER_UNSPECIFIED',
    'OKTA',
    'GOOGLE',
    'MICROSOFT_AD',
    'AUTH0',
    'ONELOGIN',
    'JUMPCLOUD',
    'PING_IDENTITY',
  ]),
  organization_id: text,
  enabled: flag,
  status: text,
  directory_endpoint: text,
  last_synced_at: time,
  groups_tracked: text,
  total_users: whole,
  total_groups: whole,
  stats: optional(z.object({ total_users: whole, total_groups: whole, group_updated_at: time, user_updated_at: time })),
  secrets: listOf(secret),
  role_assignments: optional(z.object({ assignments: listOf(z.object({ group_id: text, role_name: text, role_id: text })) })),
  attribute_mappings: optional(z.object({ attributes: listOf(z.object({ key: text, map_to: text })) })),
});
export type Directory = z.infer<typeof directory>;

export const directorySchema = envelope('directory', directory);
export const directoriesSchema = z.object({ directories: listOf(directory) });

const group = z.object({ id: text, display_name: text, total_users: whole, updated_at: time });
export type DirectoryGroup = z.infer<typeof group>;

const user = z.object({
  id: text,
  email: text,
  preferred_username: text,
  given_name: text,
  family_name: text,
  emails: texts,
  /** What the identity provider sent, as it sent it. */
  user_detail: optional(z.object({ active: optionalFlag })),
  groups: listOf(group),
  updated_at: time,
});
export type DirectoryUser = z.infer<typeof user>;

const page = { next_page_token: text, prev_page_token: text, total_size: whole };
export const directoryUsersSchema = z.object({ users: listOf(user), ...page });
export const directoryGroupsSchema = z.object({ groups: listOf(group), ...page });
export type DirectoryUsers = z.infer<typeof directoryUsersSchema>;
export type DirectoryGroups = z.infer<typeof directoryGroupsSchema>;
