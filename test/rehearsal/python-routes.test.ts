/** Routes of Python apps as frameworks write them, with the prefixes that they lie under. */
import { expect, it } from 'vitest';
import { pythonDoors } from '../../src/commands/rehearse/python-doors.ts';
import { pythonRoutes } from '../../src/commands/rehearse/python-routes.ts';

type Texts = Readonly<Record<string, string>>;

const table: readonly (readonly [name: string, texts: Texts, routes: readonly string[]])[] = [
  [
    'Flask',
    {
      'app.py':
        '@app.get("/login")\ndef a(): ...\n@app.route("/cb", methods=["GET", "POST"])\ndef b(): ...\napp.add_url_rule("/out", view_func=c)\n',
    },
    ['GET /login', 'GET,POST /cb', ' /out'],
  ],
  [
    'a blueprint with its own prefix, and one that is given another where it is registered',
    {
      'app/__init__.py':
        'from .auth import bp\nfrom . import hooks\ndef create_app():\n    app.register_blueprint(bp)\n    app.register_blueprint(hooks.bp, url_prefix="/in")\n',
      'app/auth.py': 'bp = Blueprint("auth", __name__, url_prefix="/auth")\n@bp.route("/login")\ndef login(): ...\n',
      'app/hooks.py': 'bp = Blueprint("hooks", __name__, url_prefix="/hooks")\n@bp.post("/scalekit")\ndef hook(): ...\n',
    },
    ['GET /auth/login', 'POST /in/scalekit'],
  ],
  [
    'routers within routers',
    {
      'app/main.py':
        'from app.api import api_router\nfrom app.config import settings\napp = FastAPI()\napp.include_router(api_router, prefix=settings.API_PREFIX)\n',
      'app/config.py': 'class Settings:\n    API_PREFIX: str = "/api/v1"\n',
      'app/api.py':
        'from app.routers import auth\napi_router = APIRouter()\napi_router.include_router(auth.router, prefix="/auth")\n',
      'app/routers/auth.py':
        'router = APIRouter(tags=["auth"])\n@router.get(\n    "/login"\n)\nasync def login(): ...\n@router.get("")\nasync def me(): ...\n',
    },
    ['GET /api/v1/auth/login', 'GET /api/v1/auth'],
  ],
  [
    'Django with include, also of a regular expression',
    {
      'site/urls.py':
        'urlpatterns = [path("", home), path("accounts/", include("site.accounts.urls")), re_path(r"^me/$", MeView.as_view())]',
      'site/accounts/urls.py': 'urlpatterns = [path("login/", views.login), path("<int:pk>/", views.one)]',
    },
    [' /', ' /me/', ' /accounts/login/', ' /accounts/<int:pk>/'],
  ],
  [
    'Django with tables within tables',
    {
      'core/urls.py':
        'urlpatterns = [path("api/", include([path("sso/", include("core.sso.urls")), path("user", views.user)])), path("hook", hook)]',
      'core/sso/urls.py': 'urlpatterns = [path("login", views.login)]',
    },
    [' /api/sso/login', ' /api/user', ' /hook'],
  ],
  [
    'Starlette',
    {
      'app.py':
        'routes = [Route("/", home), Mount("/auth", routes=[Route("/login", login), Route("/in", hook, methods=["POST"])]), Mount("/api", routes=[Route("/x", x)]), Route("/me", Me)]',
    },
    [' /', ' /auth/login', 'POST /auth/in', ' /api/x', ' /me'],
  ],
  [
    'Litestar',
    {
      'app.py':
        'class Auth(Controller):\n    path = "/auth"\n\n    @get("/login")\n    async def login(self): ...\n\n@get("/me")\nasync def me(): ...\n',
    },
    ['GET /auth/login', 'GET /me'],
  ],
  [
    'aiohttp',
    { 'app.py': 'app.router.add_get("/login", login)\napp.add_routes([web.post("/hook", hook)])\n' },
    ['GET /login', 'POST /hook'],
  ],
  ['Tornado', { 'app.py': 'import tornado\napp = Application([\n    (r"/login", Login),\n])\n' }, [' /login']],
];

it.each(table)('%s', (_name, texts, routes) => {
  const found = pythonRoutes(new Map(Object.entries(texts))).map(({ path, methods }) => `${methods.join()} ${path}`);
  expect(found.sort()).toEqual([...routes].sort());
});

it('finds doors by what their handlers call, whatever they are named', () => {
  const app = [
    '@app.get("/a")\ndef a():\n    return redirect(client.get_authorization_url(URI, options))\n',
    '@app.get("/b")\ndef b():\n    client.authenticate_with_code(request.args["code"], URI, o)\n',
    '@app.post("/c")\ndef c():\n    client.verify_webhook_payload(S, request.headers, request.data)\n',
    '@app.get("/d")\ndef d():\n    return redirect(client.get_logout_url(o))\n',
    '@app.get("/e")\ndef e():\n    return "hello"\n',
  ].join('\n');
  expect(pythonDoors(new Map([['app.py', app]]))).toMatchObject({
    login: ['/a'],
    callback: ['/b'],
    logout: ['/d'],
    webhook: ['/c'],
    backChannel: [],
    maybeWebhook: [],
    selectors: [],
    initiate: [],
    posts: [],
    pages: ['/e'],
  });
});

it('takes a parameter of the function that starts the login for a selector', () => {
  const app =
    '@app.get("/login")\nasync def login(org: str | None = None):\n    options.organization_id = org\n    return client.get_authorization_url(URI, options)\n';
  expect(pythonDoors(new Map([['app.py', app]])).selectors).toEqual([{ name: 'org', isDirect: true }]);
});

it('knows the receiver of webhooks by what it calls, also where it takes no POST', () => {
  const app =
    '@routes.get("/scalekit-events")\nasync def events(request):\n    sdk.verify_webhook_payload(S, request.headers, body)\n';
  expect(pythonDoors(new Map([['app.py', app]])).webhook).toEqual(['/scalekit-events']);
});
