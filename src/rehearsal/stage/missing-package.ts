/** An interpreter without a package that the app imports: which one, and what installs it. Pure. */
import type { StartChoice } from './facts.ts';

/** Packages that are not named as their modules are. */
const packages: Readonly<Record<string, string>> = {
  scalekit: 'scalekit-sdk-python',
  dotenv: 'python-dotenv',
  jose: 'python-jose',
  jwt: 'PyJWT',
  environ: 'django-environ',
  decouple: 'python-decouple',
  multipart: 'python-multipart',
  yaml: 'PyYAML',
  PIL: 'pillow',
  psycopg2: 'psycopg2-binary',
  flask_login: 'Flask-Login',
  flask_session: 'Flask-Session',
  flask_wtf: 'Flask-WTF',
  flask_cors: 'Flask-Cors',
  flask_sqlalchemy: 'Flask-SQLAlchemy',
  mozilla_django_oidc: 'mozilla-django-oidc',
  rest_framework: 'djangorestframework',
  corsheaders: 'django-cors-headers',
  pydantic_settings: 'pydantic-settings',
};

export function missingPackage({ install }: StartChoice, output: string): string | undefined {
  const module = /(?:ModuleNotFoundError|ImportError): No module named ['"]?([\w.]+)|python[\w.]*: No module named ([\w.]+)/.exec(
    output,
  );
  const name = (module?.[1] ?? module?.[2])?.split('.')[0];
  if (name === undefined) return undefined;
  const named = packages[name] ?? name;
  const how = install === undefined ? `Install it (pip install ${named})` : `Install what the project lists: ${install}`;
  return `Python finds no module ${name}${named === name ? '' : ` (package ${named})`}. ${how}, or name the command with its interpreter: scalekit-fix rehearse -- COMMAND.`;
}
