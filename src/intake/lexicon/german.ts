/** German; umlauts match both as themselves and as ae, oe, ue. Compounds are met by their beginnings. */
import type { Lexicon } from './concepts.ts';

export const german: Lexicon = {
  redirectUri:
    'redirect url*|redirect uri*|redirect adresse*|callback url*|callback adresse*|rücksprung*|rückrufadresse*|rückruf url*|rückruf uri*|rückkehr url*|rückkehradresse*|weiterleitungs url*|weiterleitungs uri*|weiterleitungsadresse*|weiterleitungsurl*|weiterleitungsuri*|umleitungs url*|umleitungs uri*|umleitungsadresse*|umleitungsurl*|antwort url*|zieladresse|uri für die rückleitung|url für die rückleitung|adresse für die weiterleitung|return url',
  redirect: 'weiterleitung*|weitergeleitet|umleitung*|umgeleitet|rückleitung*|zurückgeleitet',
  goBack:
    'nach dem login|nach dem einloggen|nach der anmeldung|nach dem anmelden|zurück zur app|lande*|landet|komme* zurück|zurückgeschickt|zurück geschickt',
  client:
    'client id*|client secret*|client geheimnis*|clientgeheimnis|zugangsdaten|client daten|anmeldeinformation*|client kennung|client passwort|api schlüssel*|api zugang|geheimer schlüssel|client schlüssel',
  secret: 'geheimnis*|secret*',
  environment: 'umgebung*|umgebungs url|testumgebung|produktion*|produktiv*|entwicklung*',
  variable: 'umgebungsvariable*|env datei|env variable*',
  token: 'token*|zugriffstoken*|zugangstoken*|jwt*',
  idToken: 'id token*',
  refresh: 'refresh*|erneuer*|auffrisch*|aktualisier*|verlänger*',
  refreshToken: 'refresh token*|aktualisierungstoken*|erneuerungstoken*|auffrischungstoken*',
  authCode: 'autorisierungscode*|auth code*|code austausch*|codeaustausch',
  sso: '=sso|einmalanmeldung|single sign on|firmenlogin|firmenanmeldung',
  connection: 'verbindung*|sso verbindung*|anbindung*',
  organization: 'organisation*|mandant*|firmen id|kundenorganisation|firma|kunde*|kunden',
  domain: 'domain*|domäne*|mail domain*|e mail adresse*',
  saml: 'saml*',
  assertion: 'assertion*|zusicherung*',
  certificate: 'zertifikat*|signaturzertifikat*|signierzertifikat*',
  signature: 'signatur*|unterschrift*|signier*',
  party: 'entity id|entitäts id|aussteller*|zielgruppe|empfänger|audience|issuer|metadaten|acs',
  attribute: 'attribut*|zuordnung der attribute|attributzuordnung',
  idp: 'identitätsanbieter*|identity provider*|identitätsprovider*|idp|okta|entra|azure ad',
  tile: 'kachel*|app kachel|okta kachel|app übersicht|startportal|okta startseite|okta dashboard|app symbol|icon in okta|meine apps',
  fromIdp:
    'aus okta|von okta|über okta|aus dem portal|vom idp|über das portal|aus entra|vom identitätsanbieter|in okta gestartet|idp seitig|aus dem dashboard|in okta',
  initiated: 'idp initiiert*|vom idp initiiert*|idp gestartet*|idp initiated|idp initiierte',
  session: 'sitzung*|session*|sitzungsdauer|anmeldesitzung',
  cookie: 'cookie*',
  thrownOut:
    'abgemeldet|ausgeloggt|rausgeworfen|rausgeschmissen|rausgekickt|fliege* raus|fliege|fliegen|fliegt raus|fliegen raus|raus geworfen|wirft mich raus|wirft uns raus|schmeißt mich raus|neu anmelden|neu einloggen|erneut anmelden|erneut einloggen|wieder anmelden|wieder einloggen|nochmal anmelden|nochmal einloggen|automatisch ausgeloggt|automatisch abgemeldet|loggt mich aus|loggt uns aus|ausgelogt|rausfliegen',
  stayIn: 'angemeldet bleib*|eingeloggt bleib*|bleib* angemeldet|bleib* eingeloggt|bleibt eingeloggt|bleibt angemeldet',
  login:
    'anmeld*|einlogg*|login*|loggen|logge|anmeldung*|authentifizier*|einwähl*|reinkomm*|ein zu loggen|melden sich an|meldet sich an',
  signOut: 'abmeld*|ausloggen|logout|nach dem abmelden|nach dem ausloggen|nach dem logout|abmeldung',
  user: 'benutzer*|nutzer*|mitarbeiter*|user*|anwender*|leute|kollegen|neue kollegen|personen|konto|konten|angestellte*|beschäftigte*|kolleginnen',
  newUser:
    'mitarbeiter*|neue nutzer|neue benutzer|neue kollegen|neue leute|angestellte*|neue user|neue mitarbeiter*|beschaftigte*|neue personen|kollegen|neuen kollegen|neu eingestellte*',
  scim: '=scim|benutzerverzeichnis*|bereitstellung|verzeichnissync*|verzeichnisabgleich|provisionierung*|benutzersynchronisation|nutzersynchronisierung',
  provision:
    'provisionier*|synchronisier*|abgleich*|abgeglichen|angelegt|anlegen|übertrag*|bereitgestellt|importier*|übernommen|übernehm*|gesynct|gesynced',
  group: 'gruppe*|gruppenzugehörigkeit*|gruppenmitgliedschaft*|gruppensync*|abteilung*',
  groups: '=gruppen|gruppensync*|gruppenzugehorigkeit*|gruppensynchron*|gruppenmitgliedschaft*|gruppenabgleich*',
  role: 'rolle*|berechtigung*|rechte',
  push: 'zugewiesen|gepusht|zuordnung|gruppenzuordnung',
  webhook: 'webhook*|web hook*',
  event: 'ereignis*|benachrichtigung*|event*|endpunkt*|nutzlast',
  verification: 'verifizier*|überprüf*|prüfung*|validier*|signaturprüfung*|geprüft|signaturüberprüfung*',
  header: 'kopfzeile*|header*',
  host: 'hostname*|namensauflösung*|auflös*|dns|proxy|firewall',
  state: 'state fehlt',
  stateParameter: 'state parameter|state wert',
  sdk: 'methode|funktion|bibliothek|sdk',
  clock: 'uhr|uhrzeit|systemzeit|serverzeit|zeitabweichung',
  browserCode: 'browser|frontend|clientseitig',
  source: 'quellcode|quelltext|im code|hartkodiert|fest im code|repository|hardcodiert',
  app: 'anwendung|=app|system|seite|programm|software|datenbank|plattform',
  localhost: 'lokal|localhost|anderer port|anderen port',
  slash: 'schrägstrich*',

  mismatch:
    'stimmt nicht überein|stimmen nicht überein|nicht überein*|passt nicht|passen nicht|weicht ab|abweich*|unterschiedlich*|unterscheid*|verschieden*|anders|ungleich|übereinstimm* nicht|nicht identisch',
  refused:
    'nicht erlaubt|unzulässig*|abgelehnt|verweiger*|nicht zugelassen|nicht akzeptiert|abgewiesen|gesperrt|blockiert|nicht registriert|nicht eingetragen|nicht hinterlegt|zurückgewiesen|nicht freigegeben|nicht freigeschaltet|ablehn*|verboten',
  wrong:
    'falsch*|ungültig*|fehlerhaft*|inkorrekt*|nicht gültig|verkehrt*|vertauscht|nicht korrekt|nicht richtig|unbrauchbar|stimmt nicht|stimmen nicht',
  broken:
    'fehler*|fehlgeschlagen|schlägt fehl|schlagen fehl|fehlschlag*|scheiter*|kaputt|geht nicht|gehen nicht|funktioniert nicht|funktionieren nicht|klappt nicht|problem*|schief|defekt|absturz|stürzt ab|hängt|bricht ab|nix geht|geht nix|tut nicht|tut nix|spinnt|streikt|ärger|schlägt*',
  missing:
    'fehlt|fehlen|nicht gefunden|nicht vorhanden|existiert nicht|gibt es nicht|kein|keine|keinen|nicht konfiguriert|nicht eingerichtet|leer|nicht gesetzt|finde* nicht|verschwunden|unbekannt',
  notThere:
    'kommt nicht an|kommen nicht an|nicht angekommen|nicht an kommen|kommt nichts an|kommt keine|kommt kein|erhalte* kein*|bekomm* kein*|empfang* kein*|tauchen nicht auf|taucht nicht auf|erschein* nicht|nicht auf|nicht angelegt|nicht synchronisiert|nicht übertragen|nicht übernommen|nicht abgeglichen|nicht zugestellt|kein event|nie an|nicht provisioniert|nicht erstellt|werden nicht|wird nicht|nicht aufgerufen|nicht ausgelöst|nichts an|nicht sichtbar|nicht bei uns|nicht ankommen',
  disabled: 'deaktiviert|inaktiv|nicht aktiv|nicht aktiviert|ausgeschaltet|abgeschaltet|entwurf|nicht verifiziert',
  expired:
    'abgelaufen|läuft nach|laufen nach|läuft ständig ab|läuft sofort ab|läuft zu schnell ab|läuft schon|läuft ab|laufen ab|ablauf*|veraltet|verfallen|nicht mehr gültig|zu alt|abläuft',
  tooSoon:
    'zu schnell|zu früh|zu kurz|viel zu|nach kurzer zeit|ständig|dauernd|andauernd|plötzlich|vorzeitig|sofort|zu oft|immerzu|mitten in|bei der arbeit|inaktivität|ziemlich schnell|so schnell|immer',
  duration: 'minute*|stunde*|sekunden|jeden tag|täglich|paar minuten',
  again: 'wieder|immer wieder|erneut|jedes mal|jedesmal|ständig|dauernd|mehrmals|nochmal|schleife|alle',
  reused:
    'zweimal|schon benutzt|bereits verwendet|bereits benutzt|nur einmal|beim zweiten mal|zweiten mal|einmal|gleichzeitig|widerrufen|verbraucht|wiederverwendet|parallel',
  changed: 'geändert|getauscht|erneuert|ausgetauscht|gewechselt|rotiert|neues zertifikat',
  unknown: 'unbekannt*|kennt nicht|nicht bekannt|nicht erkannt',
  removed: 'gelöscht|entfernt|ausgeschieden*|gekündigt|ehemalige*|verlassen|deaktivierte*',
  still: 'noch|immer noch|trotzdem|weiterhin|gleich wieder|sofort wieder|automatisch wieder|direkt wieder',
  notAFunction:
    'keine funktion|gibt es nicht|nicht definiert|methode nicht gefunden|funktion nicht gefunden|methode existiert nicht|funktion existiert nicht|methode fehlt|unbekannte methode|unbekannte funktion',
  unverified: 'nur dekodier*|nicht geprüft|nicht verifiziert|ungeprüft|nicht überprüft',
  ignored: 'ignorier*|nicht ausgewertet|nicht gelesen|weiße seite|leere seite|nicht behandelt',
  exposed: 'sichtbar|öffentlich|liegt im|steht im|gespeichert|speicher*',

  work: 'funktionier*|klappt|läuft|geht|klappen|gehen|problemlos|einwandfrei|in ordnung|erfolgreich|gut',
  match: 'stimmt überein|überein*|passt|passen|gleich|identisch',
  accept: 'erlaubt|akzeptier*|zugelassen|registriert|eingetragen|hinterlegt|freigegeben|erkennt|erkannt|angenommen',
  exist: 'vorhanden|existier*|gefunden|finden|findet|gibt|konfiguriert|eingerichtet|hat',
  arrive:
    'ankomm*|angekommen|kommt an|kommen an|kommt|kommen|erschein*|auftauch*|taucht|tauchen|erhalt*|empfang*|bekomm*|angelegt|synchronisiert|synchronisieren|übertragen|übernommen|zugestellt|ausgelöst|aufgerufen|erstellt|sichtbar|da|mitgenommen|ankommt',
  verify: 'verifizier*|überprüft|validiert|bestätigt',
  renew: 'erneuer*|aktualisier*|auffrischen|verlängert|verlängern',
  enabled: 'aktiv|aktiviert|eingeschaltet|freigeschaltet',
  valid: 'gültig|korrekt|richtig|bekannt',
  able: 'kann|können|könnt|möglich|lässt sich',
  ends: 'beendet|wirklich abgemeldet|endet|richtig abgemeldet',
  not: '=nicht|=kein|=keine|=keinen|=keiner|=keinem|=nie|=niemals|=nix|=nichts|=niemand|ohne|nirgends|=weder',
  elsewhere:
    'kuchen|rezept|backen|drucker|rechnung*|kreditkarte*|kartenzahlung|zahlung*|wetter|mehl|datenbankverbindung|=bahn|urlaub|spiel*|reisepass|führerschein|bankkonto|schule|fitnessstudio|versicherung',
};
