/** Routes and prefixes as frameworks of several languages write them. */
import { expect, it } from 'vitest';
import { postsIn, routesIn } from '../../src/commands/rehearse/routes.ts';
import { askedIn, fileRoutes } from '../../src/commands/rehearse/scripts.ts';

const table: readonly (readonly [name: string, texts: Readonly<Record<string, string>>, routes: readonly string[]])[] = [
  ['Flask', { 'app.py': '@app.get("/login")\n@app.route("/cb")\n' }, ['/login', '/cb']],
  [
    'Django with include',
    { 'urls.py': 'path("accounts/", include("a.urls"))', 'a/urls.py': 'path("login/", login)' },
    ['/accounts/', '/login/', '/accounts/login/'],
  ],
  ['FastAPI with a prefix', { 'r.py': 'router = APIRouter(prefix="/auth")\n@router.get("/login")\n' }, ['/login', '/auth/login']],
  [
    'net/http',
    { 'main.go': 'http.HandleFunc("POST /webhooks/scalekit", hook)\nmux.Handle("/me", me)' },
    ['/webhooks/scalekit', '/me'],
  ],
  ['Gin', { 'main.go': 'g := r.Group("/auth")\ng.GET("/login", login)' }, ['/login', '/auth/login']],
  [
    'Spring',
    { 'A.java': '@RequestMapping("/auth")\nclass A { @GetMapping("/login") String a() {} }' },
    ['/auth', '/login', '/auth/login'],
  ],
  ['NestJS', { 'a.ts': "@Controller('auth')\nclass A { @Get('enter') a() {} }" }, ['/auth/enter']],
  [
    'a table of a plain server',
    { 'a.js': "{ 'GET /in': start, ['POST ' + this.base + '/ears']: take, base: '/app' }" },
    ['/in', '/app/ears'],
  ],
  ['a plain server', { 'a.js': "if (url.pathname === '/in') start(); switch (path) { case '/out': end(); }" }, ['/in', '/out']],
  ['a router in a router', { 'a.js': "api.use('/auth', auth); app.use('/api', api); auth.get('/in', start)" }, ['/api/auth/in']],
];

it.each(table)('%s', (_name, texts, routes) => {
  expect(routesIn(new Map(Object.entries(texts)))).toEqual(expect.arrayContaining([...routes]));
});

it('knows which of them take a POST', () => {
  const texts = {
    'a.js': "router.get('/auth/scalekit', start);\nrouter.post('/events', take);",
    'b.ts': "@Controller()\nclass A { @Get('me') me() {} @Post('inbox') take() {} }",
    'c.go': 'http.HandleFunc("POST /in", take)\nhttp.HandleFunc("GET /out", give)',
    'D.java': '@PostMapping("/take") String take() {}',
  };
  expect(postsIn(new Map(Object.entries(texts)))).toEqual(['/events', '/inbox', '/in', '/take']);
});

it.each([
  ["fetch('/api/start', { method: 'POST', body })", ['post /api/start']],
  ["const me = await fetch('/api/me')", ['get /api/me']],
  ["axios.post<Answer>('/api/in', {})", ['post /api/in']],
  ['fetch(`${base}/api/in`, { credentials: \'include\', method: "POST" })', ['post /api/in']],
  ['<a href="/enter">', ['get /enter']],
  ["<button onClick={() => (location.href = '/enter?to=1')}>", ['get /enter']],
])('a script that says %s asks an address of the app', (text, asked) => {
  expect(askedIn(new Map([['a.js', text]])).map(({ method, path }) => `${method} ${path}`)).toEqual(asked);
});

it('tells the address of a file that is a route', () => {
  const files = {
    'src/routes/(app)/me/+page.server.ts': '/me',
    'server/api/auth/start.post.ts': '/api/auth/start',
    'server/routes/cb.get.ts': '/cb',
    'app/api/in/route.ts': '/api/in',
    'pages/api/in.js': '/api/in',
    'app/routes/auth.cb.tsx': '/auth/cb',
    'app/routes/_index.tsx': '/',
  };
  for (const [file, route] of Object.entries(files)) expect(fileRoutes([file]), file).toEqual([route]);
  expect(fileRoutes(['app/users/[id]/page.tsx', 'src/server.ts'])).toEqual([]);
});
