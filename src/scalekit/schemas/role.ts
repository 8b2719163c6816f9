/** Roles of the environment and of an organization. */
import * as z from 'zod/mini';
import { listOf, text } from './fields.ts';

const role = z.object({ id: text, name: text, display_name: text });
export type Role = z.infer<typeof role>;

export const rolesSchema = z.object({ roles: listOf(role) });
