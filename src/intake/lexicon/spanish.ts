/** Spanish, with and without accents. */
import type { Lexicon } from './concepts.ts';

export const spanish: Lexicon = {
  redirectUri:
    'url de redireccion*|uri de redireccion*|url de retorno|uri de retorno|url de callback|uri de callback|url de vuelta|direccion de retorno|direccion de redireccion|direccion de callback|url de respuesta|url de devolucion|redirect uri|redirect url|callback url|url de redirect|enlace de retorno|la url de regreso|direccion a la que vuelve*|url a la que vuelve*|direccion de regreso|url de regreso|direccion de vuelta|url de redireccionamiento*|uri de redireccionamiento*|enlace de redireccion|ruta de callback|direccion a la que regres*|url permitida*|urls permitidas|url registrada|url autorizada*',
  redirect:
    'redirec*|redirig*|callback|retorno|devolucion de llamada|reenvi*|redireccion*|reenvio|callback*|me devuelve*|volver a la app',
  goBack:
    'despues de iniciar sesion|despues del login|al volver|vuelve a|regresa a|me manda a|me devuelve|nos manda|despues de entrar|tras iniciar sesion|tras el login|despues del inicio de sesion|volver a mi app|volver a la aplicacion|regresar a|despues de loguear*|al regresar|vuelta a la app',
  client:
    'client id|client secret|id de cliente|id del cliente|secreto de cliente|secreto del cliente|credencial*|clave de api|clave secreta|claves de api|clave del cliente|api key|llave secreta|credenciales de cliente|credenciales de la api|credenciales del cliente|clave secreta del cliente|id de la aplicacion|secreto de la aplicacion|credenciales de produccion|credenciales de desarrollo|llaves de desarrollo|llaves de produccion|autenticacion del cliente|clientid',
  secret: 'secreto*|secret|clave*',
  environment: 'entorno*|ambiente*|produccion|desarrollo|url del entorno|entorno de pruebas|pruebas|staging|=dev',
  variable: 'variable* de entorno|archivo env|fichero env',
  token: 'token*|testigo|jwt|token de acceso|tokens|ficha de acceso',
  idToken: 'id token|token de id*|token de identidad',
  refresh: 'refresc*|renov*|refresh*|actualiz*|nuevo token|renovacion|refrescar*|prolong*|extender la sesion',
  refreshToken: 'refresh token*|token de refresco|token de actualizacion|token de renovacion|token de refresh',
  authCode:
    'codigo de autorizacion|intercambi* codigo|canje* codigo|codigo de acceso|codigo de autorización|codigo de login|code verifier|intercambio de codigo|cambiar el codigo',
  sso: '=sso|inicio de sesion unico|inicio unico|login empresarial|single sign on|sso empresarial|inicio de sesion corporativo|login corporativo|cuenta corporativa|cuenta de empresa|acceso unico',
  connection: 'conexion*|conexion sso|conexion con okta|conexion del cliente',
  organization: 'organizacion*|empresa*|cliente*|inquilino|compania|id de organizacion|id de la organizacion|cuenta del cliente',
  domain: 'dominio*|correo*|dominio de correo|correo electronico|email',
  saml: 'saml*|asercion saml|respuesta saml',
  assertion: 'asercion*|aserto*|respuesta de saml|mensaje saml',
  certificate: 'certificado*|certificado de firma|cert|x509|clave de firma',
  signature: 'firma*|firmado*|firmas|hmac|hash|suma de verificacion',
  party:
    'entity id|id de entidad|audiencia|emisor|destinatario|metadatos|acs|entityid|identificador de entidad|url acs|url de sso|destino',
  attribute: 'atributo*|mapeo*|atributo de correo|claims|campo*',
  idp: 'proveedor de identidad*|okta|entra|azure|idp|google workspace|onelogin|proveedor identidad|microsoft entra|directorio activo|active directory|=ad|=adfs',
  tile: 'mosaico*|icono de okta|panel de okta|tablero de okta|portal de okta|dashboard de okta|icono de la app|portal de aplicaciones|mis aplicaciones|icono de la aplicacion|icono en okta|icono de azure|aplicacion en okta|portal de microsoft|portal de la empresa|panel de aplicaciones|tarjeta de okta|icono en el portal|tablero de aplicaciones|mis apps|lanzador|portal corporativo',
  fromIdp:
    'desde okta|desde el idp|desde el portal|desde azure|desde entra|desde el proveedor|desde el panel|desde su panel|desde onelogin|desde google|desde microsoft|desde su portal|desde el tablero|desde el icono|lado del idp|lado del proveedor|a traves del portal|entra por okta',
  initiated:
    'iniciado por el idp|iniciada por el idp|iniciado por el proveedor|iniciado desde el idp|iniciado en el idp|idp initiated|iniciado por idp|iniciada desde el idp|iniciado por el proveedor de identidad|iniciado desde okta|iniciada por el proveedor|iniciado en okta|no solicitad*',
  session: 'sesion*|sesion|duracion de la sesion|tiempo de sesion|tiempo de inactividad',
  cookie: 'cookie*|galleta*',
  thrownOut:
    'cierra la sesion|cierra sesion|se cierra|se les cierra|me saca|nos saca|los saca|expuls*|desconect*|desloguea*|me bota|los bota|nos bota|saca a los usuarios|volver a iniciar sesion|iniciar sesion de nuevo|iniciar sesion otra vez|loguearse otra vez|volver a entrar|volver a loguearse|entrar de nuevo|me echa|nos echa|los echa|echa a los|pide iniciar sesion|iniciar sesion cada|pide login|se desloguean|entrar otra vez|bota a los|cierra sola|cierran sola|se les cierra la sesion|me cierra la sesion|nos cierra la sesion|se me cierra|cierra sesion sola|se salen|te saca|saca de la app|me desconecta|se desconecta*|pide login otra vez|pedir login|vuelve al login|manda al login|regresa al login|iniciar otra vez|loguearme|loguearse de nuevo|deslogue*|iniciar sesion a cada|iniciar sesion todo|autenticarse de nuevo|autenticarse otra vez|cerrada la sesion|volver a iniciar|volver a autenticar*',
  stayIn:
    'mantener la sesion|mantiene la sesion|mantiene iniciada|permanec* conectado*|seguir conectado*|recordar la sesion|recordarme|se mantiene la sesion|no dura la sesion|mantenerse conectad*',
  login:
    'login|iniciar sesion|inicio de sesion|inicia sesion|inician sesion|loguear*|logue*|acceder|autentic*|ingresar|entrar|acceso|conectarse|iniciar la sesion|ingreso|ingresan|accede*|entran|sesion iniciada|autenticacion|sign in|entra a la app',
  signOut:
    'cerrar sesion|cerrar la sesion|cierre de sesion|logout|al salir|hago logout|despues de cerrar sesion|desloguearse|cierro sesion|cerrar sesión|cierra sesion y|cierran sesion|boton de salir|salir|salgo|deslogueo|cuando cierro|al cerrar sesion',
  user: 'usuario*|emplead*|trabajador*|persona*|nuevos empleados|cuenta*|gente|miembros|colaborador*|companero*|usuarias|alguien|compañeros|integrantes|personal|colegas',
  newUser:
    'emplead*|trabajador*|nuevos usuarios|nuevo usuario|colaborador*|nuevas personas|gente nueva|companeros nuevos|nuevos miembros|personal nuevo|nuevos empleados|empleados nuevos|usuarios nuevos|nuevas cuentas|nuevos ingresos|usuarios asignados|personas asignadas',
  scim: '=scim|directorio de usuarios|aprovisionamiento|sincronizacion de usuarios|provisionamiento|sincronizacion de directorio|provision de usuarios|provisionamiento de usuarios|sincronizacion del directorio|token scim|conector scim',
  provision:
    'aprovision*|provision*|sincroniz*|import*|dar* de alta|dados de alta|se dan de alta|se crea*|crean|creacion|alta|altas|baja|bajas|provisiona*|desaprovision*|sincroniza*',
  group: 'grupo*|equipos|departamento*|grupos|equipo|area*',
  groups: '=grupos|sincronizacion de grupos',
  role: 'rol|roles|permiso*|permisos|privilegio*',
  push: 'asignad*|asigne*|asigna*|mapeo de grupos|asignacion*|empujar grupos|push groups|anidad*',
  webhook: 'webhook*|web hook*|webhooks|notificacion webhook',
  event: 'evento*|notificacion*|endpoint|aviso*|entrega*|mensajes de scalekit|llamada*|hooks|peticiones',
  verification: 'verific*|validacion|valid*|comprobacion*|comprob*|verificacion*|validar|validacion*|verificar|comprobar|chequeo',
  header: 'cabecera*|encabezado*',
  host: 'dns|nombre de host|resolver el nombre|resolver el host|resuelve el|servidor proxy|cortafuegos|proxy|host|resolver|resuelve|resolucion*|nombre del host|nombre de dominio|certificado autofirmado|autofirmad*|tls|ssl|firewall|no alcanzable|inaccesible',
  state: 'state|csrf|parametro state',
  stateParameter: 'parametro state',
  sdk: 'metodo|funcion|libreria|biblioteca|sdk',
  clock: 'reloj|hora del servidor|hora del sistema|relojes|desfase|desfasad*',
  browserCode: 'navegador|frontend|en el navegador|cliente web|javascript|bundle',
  source: 'codigo fuente|en el codigo|repositorio|incrustad*|repo|en git|github|commit*|hardcodead*|en duro|quemad*',
  app: 'aplicacion|=app|sistema|plataforma|nuestra app|base de datos|sitio|web',
  localhost: 'localhost|en local|otro puerto|puerto',
  slash: 'barra final|barra al final',

  mismatch:
    'no coincid*|no es la misma|no es el mismo|no son los mismos|no son las mismas|no concuerd*|no concuerda|no cuadra*|diferente*|distint*|discrepan*|no corresponde|no es igual|no encaja|no son iguales|desajuste|no encajan|no es lo mismo|discrepancia*|otra distinta|difier*',
  refused:
    'no permit*|no esta permitid*|rechaz*|deneg*|no autoriz*|no acept*|bloque*|prohib*|no esta registrad*|no registrad*|no admit*|niega|no esta en la lista|no deja*|no dada de alta|no esta dada|no esta dado|no dado de alta|no esta autorizad*|no esta acept*|no lo acepta|no la acepta|se queja|no figura|no valida|no lo reconoce|no la reconoce|negad*|no soport*|no es aceptad*|no esta en lista',
  wrong:
    'incorrect*|inval*|equivocad*|erron*|mal|errone*|no valid*|no es valid*|no son valid*|no reconoc*|malo|mala|mal escrit*|mal configurad*|mal puest*|error tipografico|otro entorno|entorno equivocado|entorno incorrecto|no corresponde al entorno|corrupt*',
  broken:
    'falla*|fallo*|error*|no funciona*|no sirve*|no va|no anda|roto|rota|problema*|se rompe|no jala|da fallo|falle|no marcha|no tira|se cae|no furula|no func*|se queda colgad*|revienta|peta|no puedo|no podemos|no pueden|no se puede|no logr*|no consig*|pantalla en blanco|pagina en blanco|pantalla blanca|se cuelga|falla|fallando|no responde|imposible|no me deja|no nos deja|no les deja|solo funciona*|funciona solo',
  missing:
    'no encontr*|no se encuentra|no encuentra|falta*|no existe*|no hay|ausente*|vaci*|no aparece|sin configurar|no configurad*|no esta configurad*|no tengo|no tiene|indefinid*|nulo|desconocid*|no viene|ninguna|ningun|perdid*|sin organizacion|no devuelve|no trae|no incluye|no envia|no configurada|no habia|se perdio|undefined',
  notThere:
    'no llega*|no recib*|no aparec*|no se crea*|no se sincroniz*|no sincroniz*|no se aprovision*|nunca llega*|nunca aparec*|no se ven|no se import*|no se provision*|no entran|no salen|no se envia*|no me llega*|no nos llega*|no estan llegando|no dispara*|no se dispara*|no se refleja*|no pasan|no se dan de alta|no llego|no se actualiz*|no son creados|ningun evento|ningun webhook|ningun usuario|ninguna notificacion|dejaron de llegar|dejo de llegar|ya no llegan|ya no llega|no esta llegando|no nos llegan|no nos llega|no cambia*|no se actualiza*|no se entreg*|no recibo|no recibimos|nunca recib*|no se envian|no se crean|no se sincronizan|no se importan|no se borran|no se eliminan|no se agreg*|no trae a nadie|no aparece nadie|se saltan|omitid*|sin llegar|vacios|vacias|no le llega',
  disabled:
    'desactivad*|deshabilitad*|inactiv*|no activ*|apagad*|no esta activ*|no esta habilitad*|borrador|no verificad*|sin verificar|pausad*|en cuarentena|cuarentena|no terminad*|incomplet*|suspendid*|no esta encendid*',
  expired:
    'expir*|caduc*|venci*|vence|no vigente|vencid*|ha caducado|caducan|demasiado viej*|antigu*|vencer|se vencio|esta vencid*|expirado|caduca|se acabo|ya no es valid*|ya no vale',
  tooSoon:
    'demasiado rapido|muy rapido|demasiado pronto|muy pronto|enseguida|a cada rato|de repente|cada rato|constantemente|en seguida|rapidamente|muy cort*|demasiado cort*|muy poco|poco tiempo|todo el tiempo|cada poco|continuamente|al rato|dura poco|inactividad|solo|a cada momento|cada dos por tres|cada pocos|muy seguido|sin motivo|sin razon|por si sola|sola|se cierra sola|de la nada|de golpe|inesperad*|a los pocos|a los cinco|despues de almorzar|de un dia para otro',
  duration: 'minuto*|hora*|segundo*|cada hora|cada dia|min|mins|diari*|todos los dias|cada manana',
  again:
    'otra vez|de nuevo|una y otra vez|cada vez|repetid*|siempre|cada|continuamente|bucle|todo el rato|varias veces|vuelve a|volver a|nuevamente|a cada momento|repite|repiten|todo el tiempo|en bucle|constante*',
  reused:
    'dos veces|ya usado|ya utilizad*|ya fue usad*|ya se uso|una sola vez|solo una vez|segunda vez|revocad*|a la vez|al mismo tiempo|reutiliz*|una vez|la primera vez|ya estaba usad*|ya usada|mas de una vez|segunda|recargar la pagina|dos pestanas|dos procesos|simultane*|en paralelo|primera vez',
  changed:
    'cambi*|renovad*|rotad*|reemplaz*|nuevo certificado|actualizo el certificado|actualizaron|roto el|rotamos|renovo|renovaron|nueva clave|nuevo secreto|migramos|movimos',
  unknown: 'desconocid*|no reconoc*|no conoce',
  removed:
    'eliminad*|borrad*|dad* de baja|despedid*|se fueron|ex empleados|desactivad*|quitad*|ex empleado*|ya no trabaja*|dimos de baja|dados de baja|despedidos|salieron',
  still:
    'todavia|aun|sigue*|siguen|igual|automaticamente|vuelve a entrar|entra solo|sin pedir|no me pide la contrasena|no pide la contrasena|no pide contrasena|sin contrasena|mismo usuario|entra directo|entro directo|entra directamente|sigue conectad*|siguen teniendo|sigue abierta|sigue viva|sigue activa|conserva*|entra de nuevo|no cierra del todo|no cierra la sesion|sigo conectado|sigo logueado|sigo dentro|sigo adentro|seguimos conectados|ni me pide|ni pide|sin pedirme|no pide nada|sin volver a pedir',
  notAFunction:
    'no es una funcion|no existe el metodo|metodo no existe|funcion no existe|no existe la funcion|no tiene el metodo|no tiene atributo|no esta definid*',
  unverified:
    'solo decodific*|sin verificar|no verific*|sin comprobar|sin validar|no verificamos|no validamos|no comprobamos|no comparamos|sin verificacion|solo leemos|sin comprobar la firma|solo lo decodifica*',
  ignored:
    'ignora*|pagina en blanco|no se lee|no se maneja|se queda cargando|cargando|pantalla en blanco|en blanco|no muestra*|sin mensaje|no leemos',
  exposed:
    'visible*|expuest*|guardad*|guarda|guardamos|almacen*|filtrad*|publicad*|subid*|a la vista|queda en|quedan en|en los logs',

  work: 'funciona*|sirve|va bien|bien|correctamente|anda|sin problemas|perfectamente|jala|ok',
  match: 'coincid*|concuerd*|igual*|cuadra*',
  accept: 'acept*|permit*|registrad*|autoriz*|reconoc*|admit*',
  exist: 'existe*|encuentr*|encontr*|hay|tiene|tengo|configurad*|devuelve|viene|incluye|trae|figura*',
  arrive:
    'llega*|recib*|aparec*|crea*|sincroniz*|entra*|se ven|salen|aprovision*|refleja*|dispara*|llegan|dan de alta|pasan|import*|cambia*|actualiza*|entreg*|envia*|agreg*|se crean|traen|trae',
  verify: 'verific*|valid*|comprueb*',
  renew: 'refresc*|renov*|actualiz*',
  enabled: 'activ*|habilitad*|activad*',
  valid: 'valid*|correct*|vigente',
  able: 'puede*|puedo|podemos|poder|logra*|logro|pueden|deja|consig*|se puede|pueda|permite|consigue*|logran',
  ends: 'termina|cierra del todo|cierra de verdad|cierra realmente|cierra completamente',
  not: '=no|=nunca|=sin|=ningun|=ninguna|=nada|=nadie|jamas|tampoco|=ni',
  elsewhere:
    'tarjeta*|pago*|pastel*|receta*|harina|horno|impresora*|factura*|clima|vuelo*|juego*|compra*|base de datos|banco|pasaporte|gimnasio|colegio|escuela|pan|cocina*|seguro medico|tabla|tablas|pedido*|paquete*|envio de paquete|contrasena olvidada|videojuego*|peliculas|hotel',
  eventItself: 'evento*',
  endpoint: 'endpoint*|nuestro servidor|nuestro backend|nuestra api|produccion|punto de conexion',
  icon: 'icono*|=logo',
  directory: 'directorio*',
  both: 'usuarios y grupos|grupos y usuarios|ni usuarios ni grupos|usuarios ni grupos',
  rawBody: 'cuerpo crudo|cuerpo sin procesar|cuerpo de la peticion|body crudo|raw body|parsead*',
  mcp: 'mcp|servidor mcp|cliente mcp',
  sdkNamed: 'sdk|la documentacion|la guia|libreria|la docu',
  url: 'en la url|barra de direcciones|query string|en los logs|en los registros|historial',
  localStorage: 'localstorage|local storage|almacenamiento local',
  request: 'cada peticion|cada solicitud|cada llamada|por peticion|cada request|por request',
  newClient:
    'nuevo cliente scalekit|nuevo scalekit*|instanci*|nueva instancia|creamos un cliente|crear el cliente|crea un cliente|cliente nuevo',
  cancelled: 'cancel*|no da consentimiento|rechaza el consentimiento|abandona*',
  errorParameter: 'parametro error|parametro de error|error en el callback',
  postLogout: 'url de cierre de sesion|url de salida|url de logout|post logout*|redireccion de logout|despues de salir',
  tooMany: 'demasiadas peticiones|demasiadas solicitudes|limite de peticiones|rate limit',
  selector: 'selector*',
  unauthorized: 'no autorizado|sin autorizacion|sin permiso',
  needed: 'como|que hago|necesito|debo|donde|hace falta|tengo que',
  organizationId: 'id de organizacion|id de la organizacion|organization id',
};
