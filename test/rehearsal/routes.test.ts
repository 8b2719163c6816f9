/** Routes and prefixes as frameworks of several languages write them. */
import { expect, it } from 'vitest';
import { postsIn, routesIn } from '../../src/commands/rehearse/routes.ts';

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
