/** Everyday sentences with our words in other meanings, in several languages: one example a line. */
export const everyday = `
our band's group rehearsal was moved
the study group does not meet any more
the role of the king was played badly
I never received my certificate of attendance
the event on friday is not happening
nobody came to the event
the training session ended too early
my therapy session was too short
the signature on the contract is missing
the bank rejected my signature
the key does not fit the lock
the connection flight was cancelled
my train connection was missed
the company directory on the wall is outdated
tokens for the laundry machine are gone
the arcade does not accept my token
the passport has expired
my driving licence is no longer valid
provision of drinking water failed
the user manual is missing
two people were thrown out of the pub
he signed out a book from the library
I cannot find my hotel reservation
the delivery guy never showed up
hook on the door is broken
the state of the road is bad
the audience did not like the show
the issuer of my credit card
we assigned seats and nobody sat there
the newsletter is not sent
my playlist does not sync with my watch
contacts do not sync between phone and car
my calendar invitations do not arrive
the smart lock app logs nothing
die Gruppe fährt nicht mehr mit
unsere Wandergruppe trifft sich im Juni
die Rolle wurde neu besetzt
das Ereignis fand nicht statt
die Veranstaltung fällt aus
meine Unterschrift fehlt auf dem Vertrag
der Ausweis ist abgelaufen
das Zertifikat vom Sprachkurs kam nie an
der Anschlusszug war weg
die Verbindung nach Hamburg fällt aus
der Schlüssel passt nicht
das Paket wurde nicht zugestellt
die Sitzung des Gemeinderats dauerte zu lang
el grupo de música ya no toca
el evento se canceló por la lluvia
mi certificado de nacimiento no llega
la firma del contrato falta
la llave no abre la puerta
el papel del actor era malo
se perdió la conexión del vuelo
la sesión de yoga terminó antes
el pasaporte está vencido
le groupe ne joue plus
l'événement est annulé
le certificat médical a expiré
la clé ne rentre pas dans la serrure
la séance de cinéma était trop courte
o grupo não se reúne mais
o evento foi cancelado
a chave não abre a porta
バンドのグループが解散した
イベントが中止になった
鍵が合わない
社員旅行のグループ分けが決まらない
アイドルグループのメンバーが脱退した
イベントのチケットが届かない
会議の通知を忘れた
祭りのイベントは雨で延期です
卒業証明書が届かない
活动取消了
小组不再见面
证书还没寄到
group ki meeting nahi ho rahi
event cancel ho gaya
chaabi nahi lag rahi
mera passport expire ho gaya
`;
