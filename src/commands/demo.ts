/**
 * `demo`: copies the broken app to a temporary folder, starts the sandbox beside it, and runs the wizard on it; without a terminal it does
 * the same steps by itself and proves each fault gone.
 */
import { rmSync } from 'node:fs';
import { INTERRUPTED } from '../exit-codes.ts';
import { copyDemoApp } from './demo/app.ts';
import { appPort } from './demo/app-port.ts';
import { demoFaults } from './demo/faults.ts';
import { linkPackages } from './demo/packages.ts';
import { runUnattended } from './demo/unattended.ts';
import { wasInterrupted } from './interrupted.ts';
import type { CommandIo, OptionsOf } from './options.ts';

export async function run(options: OptionsOf<'demo'>, io: CommandIo): Promise<number> {
  const { startSandbox } = await import('../sandbox/index.ts');
  const port = await appPort();
  const app = `http://localhost:${port}`;
  const sandbox = await startSandbox({
    faults: demoFaults.flatMap(({ sandbox: fault }) => fault ?? []),
    state: {
      client: {
        redirectUris: [`${app}/auth/callback`],
        postLogoutRedirectUris: [`${app}/`],
        initiateLoginUri: `${app}/login`,
      },
    },
  });
  if (await wasInterrupted(io.signal)) {
    await sandbox.close();
    return INTERRUPTED;
  }
  const folder = copyDemoApp(sandbox.line, port);
  // The caller's own settings must not shine through into the demo.
  const env = Object.fromEntries(Object.entries(io.env).filter(([name]) => !/SCALEKIT|REDIRECT_UR[IL]/.test(name)));
  const { environmentUrl: _own, ...rest } = options;
  const onDemo = { ...rest, cwd: folder, dotenv: [], offline: false };
  try {
    const terminal = options.json ? undefined : io.terminal();
    if (terminal) {
      // The empty line is what stays in sight above the wizard, which takes the window but for one row.
      io.stderr.write(`A broken app lies in ${folder}, a sandbox listens on ${sandbox.url}. Nothing of yours is touched.\n\n`);
      // So that the wizard can start the app as well.
      linkPackages(folder, options.cwd);
      const { run: runWizard } = await import('./wizard.ts');
      return await runWizard({ ...onDemo, command: 'wizard', bundlesTo: options.cwd }, { ...io, env });
    }
    return await runUnattended({
      options: onDemo,
      io: { ...io, env },
      sandboxUrl: sandbox.url,
      from: options.cwd,
      doByHand: sandbox.switchOff,
    });
  } finally {
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
