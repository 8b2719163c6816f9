/** Projects in Python, Go and Java: what their env files, their plain text and the environment show is found; what is sound is left alone. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../src/sandbox/index.ts';
import { type SilentPort, silentPort } from '../silent-port.ts';
import { diagnose } from './app.ts';

type Files = Readonly<Record<string, string>>;

const python: Files = {
  'requirements.txt': 'flask==3.1.0\nscalekit-sdk-python==2.10.0\n',
  'app.py': `"""Not read: os.environ["SCALEKIT_OLD_CLIENT_ID"]"""
import os
from flask import Flask, redirect, request
from scalekit import ScalekitClient

app = Flask(__name__)
# client_secret = "never_a_setting_1234567890"
scalekit = ScalekitClient(os.environ["SCALEKIT_ENVIRONMENT_URL"], os.getenv("SCALEKIT_CLIENT_ID"), os.environ.get("SCALEKIT_CLIENT_SECRET"))
REDIRECT_URI = "http://localhost:3000/auth/callback"

@app.get("/login")
def login():
    return redirect(scalekit.get_authorization_url(redirect_uri=REDIRECT_URI, options=None))

@app.get("/auth/callback")
def callback():
    return scalekit.authenticate_with_code(request.args["code"], REDIRECT_URI)
`,
};
const go: Files = {
  'go.mod': 'module example.com/app\n\ngo 1.24\n\nrequire github.com/scalekit-inc/scalekit-sdk-go/v2 v2.1.0\n',
  'main.go': `package main

import (
	"net/http"
	"os"

	"github.com/scalekit-inc/scalekit-sdk-go/v2"
)

// const redirectURI = "http://localhost:9999/old"
const redirectURI = "http://localhost:3000/auth/callback"

func main() {
	client := scalekit.NewScalekitClient(os.Getenv("SCALEKIT_ENVIRONMENT_URL"), os.Getenv("SCALEKIT_CLIENT_ID"), os.Getenv("SCALEKIT_CLIENT_SECRET"))
	http.HandleFunc("/login", func(w http.ResponseWriter, r *http.Request) {
		url, _ := client.GetAuthorizationUrl(redirectURI, scalekit.AuthorizationUrlOptions{})
		http.Redirect(w, r, url.String(), http.StatusFound)
	})
	_ = http.ListenAndServe(":3000", nil)
}
`,
};
const java: Files = {
  'pom.xml':
    '<project><dependencies><dependency><groupId>com.scalekit</groupId><artifactId>scalekit-sdk-java</artifactId><version>2.0.0</version></dependency></dependencies></project>\n',
  'src/main/java/app/Auth.java': `package app;

import com.scalekit.ScalekitClient;

class Auth {
  private static final String REDIRECT_URI = "http://localhost:3000/auth/callback";
  private final ScalekitClient client =
      new ScalekitClient(System.getenv("SCALEKIT_ENVIRONMENT_URL"), System.getenv("SCALEKIT_CLIENT_ID"), System.getenv("SCALEKIT_CLIENT_SECRET"));

  String login() {
    return client.authentication().getAuthorizationUrl(REDIRECT_URI, null).toString();
  }
}
`,
};

const open: { sandbox: RunningSandbox; app: SilentPort; folder: string }[] = [];
afterEach(async () => {
  for (const { sandbox, app, folder } of open.splice(0)) {
    await sandbox.close();
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

async function confirmedIn(
  files: Files,
  change: (text: string, file: string, sandbox: RunningSandbox) => string = (text) => text,
  faults: readonly string[] = [],
): Promise<string[]> {
  const app = await silentPort();
  const sandbox = await startSandbox({
    faults: [...faults],
    state: { client: { initiateLoginUri: `http://localhost:${app.port}/login` } },
  });
  const folder = mkdtempSync(path.join(tmpdir(), 'scalekit-fix-other-'));
  open.push({ sandbox, app, folder });
  const { clientId, clientSecret } = sandbox.line;
  const env = `SCALEKIT_ENVIRONMENT_URL=${sandbox.url}\nSCALEKIT_CLIENT_ID=${clientId}\nSCALEKIT_CLIENT_SECRET=${clientSecret}\n`;
  for (const [file, text] of Object.entries({ ...files, '.env': env })) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), change(text, file, sandbox));
  }
  const { judgements } = await diagnose(folder);
  return judgements.filter(({ verdict }) => verdict.kind === 'confirmed' || verdict.kind === 'likely').map(({ id }) => id);
}

const projects = [
  ['Python', python],
  ['Go', go],
  ['Java', java],
] as const;

describe('a project in another language', () => {
  it.each(projects)('is left alone where it is sound: %s', async (_name, files) => {
    expect(await confirmedIn(files)).toEqual([]);
  });

  it.each(projects)('has its redirect URI compared: %s', async (_name, files) => {
    const broken = await confirmedIn(files, (text) =>
      text.replace('"http://localhost:3000/auth/callback"', '"http://localhost:3000/oauth/cb"'),
    );
    expect(broken).toEqual(['redirect-uri-mismatch/not-registered']);
  });

  it.each(projects)('has the names of its variables compared: %s', async (_name, files) => {
    const broken = await confirmedIn(files, (text, file) =>
      file === '.env' ? text.replace('ENVIRONMENT_URL', 'ENV_URL') : text,
    );
    expect(broken).toEqual(['invalid-client/variable-misnamed']);
  });

  it.each(projects)('has its credentials tried: %s', async (_name, files) => {
    const broken = await confirmedIn(files, (text, file) =>
      file === '.env' ? text.replace(/SECRET=.*/, 'SECRET=test_thisIsNotTheSecret123') : text,
    );
    expect(broken).toEqual(['invalid-client/wrong-secret']);
  });

  const reading = { Python: '\nORG = os.environ["{{name}}"]\n', Go: '\nvar org = os.Getenv("{{name}}")\n', Java: '' } as const;
  const selectors = [
    ['an organization', 'SCALEKIT_ORGANIZATION_ID', 'organizationId'],
    ['an organization, by another name', 'ACME_ORG_ID', 'organizationId'],
    ['a connection', 'SCALEKIT_CONNECTION_ID', 'connectionId'],
    ['a connection, by another name', 'SSO_CONN', 'connectionId'],
  ] as const;
  it.each(
    projects.flatMap(([name, files]) => selectors.map(([what, variable, id]) => [name, what, variable, id, files] as const)),
  )('%s has %s of its env file asked for: a disabled connection is told', async (name, _what, variable, id, files) => {
    const found = await confirmedIn(
      files,
      (text, file, { line }) => {
        if (file === '.env') return `${text}${variable}=${line[id]}\n`;
        if (/\.java$/.test(file))
          return text.replace('String login()', `String org = System.getenv("${variable}");\n\n  String login()`);
        return /\.(?:py|go)$/.test(file) ? text + reading[name].replace('{{name}}', variable) : text;
      },
      ['connection-not-found/connection-disabled'],
    );
    expect(found).toEqual(['connection-not-found/connection-disabled']);
  });

  it('is not asked about a connection that its code does not read', async () => {
    const found = await confirmedIn(
      python,
      (text, file, { line }) => (file === '.env' ? `${text}OLD_CONNECTION_ID=${line.connectionId}\n` : text),
      ['connection-not-found/connection-disabled'],
    );
    expect(found).toEqual([]);
  });
});
