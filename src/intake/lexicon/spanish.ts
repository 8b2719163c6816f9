/** Spanish, with and without accents. */
import type { Lexicon } from './concepts.ts';

export const spanish: Lexicon = {
  redirectUri:
    'url de redireccion*|uri de redireccion*|url de retorno|uri de retorno|url de callback|uri de callback|url de vuelta|direccion de retorno|direccion de redireccion|direccion de callback|url de respuesta|url de devolucion|redirect uri|redirect url|callback url|url de redirect|enlace de retorno|la url de regreso|direccion a la que vuelve*|url a la que vuelve*|direccion de regreso|url de regreso',
  redirect: 'redirec*|redirig*|callback|retorno|devolucion de llamada|reenvi*',
  goBack:
    'despues de iniciar sesion|despues del login|al volver|vuelve a|regresa a|me manda a|me devuelve|nos manda|despues de entrar|tras iniciar sesion|tras el login',
  client:
    'client id|client secret|id de cliente|id del cliente|secreto de cliente|secreto del cliente|credencial*|clave de api|clave secreta|claves de api|clave del cliente|api key|llave secreta',
  secret: 'secreto*|secret|clave*',
  environment: 'entorno*|ambiente*|produccion|desarrollo|url del entorno',
  variable: 'variable* de entorno|archivo env|fichero env',
  token: 'token*|testigo|jwt',
  idToken: 'id token|token de id*|token de identidad',
  refresh: 'refresc*|renov*|refresh*|actualiz*',
  refreshToken: 'refresh token*|token de refresco|token de actualizacion|token de renovacion|token de refresh',
  authCode: 'codigo de autorizacion|intercambi* codigo|canje* codigo|codigo de acceso',
  sso: '=sso|inicio de sesion unico|inicio unico|login empresarial|single sign on',
  connection: 'conexion*|conexion sso',
  organization: 'organizacion*|empresa*|cliente*|inquilino|compania',
  domain: 'dominio*|correo*',
  saml: 'saml*|asercion saml|respuesta saml',
  assertion: 'asercion*|aserto*',
  certificate: 'certificado*',
  signature: 'firma*|firmado*',
  party: 'entity id|id de entidad|audiencia|emisor|destinatario|metadatos|acs',
  attribute: 'atributo*|mapeo*',
  idp: 'proveedor de identidad*|okta|entra|azure|idp|google workspace|onelogin',
  tile: 'mosaico*|icono de okta|panel de okta|tablero de okta|portal de okta|dashboard de okta|icono de la app|portal de aplicaciones|mis aplicaciones|icono de la aplicacion|icono en okta|icono de azure|aplicacion en okta',
  fromIdp:
    'desde okta|desde el idp|desde el portal|desde azure|desde entra|desde el proveedor|desde el panel|desde su panel|desde onelogin|desde google',
  initiated:
    'iniciado por el idp|iniciada por el idp|iniciado por el proveedor|iniciado desde el idp|iniciado en el idp|idp initiated|iniciado por idp|iniciada desde el idp',
  session: 'sesion*',
  cookie: 'cookie*|galleta*',
  thrownOut:
    'cierra la sesion|cierra sesion|se cierra|se les cierra|me saca|nos saca|los saca|expuls*|desconect*|desloguea*|me bota|los bota|nos bota|saca a los usuarios|volver a iniciar sesion|iniciar sesion de nuevo|iniciar sesion otra vez|loguearse otra vez|volver a entrar|volver a loguearse|entrar de nuevo|me echa|nos echa|los echa|echa a los|pide iniciar sesion|iniciar sesion cada|pide login|se desloguean|entrar otra vez|bota a los',
  stayIn: 'mantener la sesion|mantiene la sesion|mantiene iniciada|permanec* conectado*|seguir conectado*',
  login:
    'login|iniciar sesion|inicio de sesion|inicia sesion|inician sesion|loguear*|logue*|acceder|autentic*|ingresar|entrar|acceso|conectarse|iniciar la sesion',
  signOut: 'cerrar sesion|cerrar la sesion|cierre de sesion|logout|al salir|hago logout|despues de cerrar sesion|desloguearse',
  user: 'usuario*|emplead*|trabajador*|persona*|nuevos empleados|cuenta*|gente|miembros|colaborador*|companero*',
  newUser:
    'emplead*|trabajador*|nuevos usuarios|nuevo usuario|colaborador*|nuevas personas|gente nueva|companeros nuevos|nuevos miembros|personal nuevo',
  scim: '=scim|directorio de usuarios|aprovisionamiento|sincronizacion de usuarios|provisionamiento|sincronizacion de directorio',
  provision: 'aprovision*|provision*|sincroniz*|import*|dar* de alta|dados de alta|se dan de alta|se crea*|crean',
  group: 'grupo*|equipos|departamento*',
  groups: '=grupos|sincronizacion de grupos',
  role: 'rol|roles|permiso*',
  push: 'asignad*|asigne*|asigna*|mapeo de grupos',
  webhook: 'webhook*|web hook*',
  event: 'evento*|notificacion*|endpoint|aviso*',
  verification: 'verific*|validacion|valid*|comprobacion*|comprob*',
  header: 'cabecera*|encabezado*',
  host: 'dns|nombre de host|resolver el nombre|resolver el host|resuelve el|servidor proxy|cortafuegos|proxy',
  state: 'state',
  stateParameter: 'parametro state',
  sdk: 'metodo|funcion|libreria|biblioteca|sdk',
  clock: 'reloj|hora del servidor|hora del sistema',
  browserCode: 'navegador|frontend',
  source: 'codigo fuente|en el codigo|repositorio|incrustad*',
  app: 'aplicacion|=app|sistema|plataforma|nuestra app|base de datos|sitio|web',
  localhost: 'localhost|en local|otro puerto|puerto',
  slash: 'barra final|barra al final',

  mismatch:
    'no coincid*|no es la misma|no es el mismo|no son los mismos|no son las mismas|no concuerd*|no concuerda|no cuadra*|diferente*|distint*|discrepan*|no corresponde|no es igual|no encaja|no son iguales|desajuste',
  refused:
    'no permit*|no esta permitid*|rechaz*|deneg*|no autoriz*|no acept*|bloque*|prohib*|no esta registrad*|no registrad*|no admit*|niega|no esta en la lista',
  wrong: 'incorrect*|inval*|equivocad*|erron*|mal|errone*|no valid*|no es valid*|no son valid*|no reconoc*|malo|mala|mal escrit*',
  broken:
    'falla*|fallo*|error*|no funciona*|no sirve*|no va|no anda|roto|rota|problema*|se rompe|no jala|da fallo|falle|no marcha|no tira|se cae|no furula|no func*|se queda colgad*',
  missing:
    'no encontr*|no se encuentra|no encuentra|falta*|no existe*|no hay|ausente*|vaci*|no aparece|sin configurar|no configurad*|no esta configurad*|no tengo|no tiene|indefinid*|nulo|desconocid*|no viene|ninguna|ningun|perdid*',
  notThere:
    'no llega*|no recib*|no aparec*|no se crea*|no se sincroniz*|no sincroniz*|no se aprovision*|nunca llega*|nunca aparec*|no se ven|no se import*|no se provision*|no entran|no salen|no se envia*|no me llega*|no nos llega*|no estan llegando|no dispara*|no se dispara*|no se refleja*|no pasan|no se dan de alta|no llego|no se actualiz*|no son creados',
  disabled:
    'desactivad*|deshabilitad*|inactiv*|no activ*|apagad*|no esta activ*|no esta habilitad*|borrador|no verificad*|sin verificar',
  expired: 'expir*|caduc*|venci*|vence|no vigente|vencid*|ha caducado|caducan|demasiado viej*|antigu*',
  tooSoon:
    'demasiado rapido|muy rapido|demasiado pronto|muy pronto|enseguida|a cada rato|de repente|cada rato|constantemente|en seguida|rapidamente|muy cort*|demasiado cort*|muy poco|poco tiempo|todo el tiempo|cada poco|continuamente|al rato|dura poco|inactividad|solo',
  duration: 'minuto*|hora*|segundo*|cada hora|cada dia',
  again: 'otra vez|de nuevo|una y otra vez|cada vez|repetid*|siempre|cada|continuamente|bucle|todo el rato|varias veces',
  reused:
    'dos veces|ya usado|ya utilizad*|ya fue usad*|ya se uso|una sola vez|solo una vez|segunda vez|revocad*|a la vez|al mismo tiempo|reutiliz*|una vez|la primera vez',
  changed: 'cambi*|renovad*|rotad*|reemplaz*|nuevo certificado',
  unknown: 'desconocid*|no reconoc*|no conoce',
  removed: 'eliminad*|borrad*|dad* de baja|despedid*|se fueron|ex empleados|desactivad*|quitad*',
  still: 'todavia|aun|sigue*|siguen|igual|automaticamente|vuelve a entrar|entra solo|sin pedir',
  notAFunction:
    'no es una funcion|no existe el metodo|metodo no existe|funcion no existe|no existe la funcion|no tiene el metodo|no tiene atributo|no esta definid*',
  unverified: 'solo decodific*|sin verificar|no verific*|sin comprobar|sin validar',
  ignored: 'ignora*|pagina en blanco|no se lee|no se maneja',
  exposed: 'visible*|expuest*|guardad*|guarda|guardamos|almacen*',

  work: 'funciona*|sirve|va bien|bien|correctamente|anda|sin problemas|perfectamente|jala|ok',
  match: 'coincid*|concuerd*|igual*|cuadra*',
  accept: 'acept*|permit*|registrad*|autoriz*|reconoc*|admit*',
  exist: 'existe*|encuentr*|encontr*|hay|tiene|tengo|configurad*|devuelve|viene',
  arrive:
    'llega*|recib*|aparec*|crea*|sincroniz*|entra*|se ven|salen|aprovision*|refleja*|dispara*|llegan|dan de alta|pasan|import*',
  verify: 'verific*|valid*|comprueb*',
  renew: 'refresc*|renov*|actualiz*',
  enabled: 'activ*|habilitad*|activad*',
  valid: 'valid*|correct*|vigente',
  able: 'puede*|puedo|podemos|poder|logra*|logro|pueden|deja|consig*',
  ends: 'termina|cierra del todo|cierra de verdad|cierra realmente|cierra completamente',
  not: '=no|=nunca|=sin|=ningun|=ninguna|=nada|=nadie|jamas|tampoco|=ni',
  elsewhere:
    'tarjeta*|pago*|pastel*|receta*|harina|horno|impresora*|factura*|clima|vuelo*|juego*|compra*|base de datos|banco|pasaporte|gimnasio|colegio|escuela|pan|cocina*|seguro medico',
};
