/** Code samples for Go, with net/http: routers differ in how a handler is registered. Sessions are a store of the app's own. */
import type { CodeSample } from '../types.ts';

export const goSamples: readonly CodeSample[] = [
  {
    task: 'client',
    title: 'One client for the whole app',
    file: 'scalekit.go',
    code: `package main

import (
	"os"

	"github.com/scalekit-inc/scalekit-sdk-go/v2"
)

var (
	redirectURI = os.Getenv("SCALEKIT_REDIRECT_URI")
	client      = scalekit.NewScalekitClient(
		os.Getenv("SCALEKIT_ENVIRONMENT_URL"),
		os.Getenv("SCALEKIT_CLIENT_ID"),
		os.Getenv("SCALEKIT_CLIENT_SECRET"),
	)
)
`,
  },
  {
    task: 'login',
    title: 'Start a login',
    file: 'login.go',
    code: `package main

import (
	"crypto/rand"
	"net/http"
	"os"

	"github.com/scalekit-inc/scalekit-sdk-go/v2"
)

func login(w http.ResponseWriter, r *http.Request) {
	state := rand.Text()
	http.SetCookie(w, &http.Cookie{Name: "state", Value: state, Path: "/", HttpOnly: true, Secure: r.TLS != nil, SameSite: http.SameSiteLaxMode})
	url, err := client.GetAuthorizationUrl(redirectURI, scalekit.AuthorizationUrlOptions{
		State:          state,
		OrganizationId: os.Getenv("SCALEKIT_ORGANIZATION_ID"),
		Scopes:         []string{"openid", "profile", "email", "offline_access"},
	})
	if err != nil {
		http.Error(w, "The login cannot be started.", http.StatusInternalServerError)
		return
	}
	http.Redirect(w, r, url.String(), http.StatusFound)
}
`,
  },
  {
    task: 'callback',
    title: 'Finish a login',
    file: 'callback.go',
    code: `package main

import (
	"net/http"

	"github.com/scalekit-inc/scalekit-sdk-go/v2"
)

func callback(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	if query.Get("error") != "" {
		http.Error(w, "Sign-in failed: "+query.Get("error")+" "+query.Get("error_description"), http.StatusBadRequest)
		return
	}
	cookie, err := r.Cookie("state")
	if err != nil || cookie.Value == "" || cookie.Value != query.Get("state") {
		http.Error(w, "The state does not match.", http.StatusBadRequest)
		return
	}
	result, err := client.AuthenticateWithCode(r.Context(), query.Get("code"), redirectURI, scalekit.AuthenticationOptions{})
	if err != nil {
		http.Error(w, "The code was not accepted.", http.StatusBadRequest)
		return
	}
	startSession(w, &session{idToken: result.IdToken, accessToken: result.AccessToken, refreshToken: result.RefreshToken})
	http.Redirect(w, r, "/", http.StatusFound)
}
`,
  },
  {
    task: 'refresh',
    title: 'Keep the session: refresh once, and store both new tokens',
    file: 'session.go',
    code: `package main

import (
	"context"
	"crypto/rand"
	"net/http"
	"sync"
)

// One process only: several need a store that they share, with its lock.
var sessions sync.Map

type session struct {
	mu                                 sync.Mutex
	idToken, accessToken, refreshToken string
}

func startSession(w http.ResponseWriter, s *session) {
	id := rand.Text()
	sessions.Store(id, s)
	http.SetCookie(w, &http.Cookie{Name: "session", Value: id, Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

// Requests that come at once wait for the same refresh: a refresh token works only once.
func (s *session) renew(ctx context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if valid, _ := client.ValidateAccessToken(ctx, s.accessToken); valid {
		return nil
	}
	refreshed, err := client.RefreshAccessToken(ctx, s.refreshToken)
	if err != nil {
		return err
	}
	s.accessToken, s.refreshToken = refreshed.AccessToken, refreshed.RefreshToken
	return nil
}
`,
  },
  {
    task: 'logout',
    title: 'Log out, of Scalekit too',
    file: 'logout.go',
    code: `package main

import (
	"net/http"
	"os"

	"github.com/scalekit-inc/scalekit-sdk-go/v2"
)

func logout(w http.ResponseWriter, r *http.Request) {
	options := scalekit.LogoutUrlOptions{PostLogoutRedirectUri: os.Getenv("POST_LOGOUT_REDIRECT_URI")}
	if cookie, err := r.Cookie("session"); err == nil {
		if found, ok := sessions.LoadAndDelete(cookie.Value); ok {
			options.IdTokenHint = found.(*session).idToken
		}
	}
	http.SetCookie(w, &http.Cookie{Name: "session", Path: "/", MaxAge: -1})
	url, err := client.GetLogoutUrl(options)
	if err != nil {
		http.Error(w, "The logout cannot be started.", http.StatusInternalServerError)
		return
	}
	http.Redirect(w, r, url.String(), http.StatusFound)
}
`,
  },
  {
    task: 'idp-initiated',
    title: 'A login that the identity provider starts (the initiate-login URL)',
    file: 'initiate_login.go',
    code: `package main

import (
	"crypto/rand"
	"net/http"

	"github.com/scalekit-inc/scalekit-sdk-go/v2"
)

func initiateLogin(w http.ResponseWriter, r *http.Request) {
	assertion := r.URL.Query().Get("idp_initiated_login")
	if assertion == "" {
		http.Redirect(w, r, "/login", http.StatusFound)
		return
	}
	claims, err := client.GetIdpInitiatedLoginClaims(r.Context(), assertion)
	if err != nil {
		http.Error(w, "The login of the identity provider was not accepted.", http.StatusBadRequest)
		return
	}
	state := rand.Text()
	http.SetCookie(w, &http.Cookie{Name: "state", Value: state, Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode})
	options := scalekit.AuthorizationUrlOptions{State: state, ConnectionId: claims.ConnectionID, LoginHint: claims.LoginHint}
	url, err := client.GetAuthorizationUrl(redirectURI, options)
	if err != nil {
		http.Error(w, "The login cannot be started.", http.StatusInternalServerError)
		return
	}
	http.Redirect(w, r, url.String(), http.StatusFound)
}
`,
  },
  {
    task: 'webhook',
    title: 'Receive webhooks',
    file: 'webhooks.go',
    code: `package main

import (
	"io"
	"net/http"
	"os"
)

func receive(w http.ResponseWriter, r *http.Request) {
	payload, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	if err != nil {
		http.Error(w, "The body cannot be read.", http.StatusBadRequest)
		return
	}
	headers := map[string]string{}
	for _, name := range []string{"webhook-id", "webhook-timestamp", "webhook-signature"} {
		headers[name] = r.Header.Get(name)
	}
	if valid, err := client.VerifyWebhookPayload(os.Getenv("SCALEKIT_WEBHOOK_SECRET"), headers, payload); err != nil || !valid {
		http.Error(w, "invalid signature", http.StatusBadRequest)
		return
	}
	w.WriteHeader(http.StatusOK)
}
`,
  },
];
