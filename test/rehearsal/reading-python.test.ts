/** Places in Python code by reading, where a run does not tell them. */
import { expect, it } from 'vitest';
import { readPlaces } from '../../src/rehearsal/reading/places.ts';

const places = readPlaces(
  new Map([
    [
      'app/views.py',
      'from .sso import service\n\n\n@bp.route("/login")\ndef login():\n    state = 1\n    return redirect(\n        service.start(state)\n    )\n\n\n@bp.post("/hook")\ndef hook():\n    pass\n',
    ],
    [
      'app/sso.py',
      'class Service:\n    def start(self, state):\n        # get_authorization_url(\n        return self.sdk.get_authorization_url(URI, self.options)\n\n\nservice = Service()\n',
    ],
    ['core/urls.py', 'urlpatterns = [path("me/", views.me), path("out/", Out.as_view())]\n'],
    [
      'core/views.py',
      'def me(request):\n    return 1\n\n\nclass Out(View):\n    def post(self, request):\n        return redirect(client.get_logout_url(o))\n',
    ],
  ]),
);
const lines = (method: string, path: string, call?: Parameters<typeof places.handlerOf>[2]): string[] =>
  places.handlerOf(method, path, call).map(({ file, line }) => `${file}:${line}`);

it.each([
  ['a decorated function', lines('POST', '/api/hook'), ['app/views.py:13']],
  ['the way to a call behind a service', lines('GET', '/login', 'authorize'), ['app/views.py:8', 'app/sso.py:4']],
  ['a view of a table', lines('GET', '/accounts/me/'), ['core/views.py:1']],
  ['a method of a class', lines('POST', '/out/', 'logout'), ['core/views.py:7']],
])('%s', (_name, found, expected) => {
  expect(found).toEqual(expected);
});
