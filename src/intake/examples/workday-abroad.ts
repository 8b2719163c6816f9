/** The same in other languages: one example a line. */
export const workdayAbroad = `
Die neue Kollegin bekommt morgen ihren Schreibtisch
Mitarbeiter des Monats wurde gewählt
Die Gruppe trifft sich am Bahnhof
Rollen beim Theaterstück sind verteilt
Der Schlüssel zum Keller fehlt
Die Sitzung des Gemeinderats dauert zu lange
Der Ausweis ist abgelaufen
Die Bescheinigung ist ungültig
Meine Unterschrift fehlt auf dem Antrag
Die Verbindung nach Köln fällt aus
Der Termin wurde verschoben
Die Lieferung kommt nicht an
Das Ereignis wurde im Radio gemeldet
Die Uhr geht falsch
Der Kunde ist unzufrieden mit der Farbe
Die Adresse auf dem Umschlag ist falsch
Der Vertrag endet im März
Die Kaffeemaschine geht alle fünf Minuten aus
Das Passwort für das WLAN hängt am Kühlschrank
los nuevos empleados reciben una camiseta
el grupo de teatro ensaya los martes
la sesión de fotos se canceló
la firma del contrato es mañana
el certificado médico caducó
la llave de la casa no abre
el pedido no llega
el evento es en la plaza
la dirección del sobre está mal
la conexión del tren se perdió
el reloj está atrasado
hay que renovar el pasaporte
新しい社員の机を用意する
グループで旅行に行く
契約書に署名がない
証明書を市役所でもらう
会議が五分で終わった
荷物が届かない
時計が遅れている
イベントは中止になった
naya employee kal aayega office me
group me photo daal do
contract pe sign nahi hua
passport expire ho gaya
order abhi tak nahi aaya
ghadi band pad gayi
event cancel ho gaya
bus ka connection chhoot gaya
les nouveaux employés visitent l'usine
le groupe de musique joue ce soir
la signature du bail est demain
o grupo de corrida se encontra no parque
o certificado do curso chegou
`;
