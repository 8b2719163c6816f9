/** React Router with routes.ts: the routes' modules may lie anywhere. */
import { type FaultInApp, one } from './fault.ts';

const callback = 'app/features/auth/callback.tsx';
const hook = 'app/features/hooks/scalekit.ts';

export const reactRouterConfig: readonly FaultInApp[] = [
  one('state-missing/not-sent', 'app/features/auth/login.tsx', '{ state, scopes', '{ scopes'),
  one('state-missing/not-compared', callback, / {2}if \(!params.get\('state'\).*\n/, ''),
  one('callback-error-unread/error-ignored', callback, / {2}if \(params.has[\s\S]*?\n {2}\}\n/, ''),
  one('logout-incomplete/local-only', 'app/features/auth/logout.tsx', [
    ['return redirect(url,', "return redirect('/',"],
    [/ {2}const url = .*\n/, ''],
  ]),
  one('signature-verification/not-verified', hook, / {2}try \{[\s\S]*?\n {2}\}\n/, ''),
  one('not-received/get-only', hook, 'function action(', 'function loader('),
  one('token-expired/rotated-token-dropped', 'app/lib/sessions.server.ts', / {6}session\.set\('refreshToken'.*\n/, ''),
];
