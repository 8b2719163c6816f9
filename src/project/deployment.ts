/** Where deployment files (Compose, Dockerfile, Procfile, vercel.json, Kubernetes, CI …) name Scalekit's variables. Text only, no values. */
import path from 'node:path';
import type { Location } from '../diagnosis/evidence.ts';
import type { Project } from './files.ts';

export interface DeploymentMention {
  /** `SCALEKIT_CLIENT_ID` … */
  readonly name: string;
  readonly location: Location;
  /** A value stands behind the name; otherwise it is only handed through. */
  readonly hasValue: boolean;
}

const deploymentFile =
  /^((docker-)?compose[\w.-]*\.ya?ml|Dockerfile[\w.-]*|[\w.-]+\.Dockerfile|Procfile|vercel\.json|netlify\.toml|fly\.toml|render\.ya?ml|app\.ya?ml|railway\.(json|toml)|wrangler\.(toml|jsonc?)|serverless\.ya?ml|ecosystem\.config\.[cm]?js|[\w.-]*(deployment|configmap|secret|values)[\w.-]*\.ya?ml)$/i;

export async function deploymentMentions(project: Project): Promise<readonly DeploymentMention[]> {
  const mentions: DeploymentMention[] = [];
  for (const { path: file } of await project.filesMentioning(['SCALEKIT_'])) {
    if (!deploymentFile.test(path.posix.basename(file)) && !/^\.(github|gitlab|circleci)\//.test(file)) continue;
    const source = project.read(file);
    if (source.kind === 'unreadable') continue;
    for (const found of source.text.matchAll(
      /\b((?:NEXT_PUBLIC_|VITE_|REACT_APP_)?SCALEKIT_[A-Z\d_]+)\b["']?(\s*[:=]\s*["']?([^\s"'$#]+))?/g,
    )) {
      mentions.push({ name: found[1] ?? '', location: source.locationAt(found.index), hasValue: found[3] !== undefined });
    }
  }
  return mentions;
}
