/** Faults of the login in the net/http app. */
import type { Planted } from '../planted.ts';

const refused = `		http.Error(w, "This sign-in was not started here.", http.StatusBadRequest)
		return
	}
	forget(w, "login_state")`;

export const loginFaults: readonly Planted[] = [
  {
    shows: 'callback-error-unread/error-ignored',
    act: 'sso-error',
    change: [['code := query.Get("error"); code != ""', 'code := query.Get("error"); code == "access_denied"']],
    at: 'AuthenticateWithCode(',
  },
  {
    shows: 'login-fails/second-tab-fails',
    act: 'two-tabs',
    change: [
      [
        refused,
        refused.replace('http.Error(w, "This sign-in was not started here.", http.StatusBadRequest)', 'panic("another state")'),
      ],
    ],
    severity: 'warning',
    at: 'panic(',
  },
  {
    shows: 'id-token-not-verified/only-decoded',
    act: 'browser-tokens',
    change: [
      [
        '	next := "/me"\n',
        '	http.SetCookie(w, &http.Cookie{Name: "at", Value: result.AccessToken, Path: "/", HttpOnly: true})\n	next := "/me"\n',
      ],
      ['main.go', 'app.signedIn(app.me)', 'http.HandlerFunc(app.decoded)'],
      [
        'main.go',
        'func main() {',
        `func (b *board) decoded(w http.ResponseWriter, r *http.Request) {
	kept, err := r.Cookie("at")
	if err != nil {
		http.Redirect(w, r, "/login", http.StatusFound)
		return
	}
	parts := strings.Split(kept.Value, ".")
	claims, err := base64.RawURLEncoding.DecodeString(parts[1])
	if err != nil {
		http.Redirect(w, r, "/login", http.StatusFound)
		return
	}
	w.Write(claims)
}

func main() {`,
      ],
      ['main.go', 'import (\n', 'import (\n	"encoding/base64"\n	"strings"\n'],
    ],
  },
  {
    shows: 'connection-not-found/selector-of-another-kind',
    act: 'selectors',
    change: [['OrganizationId: r.URL', 'ConnectionId: r.URL']],
  },
  {
    shows: 'connection-not-found/no-selector',
    act: 'selectors',
    change: [
      [
        '	b.leave(w, r, scalekit.AuthorizationUrlOptions{OrganizationId: r.URL.Query().Get("org")},',
        '	if tenant := r.URL.Query().Get("org"); tenant != "" {\n		log.Printf("sign-in of %q", tenant)\n	}\n	b.leave(w, r, scalekit.AuthorizationUrlOptions{},',
      ],
    ],
    severity: 'warning',
  },
];
