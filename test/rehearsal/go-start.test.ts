/** How a Go app is started, where it listens, what it reads and where its doors are, by its text. */
import { describe, expect, it } from 'vitest';
import { goPorts, goPortVariables, goReads, shellNames } from '../../src/commands/rehearse/go-reads.ts';
import { goDoors } from '../../src/commands/rehearse/read-doors.ts';
import { readGo } from '../../src/rehearsal/reading/go.ts';
import { goTrouble } from '../../src/rehearsal/stage/go-trouble.ts';
import { ofGo } from '../../src/rehearsal/stage/start-go.ts';

const serves = 'package main\n\nfunc main() {\n\thttp.ListenAndServe(":8080", nil)\n}\n';
const migrates = 'package main\n\nfunc main() {\n\tmigrate()\n}\n';

function start(files: Readonly<Record<string, string>>): string | undefined {
  const all = Object.entries({ 'go.mod': 'module example.com/shop\n', ...files });
  const choice = ofGo({
    texts: new Map(all.filter(([file]) => file.endsWith('.go'))),
    modules: new Map(
      all.filter(([file]) => file.endsWith('go.mod')).map(([file, text]) => [file.replace(/\/?go\.mod$/, ''), text]),
    ),
    recipes: new Map(all.filter(([file]) => !/\.go$|go\.mod$/.test(file))),
  });
  return choice && `${choice.folder}: ${choice.shown}`;
}

describe('a Go app is started', () => {
  it.each([
    ['at the top', { 'main.go': serves }, ': go run .'],
    ['from another file name', { 'server.go': serves }, ': go run .'],
    ['from a folder of commands', { 'cmd/api/main.go': serves, 'cmd/migrate/main.go': migrates }, ': go run ./cmd/api'],
    [
      'by the command whose packages speak of Scalekit',
      {
        'cmd/admin/main.go': serves,
        'cmd/portal/main.go': 'package main\n\nimport "example.com/shop/internal/web"\n\nfunc main() {\n\tweb.Run()\n}\n',
        'internal/web/web.go':
          'package web\n\nfunc Run() {\n\tscalekit.NewScalekitClient()\n\thttp.ListenAndServe(":1", nil)\n}\n',
      },
      ': go run ./cmd/portal',
    ],
    ['in a folder of its own', { 'go.mod': '', 'backend/go.mod': 'module b\n', 'backend/main.go': serves }, 'backend: go run .'],
    [
      'without what is left out of builds',
      { 'gen.go': `//go:build ignore\n\n${serves}`, 'cmd/web/main.go': serves },
      ': go run ./cmd/web',
    ],
    [
      'as its Makefile does',
      { 'cmd/api/main.go': serves, Makefile: 'run:\n\tgo run ./cmd/api --env dev\n' },
      ': go run ./cmd/api --env dev',
    ],
    [
      'as Air does',
      {
        'cmd/api/main.go': serves,
        '.air.toml': '[build]\ncmd = "go build -o ./tmp/main ./cmd/api"\nargs_bin = ["serve", "-v"]\n',
      },
      ': go run ./cmd/api serve -v',
    ],
    [
      'with the command of Cobra',
      {
        'main.go':
          'package main\n\nimport "github.com/spf13/cobra"\n\nvar c = &cobra.Command{Use: "serve"}\n\nfunc main() {\n\tc.Execute()\n}\n',
      },
      ': go run . serve',
    ],
    [
      'with a flag for its port',
      { 'main.go': serves.replace('":8080"', '*addr').replace('\thttp', '\taddr := flag.String("addr", ":8080", "")\n\thttp') },
      ': go run . -addr=:{port}',
    ],
    [
      'with a number for its port',
      { 'main.go': serves.replace('\thttp', '\tport := flag.Int("port", 8080, "")\n\thttp') },
      ': go run . -port={port}',
    ],
    [
      'where its flag falls back to a variable',
      { 'main.go': serves.replace('\thttp', '\taddr := flag.String("addr", os.Getenv("ADDR"), "")\n\thttp') },
      ': go run .',
    ],
    ['never where nothing is a command', { 'shop.go': 'package shop\n' }, undefined],
  ] as const)('%s', (_what, files, expected) => {
    expect(start(files)).toBe(expected);
  });
});

const text = (body: string): ReadonlyMap<string, string> => new Map([['main.go', `package main\n\n${body}\n`]]);

describe('Go code reads', () => {
  it.each([
    ['os', 'func main() {\n\tos.Getenv("SK_ID")\n\tos.LookupEnv("SK_URL")\n}', ['SK_ID', 'SK_URL']],
    ['a helper', 'var id = getEnvOr("SK_ID", "x")\nvar s = mustEnv("SECRET")', ['SK_ID', 'SECRET']],
    [
      'tags',
      'type C struct {\n\tID string `env:"CLIENT_ID,required"`\n}\n\nvar p = `envPrefix:"SCALEKIT_"`',
      ['CLIENT_ID', 'SCALEKIT_CLIENT_ID'],
    ],
    [
      'envconfig',
      'type C struct {\n\tClientID string\n}\n\nvar _ = envconfig.Process("app", &c)',
      ['APP_CLIENTID', 'APP_CLIENT_ID'],
    ],
    [
      'viper',
      'func f() {\n\tviper.SetEnvPrefix("app")\n\tviper.AutomaticEnv()\n\tviper.GetString("scalekit.client_id")\n}',
      ['APP_SCALEKIT_CLIENT_ID'],
    ],
    ['constants', 'const key = "SK_CLIENT_ID"\n\nvar id = os.Getenv(key)', ['SK_CLIENT_ID']],
  ] as const)('its variables by %s', (_what, body, expected) => {
    expect(goReads(text(body))).toEqual(expect.arrayContaining([...expected]));
  });

  it.each([
    ['getEnv("LISTEN_ADDR", ":9000")', [9000], [{ name: 'LISTEN_ADDR', before: ':' }]],
    ['getEnv("HTTP_PORT", "9001")', [9001], [{ name: 'HTTP_PORT', before: '' }]],
    ['getEnv("PORT", ":9002")', [9002], [{ name: 'PORT', before: ':' }]],
    ['getEnv("BIND_ADDR", "localhost:9003")', [9003], [{ name: 'BIND_ADDR', before: 'localhost:' }]],
    ['getEnv("REDIS_ADDR", ":6379"), r.Run(":9004")', [9004], []],
  ])('where it listens: %s', (body, ports, variables) => {
    const texts = text(`var a = ${body}`);
    expect(goPorts(texts)).toEqual(ports);
    expect(goPortVariables(texts, goReads(texts), new Map())).toEqual(variables);
  });
});

describe('an env file', () => {
  const values = new Map([['SESSION_KEY', 'x']]);
  it.each([
    ['that nothing loads is a shell’s', 'var k = os.Getenv("SESSION_KEY")', ['SESSION_KEY']],
    ['that is loaded is left to the code', 'var k = os.Getenv("SESSION_KEY")\nvar _ = godotenv.Load()', []],
  ])('%s', (_what, body, expected) => {
    const texts = text(body);
    expect(shellNames(texts, goReads(texts), values)).toEqual(expected);
  });
});

describe('routes of Go', () => {
  it.each([
    ['ServeMux', 'mux.HandleFunc("GET /login", h.Login)', ['GET /login']],
    ['a constant with a method', 'mux.HandleFunc(http.MethodPost+" "+hookPath, h.Hook)', ['POST /hooks']],
    [
      'Gin groups',
      'api := r.Group("/api")\n\tauth := api.Group("/auth")\n\tauth.GET("/login", h.Login)',
      ['GET /api/auth/login'],
    ],
    ['Echo in one line', 'e.Group("/auth").GET("/login", h.Login)', ['GET /auth/login']],
    [
      'chi blocks',
      'r.Route("/auth", func(r chi.Router) {\n\t\tr.Get("/login", h.Login)\n\t})\n\tr.Get("/me", me)',
      ['GET /auth/login', 'GET /me'],
    ],
    [
      'chi mounts',
      'r.Mount("/auth", authRoutes())\n}\n\nfunc authRoutes() http.Handler {\n\tr := chi.NewRouter()\n\tr.Get("/login", h.Login)',
      ['GET /auth/login'],
    ],
    ['Gorilla', 's := r.PathPrefix("/auth").Subrouter()\n\ts.HandleFunc("/login", h.Login).Methods("GET")', ['GET /auth/login']],
    ['Gorilla’s paths', 'r.Methods("POST").Path("/hooks").HandlerFunc(h.Hook)', ['undefined /hooks']],
    [
      'a prefix that is stripped',
      'sub := http.NewServeMux()\n\tsub.HandleFunc("GET /login", h.Login)\n\tmux.Handle("/auth/", http.StripPrefix("/auth", sub))',
      ['GET /auth/login'],
    ],
    [
      'a group that is handed on',
      'register(r.Group("/auth"), h)\n}\n\nfunc register(g *gin.RouterGroup, h *H) {\n\tg.GET("/login", h.Login)',
      ['GET /auth/login'],
    ],
    [
      'a table by pattern',
      'routes := map[string]handler{\n\t\t"GET /login": main,\n\t\t"POST /hooks": main,\n\t}',
      ['GET /login', 'POST /hooks'],
    ],
    [
      'a table of structs',
      'routes := []route{\n\t\t{http.MethodGet, "/login", main},\n\t\t{Method: "POST", Path: "/hooks", Handler: main},\n\t}',
      ['GET /login', 'POST /hooks'],
    ],
    [
      'a prefix in a constant',
      'sub := http.NewServeMux()\n\tsub.HandleFunc("GET /login", main)\n\tmux.Handle(hookPath+"/", http.StripPrefix(hookPath, sub))',
      ['GET /hooks/login'],
    ],
    ['no query', 'c := r.URL.Query().Get("code")', []],
  ])('%s', (_what, body, expected) => {
    const { routes } = readGo(text(`const hookPath = "/hooks"\n\nfunc main() {\n\t${body}\n}`));
    expect(routes.map(({ method, path }) => `${method} ${path}`)).toEqual(expected);
  });

  it('tell their doors by what their handlers lead to', () => {
    const body = `func main() {
	mux.HandleFunc("GET /enter", enter)
	mux.HandleFunc("GET /back", back)
	mux.HandleFunc("POST /in", take)
	mux.HandleFunc("GET /home", home)
}

func enter(w http.ResponseWriter, r *http.Request) {
	start(w, r)
}

func start(w http.ResponseWriter, r *http.Request) {
	client.GetAuthorizationUrl(uri, scalekit.AuthorizationUrlOptions{OrganizationId: r.URL.Query().Get("org")})
}

func back(w http.ResponseWriter, r *http.Request) {
	client.AuthenticateWithCode(r.Context(), r.URL.Query().Get("code"), uri, options)
}

func take(w http.ResponseWriter, r *http.Request) {
	client.VerifyWebhookPayload(secret, headers, body)
}

func home(w http.ResponseWriter, r *http.Request) {
}`;
    expect(goDoors(text(body))).toMatchObject({
      login: ['/enter'],
      callback: ['/back'],
      webhook: ['/in'],
      pages: ['/home'],
      selectors: [{ name: 'org', isDirect: true }],
    });
  });
});

describe('what ended a Go app at once', () => {
  const go = { folder: '', shown: 'go run .', file: 'go', args: ['run', '.'] };
  it.each([
    ['', true, 'Go is not on the PATH'],
    ['# example.com/shop\n./login.go:57:3: undefined: log\n', false, 'login.go:57:3'],
    ['main.go:8:2: no required module provides package github.com/x/y; to add it:\n', false, 'go mod tidy'],
    ['go: go.mod requires go >= 1.27 (running go 1.26)', false, 'Go 1.27'],
    ['2026/12/01 10:00:00 Error loading .env file\nexit status 1', false, 'wants a file .env'],
  ] as const)('%s (missing: %s)', (output, isMissing, expected) => {
    expect(goTrouble(go, output, isMissing)).toContain(expected);
  });
});
