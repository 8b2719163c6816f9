/** German; umlauts match both as themselves and as ae, oe, ue. Compounds are met by their beginnings. */
import type { Lexicon } from './concepts.ts';

export const german: Lexicon = {
  redirectUri:
    'redirect url*|redirect uri*|redirect adresse*|callback url*|callback adresse*|rücksprung*|rückrufadresse*|rückruf url*|rückruf uri*|rückkehr url*|rückkehradresse*|weiterleitungs url*|weiterleitungs uri*|weiterleitungsadresse*|weiterleitungsurl*|weiterleitungsuri*|umleitungs url*|umleitungs uri*|umleitungsadresse*|umleitungsurl*|antwort url*|zieladresse|uri für die rückleitung|url für die rückleitung|adresse für die weiterleitung|return url|umleitungsziel*|weiterleitungsziel*|rücksprungadresse*|rücksprung url*|callback uri*|rückgabe url*|rückgabeadresse*|erlaubte url*|hinterlegte url*|login weiterleitung*|rückleitungs*',
  redirect:
    'weiterleitung*|weitergeleitet|umleitung*|umgeleitet|rückleitung*|zurückgeleitet|redirect|callback|umleit*|weiterleit*|zurückleit*|rückruf*',
  goBack:
    'nach dem login|nach dem einloggen|nach der anmeldung|nach dem anmelden|zurück zur app|lande*|landet|komme* zurück|zurückgeschickt|zurück geschickt|nach erfolgreicher anmeldung|zurück zur anwendung|zurück zu uns|zurück in die app|wieder zurück|zurückkehr*|nach login',
  client:
    'client id*|client secret*|client geheimnis*|clientgeheimnis|zugangsdaten|client daten|anmeldeinformation*|client kennung|client passwort|api schlüssel*|api zugang|geheimer schlüssel|client schlüssel|client zugangsdaten|clientdaten|client authentifizierung|client anmeldung|app zugangsdaten|api zugangsdaten|api schlüssel|dev schlüssel|produktivschlüssel|client id und secret|credentials|app secret|anmeldedaten*|anwendungsdaten',
  secret: 'geheimnis*|secret*',
  environment:
    'umgebung*|umgebungs url|testumgebung|produktion*|produktiv*|entwicklung*|testumgebung*|livesystem|produktivumgebung*|produktivsystem*|entwicklungsumgebung*|staging',
  variable: 'umgebungsvariable*|env datei|env variable*',
  token: 'token*|zugriffstoken*|zugangstoken*|jwt*|access token*|zugriffs token*|bearer token*|zugangs token*',
  idToken: 'id token*',
  refresh:
    'refresh*|erneuer*|auffrisch*|aktualisier*|verlänger*|token erneuern|neues token|neuen token|verlängerung*|erneuerung*|refreshen|nachladen',
  refreshToken: 'refresh token*|aktualisierungstoken*|erneuerungstoken*|auffrischungstoken*',
  authCode:
    'autorisierungscode*|auth code*|code austausch*|codeaustausch|autorisierungs code*|login code|code tausch*|code einlösen|authorization code*|code verifier',
  sso: '=sso|einmalanmeldung|single sign on|firmenlogin|firmenanmeldung|firmenkonto|firmenaccount|unternehmenslogin|enterprise login|firmen sso',
  connection: 'verbindung*|sso verbindung*|anbindung*|sso anbindung|idp anbindung|idp verbindung|verknüpfung*',
  organization:
    'organisation*|mandant*|firmen id|kundenorganisation|firma|kunde*|kunden|unternehmen|organisations id|mandanten*|org id',
  domain: 'domain*|domäne*|mail domain*|e mail adresse*|maildomain*|mail adresse*|emailadresse*|e mail domain*|emaildomain*',
  saml: 'saml*',
  assertion: 'assertion*|zusicherung*|saml antwort*|saml response*|saml nachricht*',
  certificate:
    'zertifikat*|signaturzertifikat*|signierzertifikat*|signaturschlüssel|idp zertifikat*|x509|signing zertifikat*|cert|schlüsselpaar',
  signature: 'signatur*|unterschrift*|signier*|signatur|signaturen|prüfsumme*|hmac|hash|hashwert*|unterschrieben',
  party:
    'entity id|entitäts id|aussteller*|zielgruppe|empfänger|audience|issuer|metadaten|acs|entitäts*|entity*|acs url|antwort url|sso url|empfängeradresse|ausstellername',
  attribute: 'attribut*|zuordnung der attribute|attributzuordnung|attribute|e mail attribut|claim*|feldzuordnung*',
  idp: 'identitätsanbieter*|identity provider*|identitätsprovider*|idp|okta|entra|azure ad|identitäts anbieter*|microsoft entra|azure|google workspace|onelogin|keycloak beim kunden|adfs|active directory|=ad',
  tile: 'kachel*|app kachel|okta kachel|app übersicht|startportal|okta startseite|okta dashboard|app symbol|icon in okta|meine apps|okta portal|app portal|kacheln|icon im portal|unternehmensportal|firmenportal|app launcher|anwendungsportal|microsoft portal|mitarbeiterportal|apps portal|app icon',
  fromIdp:
    'aus okta|von okta|über okta|aus dem portal|vom idp|über das portal|aus entra|vom identitätsanbieter|in okta gestartet|idp seitig|aus dem dashboard|in okta|vom identity provider|vom provider|vom portal|aus dem okta|über das okta|aus azure|von azure|von entra|vom kundenportal|aus ihrem portal|direkt aus okta|seite des idp|seite des identity',
  initiated:
    'idp initiiert*|vom idp initiiert*|idp gestartet*|idp initiated|idp initiierte|idp seitig gestartet*|identity provider gestartet*|vom identity provider gestartet*|vom idp gestartet*|vom idp aus|durch den idp|unaufgefordert*',
  session:
    'sitzung*|session*|sitzungsdauer|anmeldesitzung|sitzungs*|sitzungslaufzeit|sitzungszeit|inaktivitätszeit*|idle timeout|sitzungsende',
  cookie: 'cookie*',
  thrownOut:
    'abgemeldet|ausgeloggt|rausgeworfen|rausgeschmissen|rausgekickt|fliege* raus|fliege|fliegen|fliegt raus|fliegen raus|raus geworfen|wirft mich raus|wirft uns raus|schmeißt mich raus|neu anmelden|neu einloggen|erneut anmelden|erneut einloggen|wieder anmelden|wieder einloggen|nochmal anmelden|nochmal einloggen|automatisch ausgeloggt|automatisch abgemeldet|loggt mich aus|loggt uns aus|ausgelogt|rausfliegen|abmeldet|ausloggt|loggt die nutzer aus|loggt alle aus|meldet mich ab|meldet uns ab|werde abgemeldet|werden abgemeldet|rauswirft|wirft alle raus|wirft die nutzer raus|kickt mich|neuanmeldung|neu einlogg*|wieder einlogg*|wieder anmeld*|erneut einlogg*|nochmals anmeld*|zur anmeldeseite|auf der loginseite|auf der anmeldeseite|anmeldemaske|login maske|fliegt*',
  stayIn:
    'angemeldet bleib*|eingeloggt bleib*|bleib* angemeldet|bleib* eingeloggt|bleibt eingeloggt|bleibt angemeldet|angemeldet zu bleiben|eingeloggt zu bleiben|anmeldung bleibt|login bleibt|merkt sich die anmeldung',
  login:
    'anmeld*|einlogg*|login*|loggen|logge|anmeldung*|authentifizier*|einwähl*|reinkomm*|ein zu loggen|melden sich an|meldet sich an|login|einloggen|eingeloggt|anmelden|anzumelden|angemeldet|einwahl|zugang|sich anmelden|reinkommen|kommt rein|kommen rein|kommen nicht rein|sign in',
  signOut:
    'abmeld*|ausloggen|logout|nach dem abmelden|nach dem ausloggen|nach dem logout|abmeldung|abmelden|abgemeldet habe|auszuloggen|ausgeloggt habe|ausloggt und|logout button|abmelde button|beim abmelden|beim logout',
  user: 'benutzer*|nutzer*|mitarbeiter*|user*|anwender*|leute|kollegen|neue kollegen|personen|konto|konten|angestellte*|beschäftigte*|kolleginnen|person|neue leute|mitglied*|kunde|kollege|kollegin|accounts',
  newUser:
    'mitarbeiter*|neue nutzer|neue benutzer|neue kollegen|neue leute|angestellte*|neue user|neue mitarbeiter*|beschaftigte*|neue personen|kollegen|neuen kollegen|neu eingestellte*|neue kolleg*|neue accounts|neue konten|neuzugänge|zugewiesene nutzer|zugewiesene benutzer',
  scim: '=scim|benutzerverzeichnis*|bereitstellung|verzeichnissync*|verzeichnisabgleich|provisionierung*|benutzersynchronisation|nutzersynchronisierung|verzeichnis sync*|benutzer sync*|scim token|scim schnittstelle|benutzerbereitstellung|nutzerprovisionierung|verzeichnissynchronis*',
  provision:
    'provisionier*|synchronisier*|abgleich*|abgeglichen|angelegt|anlegen|übertrag*|bereitgestellt|importier*|übernommen|übernehm*|gesynct|gesynced|anlage|anzulegen|provisioning|bereitstell*|synct|syncen|sync|importiert|übernimmt|deprovision*',
  group: 'gruppe*|gruppenzugehörigkeit*|gruppenmitgliedschaft*|gruppensync*|abteilung*|gruppen*|teams|abteilungen',
  groups: '=gruppen|gruppensync*|gruppenzugehorigkeit*|gruppensynchron*|gruppenmitgliedschaft*|gruppenabgleich*',
  role: 'rolle*|berechtigung*|rechte|rollen*|admin rolle|rechte*|berechtigungen',
  push: 'zugewiesen|gepusht|zuordnung|gruppenzuordnung|push groups|gruppen push|zugeordnet|verschachtelte gruppen|rollenzuordnung*|rollenmapping',
  webhook: 'webhook*|web hook*|hook aufruf*|webhook aufruf*|web hooks|zustellung*|zustellversuch*',
  event:
    'ereignis*|benachrichtigung*|event*|endpunkt*|nutzlast|meldung*|benachrichtig*|events|aufruf*|hooks|zustellung*|nachrichten von scalekit',
  verification:
    'verifizier*|überprüf*|prüfung*|validier*|signaturprüfung*|geprüft|signaturüberprüfung*|verifikation*|prüft*|prüfen|validierung*|signaturverifikation*|kontrolle|überprüfung*|gegengeprüft',
  header: 'kopfzeile*|header*|header|kopfzeilen',
  host: 'hostname*|namensauflösung*|auflös*|dns|proxy|firewall|host|hostnamen|domainname|domain namen|firmenproxy|zertifikatskette|selbstsigniert*|selbst signiert*|tls|ssl|nicht erreichbar|erreichbar|nicht auflösbar|aufgelöst|vpn',
  state: 'state fehlt|csrf',
  stateParameter: 'state parameter|state wert',
  sdk: 'methode|funktion|bibliothek|sdk',
  clock: 'uhr|uhrzeit|systemzeit|serverzeit|zeitabweichung|uhrzeiten|zeitversatz|uhren|zeitunterschied',
  browserCode: 'browser|frontend|clientseitig|im browser|frontend code|bundle|javascript',
  source:
    'quellcode|quelltext|im code|hartkodiert|fest im code|repository|hardcodiert|quell code|im repo|repo|git|eingecheckt|committet|hart codiert|fest codiert|fest eingetragen',
  app: 'anwendung|=app|system|seite|programm|software|datenbank|plattform',
  localhost: 'lokal|localhost|anderer port|anderen port',
  slash: 'schrägstrich*',

  mismatch:
    'stimmt nicht überein|stimmen nicht überein|nicht überein*|passt nicht|passen nicht|weicht ab|abweich*|unterschiedlich*|unterscheid*|verschieden*|anders|ungleich|übereinstimm* nicht|nicht identisch|weichen ab|nicht gleich|nicht dieselbe|nicht derselbe|nicht dasselbe|andere als|anderer als|abweicht|unterscheiden|uneinheitlich|nicht zusammen*',
  refused:
    'nicht erlaubt|unzulässig*|abgelehnt|verweiger*|nicht zugelassen|nicht akzeptiert|abgewiesen|gesperrt|blockiert|nicht registriert|nicht eingetragen|nicht hinterlegt|zurückgewiesen|nicht freigegeben|nicht freigeschaltet|ablehn*|verboten|nicht angenommen|lehnt|lehnt ab|nimmt nicht|meckert|beschwert sich|nicht gelistet|nicht auf der liste|nicht whitelisted|nicht berechtigt|unbekannte|nicht unterstützt|nicht zulässig|nicht gestattet|nicht erlauben|zurückweis*|wird abgelehnt|akzeptiert nicht|verwehrt',
  wrong:
    'falsch*|ungültig*|fehlerhaft*|inkorrekt*|nicht gültig|verkehrt*|vertauscht|nicht korrekt|nicht richtig|unbrauchbar|stimmt nicht|stimmen nicht|nicht gültig*|stimmt was nicht|stimmt etwas nicht|ungueltig*|tippfehler|vertippt|defekt*|unzutreffend|andere umgebung|falsche umgebung',
  broken:
    'fehler*|fehlgeschlagen|schlägt fehl|schlagen fehl|fehlschlag*|scheiter*|kaputt|geht nicht|gehen nicht|funktioniert nicht|funktionieren nicht|klappt nicht|problem*|schief|defekt|absturz|stürzt ab|hängt|bricht ab|nix geht|geht nix|tut nicht|tut nix|spinnt|streikt|ärger|schlägt*|fehlschlägt|scheitert|versagt|abgestürzt|funzt nicht|geht nichts|geht nimmer|geht nicht mehr|bleibt hängen|hängt fest|probleme|klappt nix|klappen nicht|läuft nicht|tut es nicht|tut sich nichts|weiße seite|leere seite|nicht möglich|unmöglich|greift nicht|greifen nicht|ohne wirkung|wirkt nicht|keine wirkung|funktioniert nur|funktionieren nur|geht nur|klappt nur',
  missing:
    'fehlt|fehlen|nicht gefunden|nicht vorhanden|existiert nicht|gibt es nicht|kein|keine|keinen|nicht konfiguriert|nicht eingerichtet|leer|nicht gesetzt|finde* nicht|verschwunden|unbekannt|nicht da|fehlend*|nirgends|verloren|nicht mitgeschickt|nicht mitgegeben|nicht übergeben|nicht dabei|nicht enthalten|undefined|nichts gefunden|bekomme keinen|bekomme kein',
  notThere:
    'kommt nicht an|kommen nicht an|nicht angekommen|nicht an kommen|kommt nichts an|kommt keine|kommt kein|erhalte* kein*|bekomm* kein*|empfang* kein*|tauchen nicht auf|taucht nicht auf|erschein* nicht|nicht auf|nicht angelegt|nicht synchronisiert|nicht übertragen|nicht übernommen|nicht abgeglichen|nicht zugestellt|kein event|nie an|nicht provisioniert|nicht erstellt|werden nicht|wird nicht|nicht aufgerufen|nicht ausgelöst|nichts an|nicht sichtbar|nicht bei uns|nicht ankommen|kommt nix an|kommt nicht|kommen nicht|kommen keine|kommen gar nicht|nicht übermittelt|nicht gesendet|nicht geschickt|nicht gesynct|nicht gesynced|nicht importiert|nicht aktualisiert|ändert sich nicht|ändern sich nicht|nicht mehr an|keine mehr an|bleibt aus|bleiben aus|bleibt leer|bleiben leer|erscheinen nicht|nicht ausgeliefert|nicht erzeugt|nicht bereitgestellt|nicht hinzugefügt|nicht mitgenommen|kein einziges mal|nicht gelöscht|nicht entfernt|keinerlei|übersprungen|taucht bei uns nicht|nicht drin|kein einziges|kommt kein*|kommen kein*|trifft nicht ein|treffen nicht ein|nicht eingetroffen',
  disabled:
    'deaktiviert|inaktiv|nicht aktiv|nicht aktiviert|ausgeschaltet|abgeschaltet|entwurf|nicht verifiziert|pausiert|gesperrt|steht auf entwurf|nicht eingeschaltet|nicht freigeschaltet|quarantäne|nicht abgeschlossen|nicht fertig|stillgelegt',
  expired:
    'abgelaufen|läuft nach|laufen nach|läuft ständig ab|läuft sofort ab|läuft zu schnell ab|läuft schon|läuft ab|laufen ab|ablauf*|veraltet|verfallen|nicht mehr gültig|zu alt|abläuft|läuft aus|ausgelaufen|überschritten|nicht mehr akzeptiert|in der vergangenheit|schon vorbei|bereits vorbei',
  tooSoon:
    'zu schnell|zu früh|zu kurz|viel zu|nach kurzer zeit|ständig|dauernd|andauernd|plötzlich|vorzeitig|sofort|zu oft|immerzu|mitten in|bei der arbeit|inaktivität|ziemlich schnell|so schnell|immer|zu kurze|ständige*|dauernd*|laufend|ohne grund|einfach so|unerwartet|willkürlich|zufällig|von alleine|von allein|von selbst|viel zu schnell|zu bald|schnell|alle paar|mittagspause|über nacht|nach kurzem|am nächsten morgen|permanent|kurze zeit',
  duration: 'minute*|stunde*|sekunden|jeden tag|täglich|paar minuten',
  again:
    'wieder|immer wieder|erneut|jedes mal|jedesmal|ständig|dauernd|mehrmals|nochmal|schleife|alle|nochmals|permanent|laufend|andauernd|schon wieder|endlosschleife|immerzu|von neuem',
  reused:
    'zweimal|schon benutzt|bereits verwendet|bereits benutzt|nur einmal|beim zweiten mal|zweiten mal|einmal|gleichzeitig|widerrufen|verbraucht|wiederverwendet|parallel|mehrfach|doppelt|zum zweiten mal|beim zweiten|zweite mal|schon verwendet|bereits eingelöst|schon eingelöst|zwei tabs|parallele*|danach nicht mehr|erste mal|ersten mal|neu geladen|neuladen',
  changed:
    'geändert|getauscht|erneuert|ausgetauscht|gewechselt|rotiert|neues zertifikat|neuer schlüssel|ausgewechselt|umgestellt|neu ausgestellt|wechsel|austausch|erneuern|geändert*|aktualisiert',
  unknown: 'unbekannt*|kennt nicht|nicht bekannt|nicht erkannt',
  removed:
    'gelöscht|entfernt|ausgeschieden*|gekündigt|ehemalige*|verlassen|deaktivierte*|ausgeschieden|austritt|verlässt|weg sind|nicht mehr da|entzogen|entlassen',
  still:
    'noch|immer noch|trotzdem|weiterhin|gleich wieder|sofort wieder|automatisch wieder|direkt wieder|sofort drin|gleich drin|wieder drin|ohne passwort|ohne passworteingabe|ohne kennwort|derselbe nutzer|gleicher nutzer|bleibt angemeldet|immer noch angemeldet|weiterhin angemeldet|bleibt bestehen|bleibt aktiv|behält|automatisch eingeloggt|automatisch angemeldet|direkt eingeloggt|nicht gefragt|noch zugriff|zugriff haben',
  notAFunction:
    'keine funktion|gibt es nicht|nicht definiert|methode nicht gefunden|funktion nicht gefunden|methode existiert nicht|funktion existiert nicht|methode fehlt|unbekannte methode|unbekannte funktion',
  unverified:
    'nur dekodier*|nicht geprüft|nicht verifiziert|ungeprüft|nicht überprüft|nicht prüfen|prüfen nicht|prüft nicht|ohne prüfung|ohne zu prüfen|ohne signaturprüfung|nicht kontrolliert|nicht verglichen|nur gelesen|nur decod*|einfach nur dekodiert',
  ignored:
    'ignorier*|nicht ausgewertet|nicht gelesen|weiße seite|leere seite|nicht behandelt|nicht beachtet|stürzt ab|absturz|weißer bildschirm|unbehandelt|nicht angezeigt|drehendes rad|ladekreis',
  exposed:
    'sichtbar|öffentlich|liegt im|steht im|gespeichert|speicher*|einsehbar|geleakt|veröffentlicht|landet im|landen im|landen in|eingecheckt|gespeichert in|abgelegt',

  work: 'funktionier*|klappt|läuft|geht|klappen|gehen|problemlos|einwandfrei|in ordnung|erfolgreich|gut',
  match: 'stimmt überein|überein*|passt|passen|gleich|identisch',
  accept: 'erlaubt|akzeptier*|zugelassen|registriert|eingetragen|hinterlegt|freigegeben|erkennt|erkannt|angenommen',
  exist: 'vorhanden|existier*|gefunden|finden|findet|gibt|konfiguriert|eingerichtet|hat',
  arrive:
    'ankomm*|angekommen|kommt an|kommen an|kommt|kommen|erschein*|auftauch*|taucht|tauchen|erhalt*|empfang*|bekomm*|angelegt|synchronisiert|synchronisieren|übertragen|übernommen|zugestellt|ausgelöst|aufgerufen|erstellt|sichtbar|da|mitgenommen|ankommt|ändert|ändern|übermittelt|gesendet|geschickt|gesynct|importiert|erzeugt|bereitgestellt|hinzugefügt|landen|landet|ausgeliefert|kommt rein|eintreff*|eingetroffen|trifft|treffen',
  verify: 'verifizier*|überprüft|validiert|bestätigt',
  renew: 'erneuer*|aktualisier*|auffrischen|verlängert|verlängern',
  enabled: 'aktiv|aktiviert|eingeschaltet|freigeschaltet',
  valid: 'gültig|korrekt|richtig|bekannt',
  able: 'kann|können|könnt|möglich|lässt sich|kann man|können wir|schafft|gelingt|lässt',
  ends: 'beendet|wirklich abgemeldet|endet|richtig abgemeldet',
  not: '=nicht|=kein|=keine|=keinen|=keiner|=keinem|=nie|=niemals|=nix|=nichts|=niemand|ohne|nirgends|=weder|=kaum|=keinerlei|=nirgendwo|=nimmer|=keins|=net|=ned',
  elsewhere:
    'kuchen|rezept|backen|drucker|rechnung*|kreditkarte*|kartenzahlung|zahlung*|wetter|mehl|datenbankverbindung|=bahn|urlaub|spiel*|reisepass|führerschein|bankkonto|schule|fitnessstudio|versicherung|drucker*|kuchen*|bestellung*|paket*|lieferung*|rechnungen|spiele|tabelle|tabellen|datenbank verbindung|excel|kreditkarte|passwort vergessen',
  eventItself: 'ereignis*|event|events',
  endpoint:
    'endpunkt*|unser server|unserem server|unseren server|unser backend|unserem backend|unsere api|produktion|schnittstelle',
  icon: '=icon|=symbol|=logo',
  directory: 'verzeichnis*',
  both: 'benutzer und gruppen|nutzer und gruppen|gruppen und benutzer|gruppen und nutzer|weder benutzer noch gruppen|weder nutzer noch gruppen|user und gruppen',
  rawBody: 'rohdaten|roher body|rohen body|raw body|request body|geparst*|json body',
  mcp: 'mcp server*|mcp client*|mcp anmeldung',
  sdkNamed: 'sdk|bibliothek|anleitung|dokumentation|doku',
  url: 'in der url|in der adresse|query string|adresszeile|browserverlauf|in den logs|im log',
  localStorage: 'lokaler speicher|localstorage|local storage',
  request: 'jeder anfrage|jede anfrage|pro anfrage|pro request|jedem request|jedem aufruf',
  newClient:
    'neuer client|neuen client|neue instanz|scalekitclient neu|client erzeugt|client neu|instanziier*|neues scalekit objekt|client erstell*',
  cancelled:
    'abgebrochen|abbrechen|abbricht|lehnt die zustimmung|zustimmung verweigert|abbruch|nutzer bricht|benutzer bricht|user bricht|jemand bricht',
  errorParameter: 'fehlerparameter|error parameter|fehlercode im callback',
  postLogout: 'abmelde url*|abmeldeadresse*|logout url*|logout redirect*|post logout*|nach dem logout weiterleit*',
  tooMany: 'zu viele anfragen|rate limit*',
  selector: 'selektor*|selector*',
  unauthorized: 'nicht berechtigt|nicht autorisiert|unauthorisiert|kein zugriff',
  needed: 'muss|müssen|soll|sollte|wie kann|wie bekomme|was tun|brauche|braucht|wo finde',
  organizationId: 'organisations id|organisationsid|org id|mandanten id',
};
