/** Code samples for NestJS on Express, with cookie-parser. */
import type { CodeSample } from '../types.ts';

export const nestSamples: readonly CodeSample[] = [
  {
    task: 'client',
    title: 'One client, injected where it is needed',
    file: 'src/scalekit.service.ts',
    code: `import { Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { ScalekitClient } from '@scalekit-sdk/node';

export const cookie = { httpOnly: true, sameSite: 'lax', secure: process.env.NODE_ENV === 'production' } as const;

@Injectable()
export class ScalekitService {
  readonly client: ScalekitClient;
  readonly redirectUri: string;

  constructor(config: ConfigService) {
    this.client = new ScalekitClient(
      config.getOrThrow('SCALEKIT_ENVIRONMENT_URL'),
      config.getOrThrow('SCALEKIT_CLIENT_ID'),
      config.getOrThrow('SCALEKIT_CLIENT_SECRET'),
    );
    this.redirectUri = config.getOrThrow('SCALEKIT_REDIRECT_URI');
  }
}
`,
  },
  {
    task: 'login',
    title: 'Start a login',
    file: 'src/login.controller.ts',
    code: `import { randomBytes } from 'node:crypto';
import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { cookie, ScalekitService } from './scalekit.service';

@Controller('auth')
export class LoginController {
  constructor(private readonly scalekit: ScalekitService) {}

  @Get('login')
  login(@Res() response: Response) {
    const state = randomBytes(16).toString('hex');
    response.cookie('state', state, cookie);
    const url = this.scalekit.client.getAuthorizationUrl(this.scalekit.redirectUri, {
      state,
      organizationId: process.env.SCALEKIT_ORGANIZATION_ID,
      scopes: ['openid', 'profile', 'email', 'offline_access'],
    });
    return response.redirect(url);
  }
}
`,
  },
  {
    task: 'callback',
    title: 'Finish a login',
    file: 'src/callback.controller.ts',
    code: `import { BadRequestException, Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { cookie, ScalekitService } from './scalekit.service';
import { SessionService } from './session.service';

@Controller('auth')
export class CallbackController {
  constructor(
    private readonly scalekit: ScalekitService,
    private readonly sessions: SessionService,
  ) {}

  @Get('callback')
  async callback(@Query() query: Record<string, string>, @Req() request: Request, @Res() response: Response) {
    const { code, state, error, error_description } = query;
    if (error) throw new BadRequestException(\`Sign-in failed: \${error}. \${error_description ?? ''}\`);
    if (!code || !state || state !== request.cookies.state) throw new BadRequestException('The state does not match.');
    const result = await this.scalekit.client.authenticateWithCode(code, this.scalekit.redirectUri);
    const { idToken, accessToken, refreshToken } = result;
    response.clearCookie('state', cookie);
    response.cookie('session', this.sessions.start({ idToken, accessToken, refreshToken }), cookie);
    return response.redirect('/');
  }
}
`,
  },
  {
    task: 'refresh',
    title: 'Keep the session: refresh once, and store both new tokens',
    file: 'src/session.service.ts',
    code: `import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ScalekitService } from './scalekit.service';

interface Session {
  idToken: string;
  accessToken: string;
  refreshToken: string;
}

@Injectable()
export class SessionService {
  private readonly sessions = new Map<string, Session>();
  private readonly refreshes = new Map<string, Promise<void>>();

  constructor(private readonly scalekit: ScalekitService) {}

  start(session: Session): string {
    const id = randomBytes(32).toString('base64url');
    this.sessions.set(id, session);
    return id;
  }

  async find(id: string): Promise<Session | undefined> {
    const session = this.sessions.get(id);
    if (!session) return undefined;
    if (!(await this.scalekit.client.validateAccessToken(session.accessToken))) {
      const running = this.refreshes.get(id) ?? this.refresh(session).finally(() => this.refreshes.delete(id));
      this.refreshes.set(id, running);
      await running;
    }
    return session;
  }

  end(id: string): Session | undefined {
    const session = this.sessions.get(id);
    this.sessions.delete(id);
    return session;
  }

  private async refresh(session: Session): Promise<void> {
    const { accessToken, refreshToken } = await this.scalekit.client.refreshAccessToken(session.refreshToken);
    Object.assign(session, { accessToken, refreshToken });
  }
}
`,
  },
  {
    task: 'logout',
    title: 'Log out, of Scalekit too',
    file: 'src/logout.controller.ts',
    code: `import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { cookie, ScalekitService } from './scalekit.service';
import { SessionService } from './session.service';

@Controller('auth')
export class LogoutController {
  constructor(
    private readonly scalekit: ScalekitService,
    private readonly sessions: SessionService,
  ) {}

  @Get('logout')
  logout(@Req() request: Request, @Res() response: Response) {
    const session = this.sessions.end(request.cookies.session);
    response.clearCookie('session', cookie);
    const postLogoutRedirectUri = process.env.POST_LOGOUT_REDIRECT_URI;
    return response.redirect(this.scalekit.client.getLogoutUrl({ idTokenHint: session?.idToken, postLogoutRedirectUri }));
  }
}
`,
  },
  {
    task: 'idp-initiated',
    title: 'A login that the identity provider starts (the initiate-login URL)',
    file: 'src/initiate-login.controller.ts',
    code: `import { randomBytes } from 'node:crypto';
import { BadRequestException, Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { cookie, ScalekitService } from './scalekit.service';

@Controller('auth')
export class InitiateLoginController {
  constructor(private readonly scalekit: ScalekitService) {}

  @Get('initiate-login')
  async initiate(@Query('idp_initiated_login') assertion: string | undefined, @Res() response: Response) {
    if (!assertion) throw new BadRequestException('idp_initiated_login is missing.');
    const claims = await this.scalekit.client.getIdpInitiatedLoginClaims(assertion);
    const state = randomBytes(16).toString('hex');
    response.cookie('state', state, cookie);
    return response.redirect(
      this.scalekit.client.getAuthorizationUrl(this.scalekit.redirectUri, {
        state,
        connectionId: claims.connection_id,
        loginHint: claims.login_hint,
      }),
    );
  }
}
`,
  },
  {
    task: 'webhook',
    title: 'Receive webhooks (NestFactory.create(AppModule, { rawBody: true }))',
    file: 'src/webhooks.controller.ts',
    code: `import { BadRequestException, Controller, HttpCode, Post, type RawBodyRequest, Req } from '@nestjs/common';
import type { Request } from 'express';
import { ScalekitService } from './scalekit.service';

@Controller('webhooks')
export class WebhooksController {
  constructor(private readonly scalekit: ScalekitService) {}

  @Post('scalekit')
  @HttpCode(200)
  receive(@Req() request: RawBodyRequest<Request>) {
    const payload = request.rawBody?.toString('utf8') ?? '';
    const headers = request.headers as Record<string, string>;
    try {
      this.scalekit.client.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET ?? '', headers, payload);
    } catch {
      throw new BadRequestException('invalid signature');
    }
    const event: { type: string } = JSON.parse(payload);
    console.log(\`Received \${event.type}\`);
    return { received: true };
  }
}
`,
  },
];
