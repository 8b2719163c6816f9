/** Files and outputs of containers, clusters and pipelines. */
import type { Place } from '../third/kind.ts';
import { camel, encoded64, indented, json, kebab, snake, upper } from './words.ts';

const SIGNS = /[\s"'#<>&,;(){}[\]\\|$`*!?%@^]/;

export const sixthInfraPlaces: readonly Place[] = [
  {
    name: 'compose, map',
    never: SIGNS,
    write: (field, value) => `services:\n  api:\n    image: acme/api:1.4.2\n    environment:\n      ${upper(field)}: ${value}`,
  },
  {
    name: 'compose, list',
    never: SIGNS,
    write: (field, value) => `services:\n  api:\n    environment:\n      - NODE_ENV=production\n      - ${upper(field)}=${value}`,
  },
  {
    name: 'compose, quoted list',
    never: /["\\$]/,
    write: (field, value) => `    environment:\n      - "${upper(field)}=${value}"`,
  },
  {
    name: 'compose, default value',
    never: SIGNS,
    write: (field, value) => `      ${upper(field)}: \${${upper(field)}:-${value}}`,
  },
  {
    name: 'Dockerfile ENV',
    never: SIGNS,
    write: (field, value) => `FROM node:22-alpine\nENV ${upper(field)}=${value}\nRUN npm ci`,
  },
  { name: 'Dockerfile ENV, old', never: SIGNS, write: (field, value) => `ENV ${upper(field)} ${value}` },
  { name: 'Dockerfile ARG', never: SIGNS, write: (field, value) => `ARG ${upper(field)}="${value}"` },
  {
    name: 'docker inspect',
    takesBlocks: true,
    write: (field, value) =>
      JSON.stringify([{ Config: { Env: ['PATH=/usr/bin', `${upper(field)}=${value}`], Image: 'acme/api' } }], null, 4),
  },
  {
    name: 'docker run',
    never: SIGNS,
    write: (field, value) => `docker run --rm -p 3000:3000 -e ${upper(field)}=${value} acme/api`,
  },
  { name: 'docker run, --env', never: /['\\]/, write: (field, value) => `docker run --env '${upper(field)}=${value}' acme/api` },
  { name: 'docker login', never: SIGNS, write: (_, value) => `docker login ghcr.io -u ci-bot -p ${value}` },
  {
    name: 'build argument',
    never: SIGNS,
    write: (field, value) => `docker build --build-arg ${upper(field)}=${value} -t acme/api .`,
  },
  {
    name: 'Kubernetes Secret',
    takesBlocks: true,
    write: (field, value) =>
      `apiVersion: v1\nkind: Secret\nmetadata:\n  name: scalekit\ntype: Opaque\ndata:\n  ${kebab(field)}: ${encoded64(value)}`,
  },
  {
    name: 'Kubernetes Secret, JSON',
    takesBlocks: true,
    write: (field, value) =>
      `{"apiVersion":"v1","data":{"${upper(field)}":"${encoded64(value)}"},"kind":"Secret","metadata":{"name":"scalekit"}}`,
  },
  {
    name: 'Kubernetes Secret, stringData',
    takesBlocks: true,
    write: (field, value) =>
      `apiVersion: v1\nkind: Secret\nmetadata: { name: scalekit }\nstringData:\n  ${camel(field)}: ${json(value)}`,
  },
  {
    name: 'Kubernetes Secret, block',
    takesBlocks: true,
    write: (field, value) => `kind: Secret\nstringData:\n  ${kebab(field)}: |-\n${indented(value, '    ')}`,
  },
  {
    name: 'kubectl create secret',
    never: /['\\]/,
    write: (field, value) => `kubectl create secret generic scalekit --from-literal='${kebab(field)}=${value}'`,
  },
  {
    name: 'kubectl describe pod',
    never: SIGNS,
    write: (field, value) => `    Environment:\n      NODE_ENV:  production\n      ${upper(field)}:  ${value}`,
  },
  { name: 'kubeconfig', never: SIGNS, write: (_, value) => `users:\n- name: dev\n  user:\n    token: ${value}` },
  { name: 'Helm values', write: (field, value) => `auth:\n  existingSecret: ""\n  ${camel(field)}: ${json(value)}` },
  {
    name: 'helm --set',
    never: SIGNS,
    write: (field, value) => `helm upgrade sso ./chart --set auth.${camel(field)}=${value} --set replicas=2`,
  },
  {
    name: 'Terraform',
    write: (field, value) => `resource "scalekit_app" "main" {\n  name = "acme"\n  ${snake(field)} = ${json(value)}\n}`,
  },
  {
    name: 'Terraform variable',
    write: (field, value) => `variable "${snake(field)}" {\n  type    = string\n  default = ${json(value)}\n}`,
  },
  {
    name: 'Terraform state',
    write: (field, value) =>
      `{"resources":[{"type":"x","instances":[{"attributes":{"id":"1","${snake(field)}":${json(value)}}}]}]}`,
  },
  {
    name: 'terraform plan',
    write: (field, value) => `  ~ resource "app" "main" {\n      ~ ${snake(field)} = "old" -> ${json(value)}\n    }`,
  },
  { name: 'Ansible', never: /['\\]/, write: (field, value) => `- hosts: web\n  vars:\n    ${snake(field)}: '${value}'` },
  {
    name: 'systemd unit',
    never: /["\\%]/,
    write: (field, value) => `[Service]\nEnvironment="${upper(field)}=${value}"\nExecStart=/usr/bin/node app.js`,
  },
  {
    name: 'Actions workflow',
    never: SIGNS,
    write: (field, value) => `      - run: npm test\n        env:\n          ${upper(field)}: ${value}`,
  },
  {
    name: 'ECS task',
    write: (field, value) =>
      `{"containerDefinitions":[{"name":"api","environment":[{"name":"${upper(field)}","value":${json(value)}}]}]}`,
  },
  {
    name: 'CloudFormation',
    write: (field, value) => `Parameters:\n  ${camel(field)}:\n    Type: String\n    Default: ${json(value)}`,
  },
  { name: 'wrangler.toml', write: (field, value) => `[vars]\n${upper(field)} = ${json(value)}` },
  {
    name: 'vercel env',
    never: SIGNS,
    write: (field, value) => `> Environment Variables found\n ${upper(field)}   ${value}   Production   2d ago`,
  },
  {
    name: 'heroku config',
    never: SIGNS,
    write: (field, value) => `=== acme Config Vars\nNODE_ENV:     production\n${upper(field)}: ${value}`,
  },
  { name: 'printenv', never: SIGNS, write: (field, value) => `$ printenv\nHOME=/root\n${upper(field)}=${value}\nSHLVL=1` },
  { name: '/proc/PID/environ', never: SIGNS, write: (field, value) => `HOME=/root\u0000${upper(field)}=${value}\u0000LANG=C` },
  {
    name: 'ps output',
    never: SIGNS,
    write: (field, value) => `root   4711  0.3  1.2 node server.js --${kebab(field)}=${value} --port 3000`,
  },
  {
    name: 'ps output, two words',
    never: SIGNS,
    write: (field, value) => `  501 4711 node server.js --${kebab(field)} ${value} --port 3000`,
  },
  {
    name: 'Vault output',
    never: SIGNS,
    write: (field, value) => `====== Data ======\nKey              Value\n---              -----\n${snake(field)}    ${value}`,
  },
  {
    name: 'gcloud secret',
    never: /['\\]/,
    write: (field, value) => `printf '%s' '${value}' | gcloud secrets create ${kebab(field)} --data-file=-`,
  },
];
