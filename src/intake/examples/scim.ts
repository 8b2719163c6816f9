/** How people wrote about users and groups of a directory: one example a line. */
import type { Examples } from './index.ts';

export const scimExamples: Examples = {
  'users-not-provisioning': `
users from okta do not show up in our app
scim is not creating users
scim error
new hires never appear in our database
user provisioning is broken
scim token rejected
people we removed in azure can still get in
employees assigned in Okta are not synced
usres not provisoned via scim
the directory sync returns 401
deactivated employees are still in our system
Benutzer werden nicht aus Azure AD synchronisiert
Neue Mitarbeiter tauchen nicht auf
SCIM Bereitstellung schlägt fehl
los usuarios no se sincronizan desde Okta
los nuevos empleados no aparecen en la aplicación
el aprovisionamiento scim no funciona
SCIMでユーザーが同期されません
新入社員がアプリに反映されない
okta se users sync nahi ho rahe
naye employees app mein dikh nahi rahe
assigned users in entra are not created on our side
scim provisioning from azure fails with an error
our newest colleagues are missing in the app although they are in Okta
fired employees still have access
the bearer token for scim expired
user sync from the directory stopped working
Neue Kollegen erscheinen nicht in der App
Ausgeschiedene Mitarbeiter haben noch Zugriff
Die SCIM-Synchronisierung der Benutzer funktioniert nicht
los usuarios asignados en Entra no se crean
empleados dados de baja todavía pueden entrar
Oktaからユーザーが同期されない
退職した社員がまだログインできる
scim se users create nahi ho rahe
SCIM users missing
new people in Okta are not getting accounts
provisioning from Okta to our app not working
user created in Azure AD but not in our app
ex-employees keep access after being removed from okta
SCIM endpoint returns 401 unauthorized
SCIM legt keine Benutzer an
Benutzer aus Okta fehlen
no se crean usuarios por scim
los usuarios nuevos no llegan desde Azure AD
プロビジョニングされたユーザーが表示されない
SCIMのトークンが無効
azure se naye users nahi aa rahe
we assigned 40 people in Okta and none of them shows up in our app
new hires are not created automatically
the SCIM bearer token seems to be expired, Entra provisioning log says 401
deactivated employees stay active in our product, deprovisioning does not reach us
directory sync is on but user list is empty
Azure AD provisioning is in quarantine
scim usres dont get synced
HR adds somebody in the directory and he never arrives on our side
test connection for provisioning in okta fails, says error authenticating, 401
users from the second email domain of the customer are skipped in the directory sync
the directory shows last synced never
where do I find the SCIM endpoint and token? my customer cannot connect their directory
Neue Mitarbeiter werden nicht angelegt
Die Bereitstellung aus Entra läuft nicht, Benutzer fehlen bei uns
los usuarios de Okta no se crean en nuestra aplicación
el aprovisionamiento SCIM no trae a nadie
SCIMでユーザーが同期されない
退職者のアカウントが無効にならない（プロビジョニング）
okta me user assign kiya par app me nahi aaya
naye users scim se create nahi ho rahe
les utilisateurs ne sont pas provisionnés
usuários do Azure AD não são criados via SCIM
SCIM用户没有同步过来
`,
  'group-sync': `
groups are not syncing
okta groups do not arrive
users come over fine but their groups do not
roles from the idp groups are not applied
group membership is missing in scim
gruops dont sync from azure ad
the admin group in Entra is not mapped to a role
Gruppen werden nicht synchronisiert
Die Gruppen aus Okta kommen nicht an
los grupos no se sincronizan
los grupos de Okta no llegan
グループが同期されない
Oktaのグループが反映されません
groups sync nahi ho rahe hai okta se
group ki role nahi mil rahi okta se
group memberships are not coming through from Okta
we see the people but none of their groups from scim
team assignments in azure ad do not reach us
assigned the group in okta but its role is missing
Gruppenzugehörigkeiten fehlen nach der Synchronisation
Rollen aus den Okta-Gruppen werden nicht übernommen
no llegan los grupos desde azure
los roles de los grupos no se asignan
グループのロールが反映されない
Azureのグループが届きません
azure ke groups nahi aa rahe
Okta groups missing
groups arent pushed from okta
user is in admin group but does not get the admin role
group to role mapping not working
sincronización de grupos no funciona
グループ同期ができない
groups nahi aa rahe okta se
groups are empty although the members are there
push groups in okta gives an error, the department does not appear on our side
role of the user does not change when I move him to another group in Entra
admins group is not mapped to the admin role
team memberships from the customers directory do not reach us
gruop membership not synced
scim: users yes, groups no
when a person is removed from a group in AD he keeps the permissions in our app
only assigned groups come over, nested ones do not
we get organization.directory.user_created but never group_created
Gruppen aus Okta kommen nicht bei uns an
Die Rolle ändert sich nicht, wenn jemand die Gruppe wechselt
la membresía de grupos no llega desde Entra
グループが同期されません
グループに割り当てたロールが反映されない
groups sync nahi ho rahe
group ke members nahi aa rahe app me
les groupes ne sont pas synchronisés
grupos não sincronizam
用户组没有同步
`,
};
