<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AccountColumns</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
</context>
<context>
    <name>AccountDrawer</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Erneut anmelden</translation>
    </message>
    <message>
        <source>Warn me…</source>
        <translation>Warnen…</translation>
    </message>
    <message>
        <source>Set its end…</source>
        <translation>Ende setzen…</translation>
    </message>
    <message>
        <source>Its activity</source>
        <translation>Aktivität dazu</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Replace the key…</source>
        <translation>Schlüssel ersetzen…</translation>
    </message>
</context>
<context>
    <name>AccountList</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
</context>
<context>
    <name>AccountMenu</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Erneut anmelden</translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation>Token kopieren</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Strg+C</translation>
    </message>
    <message>
        <source>Copy reference</source>
        <translation>Verweis kopieren</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>Jetzt erneuern</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>Erneuern…</translation>
    </message>
</context>
<context>
    <name>AccountRow</name>
    <message>
        <source>%1 %2, %3, %4, last used %5</source>
        <translation>%1 %2, %3, %4, zuletzt benutzt %5</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Select %1 %2</source>
        <translation>%1 %2 auswählen</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Erneut anmelden</translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation>Token kopieren</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>Jetzt erneuern</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>Erneuern…</translation>
    </message>
</context>
<context>
    <name>AccountSection</name>
    <message>
        <source>Needs you</source>
        <translation>Zu erledigen</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>In Ordnung</translation>
    </message>
</context>
<context>
    <name>AccountsEmpty</name>
    <message>
        <source>Keep your first account here</source>
        <translation>Hier das erste Konto verwahren</translation>
    </message>
    <message>
        <source>Sign in once. Your tools then ask Latchkey for a fresh token, and you see who asked. Nothing leaves this computer.</source>
        <translation>Einmal anmelden. Programme bitten dann Latchkey um ein frisches Token, und es ist zu sehen, wer gefragt hat. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
</context>
<context>
    <name>AccountsFilters</name>
    <message>
        <source>Attention first</source>
        <translation>Dringendes zuerst</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Name</translation>
    </message>
    <message>
        <source>By end</source>
        <translation>Nach Ablauf</translation>
    </message>
    <message>
        <source>By last use</source>
        <translation>Nach letzter Benutzung</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Zu erledigen</translation>
    </message>
    <message>
        <source>OAuth</source>
        <translation>OAuth</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>AWS</source>
        <translation>AWS</translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation>Reihenfolge: %1</translation>
    </message>
</context>
<context>
    <name>AccountsHeader</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>1 account</source>
        <translation>1 Konto</translation>
    </message>
    <message>
        <source>%1 accounts</source>
        <translation>%1 Konten</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Ctrl F</source>
        <translation>Strg F</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the accounts</source>
        <translation>Konten durchsuchen</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>No account matches ‘%1’.</source>
        <translation>Kein Konto passt zu ‚%1‘.</translation>
    </message>
    <message>
        <source>Everything is in order: no account needs you.</source>
        <translation>Alles in Ordnung: Es ist nichts zu erledigen.</translation>
    </message>
    <message>
        <source>There is no account of this kind.</source>
        <translation>Es gibt kein Konto dieser Art.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>ActivityFilters</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Only %1; press to show every account</source>
        <translation>Nur %1; drücken, um alle Konten zu zeigen</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Wie weit zurück</translation>
    </message>
</context>
<context>
    <name>ActivityHead</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Ctrl F</source>
        <translation>Strg F</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the record</source>
        <translation>Protokoll durchsuchen</translation>
    </message>
    <message>
        <source>The record</source>
        <translation>Das Protokoll</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>Whenever a token is copied, renewed or refused, and whenever an account changes, a line appears here. Never a secret.</source>
        <translation>Wird ein Token kopiert, erneuert oder verweigert oder ändert sich ein Konto, erscheint hier eine Zeile. Nie ein Geheimnis.</translation>
    </message>
    <message>
        <source>No entry matches ‘%1’.</source>
        <translation>Kein Eintrag passt zu ‚%1‘.</translation>
    </message>
    <message>
        <source>There is no entry of this kind in this time.</source>
        <translation>In dieser Zeit gibt es keinen Eintrag dieser Art.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>ActivityRow</name>
    <message>
        <source>%1, %2 %3, %4: %5</source>
        <translation>%1, %2 %3, %4: %5</translation>
    </message>
    <message>
        <source>%1, %2 %3: %4</source>
        <translation>%1, %2 %3: %4</translation>
    </message>
</context>
<context>
    <name>ActivitySeal</name>
    <message>
        <source>Each entry is sealed by the one before.</source>
        <translation>Jeder Eintrag ist durch den vorigen versiegelt.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Check the record</source>
        <translation>Protokoll prüfen</translation>
    </message>
</context>
<context>
    <name>AppearanceSettings</name>
    <message>
        <source>Theme</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Bequem</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Dicht</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Follows the system unless you say otherwise.</source>
        <translation>Folgt dem System, solange nichts anderes gewählt ist.</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>in 42 min</source>
        <translation>in 42 min</translation>
    </message>
    <message>
        <source>16:24</source>
        <translation>16:24</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Infobereich</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Without colour it fits a plain panel; its shape still changes.</source>
        <translation>Ohne Farbe passt es in eine schlichte Leiste; seine Form ändert sich weiterhin.</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbig</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Einfarbig</translation>
    </message>
    <message>
        <source>Start with the session</source>
        <translation>Mit der Sitzung starten</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>BrowserWait</name>
    <message>
        <source>Go on in your browser</source>
        <translation>Im Browser weitermachen</translation>
    </message>
    <message>
        <source>We have opened %1. This page goes on by itself when you have signed in.</source>
        <translation>%1 ist geöffnet. Nach der Anmeldung geht es hier von selbst weiter.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Noch einmal öffnen</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Link kopiert</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Waiting for another</source>
        <translation>Wir warten noch</translation>
    </message>
    <message>
        <source>The browser is on another computer?</source>
        <translation>Der Browser läuft auf einem anderen Rechner?</translation>
    </message>
    <message>
        <source>Sign in there, then paste the address of the last page, even if it shows an error.</source>
        <translation>Dort anmelden und die Adresse der letzten Seite hier einfügen, auch wenn sie einen Fehler zeigt.</translation>
    </message>
    <message>
        <source>Address of the last page</source>
        <translation>Adresse der letzten Seite</translation>
    </message>
    <message>
        <source>Use address</source>
        <translation>Adresse verwenden</translation>
    </message>
</context>
<context>
    <name>ChooseMethod</name>
    <message>
        <source>How do you want to sign in to %1?</source>
        <translation>Wie soll die Anmeldung bei %1 gehen?</translation>
    </message>
    <message>
        <source>You can change this later without losing the account.</source>
        <translation>Das lässt sich später ändern, ohne das Konto zu verlieren.</translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>Name dafür</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>What the token may do…</source>
        <translation>Was das Token darf…</translation>
    </message>
    <message>
        <source>It may</source>
        <translation>Es darf</translation>
    </message>
    <message>
        <source>Scopes, with spaces between</source>
        <translation>Berechtigungen (Scopes), durch Leerzeichen getrennt</translation>
    </message>
    <message>
        <source>what the service gives by itself</source>
        <translation>was der Dienst von sich aus gibt</translation>
    </message>
</context>
<context>
    <name>ChooseService</name>
    <message>
        <source>Which account do you want to keep?</source>
        <translation>Welches Konto soll verwahrt werden?</translation>
    </message>
    <message>
        <source>Search %1 services, or paste an address</source>
        <translation>%1 Dienste durchsuchen oder eine Adresse einfügen</translation>
    </message>
    <message>
        <source>Search the services</source>
        <translation>Dienste durchsuchen</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>We can ask %1 how it signs people in.</source>
        <translation>%1 kann selbst sagen, wie die Anmeldung dort geht.</translation>
    </message>
    <message>
        <source>No service matches ‘%1’. It can be added all the same.</source>
        <translation>Kein Dienst passt zu ‚%1‘. Er lässt sich trotzdem hinzufügen.</translation>
    </message>
    <message>
        <source>Use this address</source>
        <translation>Diese Adresse verwenden</translation>
    </message>
    <message>
        <source>Other service…</source>
        <translation>Anderer Dienst…</translation>
    </message>
    <message>
        <source>Not there? Any OpenID service works, and so does any key.</source>
        <translation>Nicht dabei? Jeder OpenID-Dienst geht, und jeder Schlüssel auch.</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>DateBox</name>
    <message>
        <source>year-month-day, as in 2026-12-31</source>
        <translation>Jahr-Monat-Tag, etwa 2026-12-31</translation>
    </message>
    <message>
        <source>Ends on</source>
        <translation>Endet am</translation>
    </message>
</context>
<context>
    <name>DeviceCode</name>
    <message>
        <source>Type this code on any device</source>
        <translation>Diesen Code auf einem beliebigen Gerät eingeben</translation>
    </message>
    <message>
        <source>Point your phone at the picture, or open %1.</source>
        <translation>Das Bild mit dem Telefon aufnehmen oder %1 öffnen.</translation>
    </message>
    <message>
        <source>Your code</source>
        <translation>Der Code</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Gültig noch</translation>
    </message>
    <message>
        <source>QR code of the sign-in page</source>
        <translation>QR-Code der Anmeldeseite</translation>
    </message>
    <message>
        <source>We notice by ourselves when you are done.</source>
        <translation>Latchkey merkt von selbst, wenn es erledigt ist.</translation>
    </message>
    <message>
        <source>Use the browser here instead</source>
        <translation>Stattdessen den Browser hier benutzen</translation>
    </message>
</context>
<context>
    <name>DoneLine</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>DrawerFacts</name>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ausgestellt</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>Refresh-Token</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Verwahrt in</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Berechtigungen</translation>
    </message>
</context>
<context>
    <name>DrawerLife</name>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Change when you are warned</source>
        <translation>Ändern, wann gewarnt wird</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Erneut anmelden</translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation>Token kopieren</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>The clipboard is cleared after %1 seconds.</source>
        <translation>Die Zwischenablage wird nach %1 Sekunden geleert.</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>Replace the key</source>
        <translation>Schlüssel ersetzen</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
</context>
<context>
    <name>DrawerReferences</name>
    <message>
        <source>References</source>
        <translation>Verweise</translation>
    </message>
</context>
<context>
    <name>DrawerUsers</name>
    <message>
        <source>Used by</source>
        <translation>Benutzt von</translation>
    </message>
    <message>
        <source>All activity</source>
        <translation>Alle Aktivität</translation>
    </message>
    <message>
        <source>Nothing has asked for it yet.</source>
        <translation>Noch hat nichts danach gefragt.</translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>When does the key of %1 %2 end?</source>
        <translation>Wann endet der Schlüssel von %1 %2?</translation>
    </message>
    <message>
        <source>Latchkey warns you before. Leave it empty when the key has no end.</source>
        <translation>Latchkey warnt vorher. Leer lassen, wenn der Schlüssel kein Ende hat.</translation>
    </message>
    <message>
        <source>Keep this end</source>
        <translation>Ende übernehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>EnterClient</name>
    <message>
        <source>Tell %1 about Latchkey, once</source>
        <translation>Latchkey bei %1 bekannt machen, einmalig</translation>
    </message>
    <message>
        <source>Register an app there and bring its id here. It serves all your %1 accounts.</source>
        <translation>Dort eine App registrieren und ihre ID hier eintragen. Sie gilt für alle Konten bei %1.</translation>
    </message>
    <message>
        <source>1. Make an app with this redirect address</source>
        <translation>1. Eine App mit dieser Weiterleitungsadresse anlegen</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>2. Bring the client id</source>
        <translation>2. Die Client-ID eintragen</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>3. And its secret</source>
        <translation>3. Und ihr Geheimnis</translation>
    </message>
    <message>
        <source>3. And its secret, if it has one</source>
        <translation>3. Und ihr Geheimnis, falls sie eines hat</translation>
    </message>
    <message>
        <source>Kept in the store like every other secret.</source>
        <translation>Liegt im Tresor wie jedes andere Geheimnis.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>EnterIssuer</name>
    <message>
        <source>Which service is it?</source>
        <translation>Welcher Dienst ist es?</translation>
    </message>
    <message>
        <source>A service that speaks OpenID tells us the rest by itself; for any other a key is enough.</source>
        <translation>Ein Dienst mit OpenID sagt den Rest von selbst; bei jedem anderen genügt ein Schlüssel.</translation>
    </message>
    <message>
        <source>It works with</source>
        <translation>Es geht mit</translation>
    </message>
    <message>
        <source>An OpenID address</source>
        <translation>OpenID-Adresse</translation>
    </message>
    <message>
        <source>A key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Address of its sign-in</source>
        <translation>Adresse der Anmeldung</translation>
    </message>
    <message>
        <source>What you call it</source>
        <translation>Wie er heißen soll</translation>
    </message>
    <message>
        <source>grafana</source>
        <translation>grafana</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>LifeBar</name>
    <message>
        <source>%1 percent of its life remains</source>
        <translation>%1 Prozent der Laufzeit bleiben</translation>
    </message>
</context>
<context>
    <name>LiveButton</name>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Paused, %1 new</source>
        <translation>Angehalten, %1 neu</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
</context>
<context>
    <name>LockSettings</name>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>When idle</source>
        <translation>Bei Untätigkeit</translation>
    </message>
    <message>
        <source>after 5 minutes</source>
        <translation>nach 5 Minuten</translation>
    </message>
    <message>
        <source>after 15 minutes</source>
        <translation>nach 15 Minuten</translation>
    </message>
    <message>
        <source>after 1 hour</source>
        <translation>nach 1 Stunde</translation>
    </message>
    <message>
        <source>after 4 hours</source>
        <translation>nach 4 Stunden</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Lock when idle</source>
        <translation>Bei Untätigkeit sperren</translation>
    </message>
    <message>
        <source>When the computer sleeps</source>
        <translation>Wenn der Rechner schläft</translation>
    </message>
    <message>
        <source>When the screen locks</source>
        <translation>Wenn der Bildschirm gesperrt wird</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Programs that ask are told that the store is locked.</source>
        <translation>Fragenden Programmen wird gesagt, dass der Tresor gesperrt ist.</translation>
    </message>
</context>
<context>
    <name>LockedPage</name>
    <message>
        <source>Latchkey is locked</source>
        <translation>Latchkey ist gesperrt</translation>
    </message>
    <message>
        <source>Programs that ask for a token are told to wait. Your passphrase opens the store again.</source>
        <translation>Programme, die ein Token wollen, müssen warten. Die Passphrase öffnet den Tresor wieder.</translation>
    </message>
    <message>
        <source>Programs that ask for a token are told to wait until you open it.</source>
        <translation>Programme, die ein Token wollen, müssen warten, bis er geöffnet ist.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>The secrets stay where they were</source>
        <translation>Die Geheimnisse bleiben, wo sie waren</translation>
    </message>
    <message>
        <source>The secrets have moved</source>
        <translation>Die Geheimnisse sind umgezogen</translation>
    </message>
    <message>
        <source>Move every secret into an encrypted file?</source>
        <translation>Alle Geheimnisse in eine verschlüsselte Datei umziehen?</translation>
    </message>
    <message>
        <source>Move every secret into the keyring?</source>
        <translation>Alle Geheimnisse in den Schlüsselbund umziehen?</translation>
    </message>
    <message>
        <source>Each one is copied, then read back. The old ones go when all are there.</source>
        <translation>Jedes wird kopiert und zurückgelesen. Die alten gehen, wenn alle da sind.</translation>
    </message>
    <message>
        <source>Choose how the file is opened. Nobody can open it without, and nobody can reset it.</source>
        <translation>Wählen, womit die Datei geöffnet wird. Ohne das kann niemand sie öffnen, und niemand kann es zurücksetzen.</translation>
    </message>
    <message>
        <source>The keyring opens with your session. The file is removed when every entry has been checked.</source>
        <translation>Der Schlüsselbund öffnet sich mit der Sitzung. Die Datei wird entfernt, wenn jeder Eintrag geprüft ist.</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>Geöffnet mit</translation>
    </message>
    <message>
        <source>A passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>A key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>A key file is made next to the store and opens it without a question. Whoever has both files has the secrets.</source>
        <translation>Neben dem Tresor entsteht eine Schlüsseldatei, die ihn ohne Frage öffnet. Wer beide Dateien hat, hat die Geheimnisse.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
        <source>Move secrets</source>
        <translation>Geheimnisse umziehen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>NavigationItem</name>
    <message>
        <source>%1, %2 need you</source>
        <translation>%1, %2 zu erledigen</translation>
    </message>
</context>
<context>
    <name>NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>The store does not answer. Your accounts are safe; their tokens cannot be read just now.</source>
        <translation>Der Tresor antwortet nicht. Die Konten sind sicher; ihre Token sind gerade nicht lesbar.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>This desktop has no tray. Latchkey goes on working when the window is closed; start it again to see the window, or press Ctrl+Q to end it.</source>
        <translation>Diese Arbeitsumgebung hat keinen Infobereich. Latchkey arbeitet auch bei geschlossenem Fenster weiter; ein erneuter Start zeigt es wieder, Strg+Q beendet es.</translation>
    </message>
</context>
<context>
    <name>NotificationSettings</name>
    <message>
        <source>Tell me about</source>
        <translation>Benachrichtigen über</translation>
    </message>
    <message>
        <source>Accounts that need a new sign-in</source>
        <translation>Konten, die eine neue Anmeldung brauchen</translation>
    </message>
    <message>
        <source>Keys and tokens that end soon</source>
        <translation>Schlüssel und Token, die bald enden</translation>
    </message>
    <message>
        <source>Only those that Latchkey cannot renew by itself.</source>
        <translation>Nur solche, die Latchkey nicht selbst erneuern kann.</translation>
    </message>
    <message>
        <source>Accounts that work again</source>
        <translation>Konten, die wieder gehen</translation>
    </message>
    <message>
        <source>After refreshing has failed for a while.</source>
        <translation>Nachdem das Erneuern eine Weile fehlgeschlagen ist.</translation>
    </message>
    <message>
        <source>How early</source>
        <translation>Wie früh</translation>
    </message>
    <message>
        <source>Before an end</source>
        <translation>Vor einem Ende</translation>
    </message>
    <message>
        <source>An account can have times of its own; they are in its details.</source>
        <translation>Ein Konto kann eigene Zeiten haben; sie stehen in seinen Einzelheiten.</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Ruhe</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>What waits is told in one notice afterwards.</source>
        <translation>Was wartet, kommt danach in einer einzigen Meldung.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
</context>
<context>
    <name>PasteKey</name>
    <message>
        <source>Paste the key of %1</source>
        <translation>Den Schlüssel von %1 einfügen</translation>
    </message>
    <message>
        <source>It goes straight into the store and is never shown again.</source>
        <translation>Er kommt direkt in den Tresor und wird nie wieder gezeigt.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>It looks like %1</source>
        <translation>Er sieht so aus: %1</translation>
    </message>
    <message>
        <source>Make one</source>
        <translation>Einen anlegen</translation>
    </message>
    <message>
        <source>Who that is, if you like</source>
        <translation>Wer das ist (freiwillig)</translation>
    </message>
    <message>
        <source>maria@example.org</source>
        <translation>maria@example.org</translation>
    </message>
    <message>
        <source>When it ends, if it does</source>
        <translation>Wann er endet (falls er endet)</translation>
    </message>
    <message>
        <source>Latchkey warns you before.</source>
        <translation>Latchkey warnt vorher.</translation>
    </message>
    <message>
        <source>A day looks like 2026-12-31.</source>
        <translation>Ein Tag sieht so aus: 2026-12-31.</translation>
    </message>
    <message>
        <source>Keep the key</source>
        <translation>Schlüssel verwahren</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Its secrets are deleted here, and %1 is told to end the sign-in where it listens. Programs that ask for it get nothing.</source>
        <translation>Die Geheimnisse werden hier gelöscht, und %1 erfährt, dass die Anmeldung endet, soweit der Dienst das annimmt. Programme, die danach fragen, bekommen nichts.</translation>
    </message>
    <message>
        <source>Remove 1 account?</source>
        <translation>1 Konto entfernen?</translation>
    </message>
    <message>
        <source>Remove %1 accounts?</source>
        <translation>%1 Konten entfernen?</translation>
    </message>
    <message>
        <source>Their secrets are deleted here, and the services are told to end the sign-ins where they listen. Programs that ask for them get nothing.</source>
        <translation>Die Geheimnisse werden hier gelöscht, und die Dienste erfahren, dass die Anmeldungen enden, soweit sie das annehmen. Programme, die danach fragen, bekommen nichts.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>SecretBox</name>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>Copy references</source>
        <translation>Verweise kopieren</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Tresor</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>SignInFailed</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>SignedIn</name>
    <message>
        <source>%1 %2 is ready</source>
        <translation>%1 %2 ist bereit</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>Angemeldet als %1.</translation>
    </message>
    <message>
        <source>We keep the token fresh from now on.</source>
        <translation>Latchkey hält das Token ab jetzt frisch.</translation>
    </message>
    <message>
        <source>We tell you before it ends.</source>
        <translation>Latchkey meldet sich, bevor es endet.</translation>
    </message>
    <message>
        <source>It is in the store.</source>
        <translation>Er liegt im Tresor.</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Now, from the clipboard</source>
        <translation>Jetzt, aus der Zwischenablage</translation>
    </message>
    <message>
        <source>the key</source>
        <translation>der Schlüssel</translation>
    </message>
    <message>
        <source>a fresh token</source>
        <translation>ein frisches Token</translation>
    </message>
    <message>
        <source>In a configuration, by its reference</source>
        <translation>In einer Konfiguration, über den Verweis</translation>
    </message>
    <message>
        <source>Wherever a name is asked for</source>
        <translation>Überall, wo nach einem Namen gefragt wird</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>Noch eines hinzufügen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>StatusChip</name>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Expiring</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>No expiry</source>
        <translation>Ohne Ablauf</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>StoreSettings</name>
    <message>
        <source>Secrets are kept in</source>
        <translation>Geheimnisse liegen in</translation>
    </message>
    <message>
        <source>The system’s keyring</source>
        <translation>Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Opened with your session; other programs of yours can read it while it is open.</source>
        <translation>Öffnet sich mit der Sitzung; andere eigene Programme können darin lesen, solange er offen ist.</translation>
    </message>
    <message>
        <source>No keyring answers on this desktop.</source>
        <translation>In dieser Arbeitsumgebung antwortet kein Schlüsselbund.</translation>
    </message>
    <message>
        <source>An encrypted file</source>
        <translation>Verschlüsselte Datei</translation>
    </message>
    <message>
        <source>age, opened with a passphrase or a key file. For computers without a keyring.</source>
        <translation>age, geöffnet mit Passphrase oder Schlüsseldatei. Für Rechner ohne Schlüsselbund.</translation>
    </message>
    <message>
        <source>A move copies, checks every entry, and only then removes the old ones.</source>
        <translation>Ein Umzug kopiert, prüft jeden Eintrag und entfernt erst dann die alten.</translation>
    </message>
    <message>
        <source>Move secrets…</source>
        <translation>Geheimnisse umziehen…</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>Clear what was copied</source>
        <translation>Kopiertes löschen</translation>
    </message>
    <message>
        <source>Only if it is still ours. Clipboard managers are asked not to keep it.</source>
        <translation>Nur wenn es noch von hier ist. Zwischenablage-Verwaltungen werden gebeten, es nicht zu behalten.</translation>
    </message>
    <message>
        <source>after %1 seconds</source>
        <translation>nach %1 Sekunden</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the accounts file</source>
        <translation>Die Datei der Konten öffnen</translation>
    </message>
    <message>
        <source>The record of what happened</source>
        <translation>Das Protokoll des Geschehenen</translation>
    </message>
    <message>
        <source>Older entries are removed; the seal of what stays holds.</source>
        <translation>Ältere Einträge werden entfernt; das Siegel der übrigen hält.</translation>
    </message>
    <message>
        <source>kept for %1 days</source>
        <translation>%1 Tage aufgehoben</translation>
    </message>
    <message>
        <source>How long the record is kept</source>
        <translation>Wie lange das Protokoll aufgehoben wird</translation>
    </message>
</context>
<context>
    <name>WarnDialog</name>
    <message>
        <source>When do you want to be warned?</source>
        <translation>Wann soll gewarnt werden?</translation>
    </message>
    <message>
        <source>Only when Latchkey cannot renew %1 %2 by itself.</source>
        <translation>Nur wenn Latchkey %1 %2 nicht selbst erneuern kann.</translation>
    </message>
    <message>
        <source>As in the settings</source>
        <translation>Wie in den Einstellungen</translation>
    </message>
    <message>
        <source>At its own times</source>
        <translation>Zu eigenen Zeiten</translation>
    </message>
    <message>
        <source>These hold for this account alone.</source>
        <translation>Diese gelten nur für dieses Konto.</translation>
    </message>
    <message>
        <source>Keep these times</source>
        <translation>Zeiten übernehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>WizardFrame</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Step %1 of 3</source>
        <translation>Schritt %1 von 3</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Sign in again when you are ready.</source>
        <translation>Erneut anmelden, wenn es passt.</translation>
    </message>
    <message>
        <source>The sign-in was declined at %1.</source>
        <translation>Die Anmeldung wurde bei %1 abgelehnt.</translation>
    </message>
    <message>
        <source>%1 declined: %2</source>
        <translation>%1 hat abgelehnt: %2</translation>
    </message>
    <message>
        <source>%1 has trouble just now: %2</source>
        <translation>%1 hat gerade Schwierigkeiten: %2</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>In ein paar Minuten noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1 refused: %2</source>
        <translation>%1 hat verweigert: %2</translation>
    </message>
    <message>
        <source>%1 does not describe itself as an OpenID provider.</source>
        <translation>%1 weist sich nicht als OpenID-Anbieter aus.</translation>
    </message>
    <message>
        <source>Compare the address with the one in the provider&apos;s manual.</source>
        <translation>Die Adresse mit der in der Anleitung des Anbieters vergleichen.</translation>
    </message>
    <message>
        <source>Correct the file; the other services work meanwhile.</source>
        <translation>Die Datei berichtigen; die anderen Dienste gehen solange.</translation>
    </message>
    <message>
        <source>Put %1 in its place; it is the state before the last change.</source>
        <translation>%1 an seine Stelle legen; es ist der Stand vor der letzten Änderung.</translation>
    </message>
    <message>
        <source>Put a copy of it back in its place.</source>
        <translation>Eine Kopie davon wieder an seine Stelle legen.</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 ist beschädigt.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>A secret in the keyring is damaged.</source>
        <translation>Ein Geheimnis im Schlüsselbund ist beschädigt.</translation>
    </message>
    <message>
        <source>Sign in again, or enter the key again, to replace it.</source>
        <translation>Erneut anmelden oder den Schlüssel neu eingeben, um es zu ersetzen.</translation>
    </message>
    <message>
        <source>The store&apos;s content is damaged.</source>
        <translation>Der Inhalt des Tresors ist beschädigt.</translation>
    </message>
    <message>
        <source>The store holds no such secret.</source>
        <translation>Der Tresor enthält kein solches Geheimnis.</translation>
    </message>
    <message>
        <source>The store is locked.</source>
        <translation>Der Tresor ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock it to go on.</source>
        <translation>Zum Fortfahren entsperren.</translation>
    </message>
    <message>
        <source>Latchkey is closing.</source>
        <translation>Latchkey wird beendet.</translation>
    </message>
    <message>
        <source>The store&apos;s key file is damaged.</source>
        <translation>Die Schlüsseldatei des Tresors ist beschädigt.</translation>
    </message>
    <message>
        <source>Put a copy of the key file back in its place.</source>
        <translation>Eine Kopie der Schlüsseldatei wieder an ihre Stelle legen.</translation>
    </message>
    <message>
        <source>%1 was written by a newer Latchkey.</source>
        <translation>%1 stammt von einem neueren Latchkey.</translation>
    </message>
    <message>
        <source>Update Latchkey, or move the file away to begin a new one.</source>
        <translation>Latchkey aktualisieren oder die Datei wegräumen, um eine neue zu beginnen.</translation>
    </message>
    <message>
        <source>Move it away and start again: accounts and secrets are not in it, and the activity list is made again from the audit files.</source>
        <translation>Wegräumen und neu starten: Konten und Geheimnisse sind nicht darin, und die Aktivitätsliste entsteht neu aus den Protokolldateien.</translation>
    </message>
    <message>
        <source>The sign-in was stopped.</source>
        <translation>Die Anmeldung wurde angehalten.</translation>
    </message>
    <message>
        <source>This sign-in no longer waits for the browser.</source>
        <translation>Diese Anmeldung wartet nicht mehr auf den Browser.</translation>
    </message>
    <message>
        <source>Begin it again.</source>
        <translation>Neu beginnen.</translation>
    </message>
    <message>
        <source>The service gave no code to sign in with.</source>
        <translation>Der Dienst hat keinen Code zum Anmelden gegeben.</translation>
    </message>
    <message>
        <source>Sign in with the browser instead.</source>
        <translation>Stattdessen mit dem Browser anmelden.</translation>
    </message>
    <message>
        <source>The code of %1 has run out.</source>
        <translation>Der Code von %1 ist abgelaufen.</translation>
    </message>
    <message>
        <source>Begin the sign-in anew to get another one.</source>
        <translation>Die Anmeldung neu beginnen, um einen anderen zu bekommen.</translation>
    </message>
    <message>
        <source>The sign-in at %1 has run out.</source>
        <translation>Die Anmeldung bei %1 ist abgelaufen.</translation>
    </message>
    <message>
        <source>Sign in again to go on.</source>
        <translation>Zum Fortfahren erneut anmelden.</translation>
    </message>
    <message>
        <source>The answer of the service holds no token that can be used.</source>
        <translation>Die Antwort des Dienstes enthält kein brauchbares Token.</translation>
    </message>
    <message>
        <source>Check the addresses of the service.</source>
        <translation>Die Adressen des Dienstes prüfen.</translation>
    </message>
    <message>
        <source>%1 It says: %2</source>
        <translation>%1 Der Dienst sagt: %2</translation>
    </message>
    <message>
        <source>%1 wants us to ask less often.</source>
        <translation>%1 möchte seltener gefragt werden.</translation>
    </message>
    <message>
        <source>%1 has trouble just now.</source>
        <translation>%1 hat gerade Schwierigkeiten.</translation>
    </message>
    <message>
        <source>We try again in a few minutes.</source>
        <translation>Latchkey versucht es in ein paar Minuten wieder.</translation>
    </message>
    <message>
        <source>%1 has ended this sign-in.</source>
        <translation>%1 hat diese Anmeldung beendet.</translation>
    </message>
    <message>
        <source>%1 does not know this client, or its secret is another one.</source>
        <translation>%1 kennt diesen Client nicht, oder sein Geheimnis ist ein anderes.</translation>
    </message>
    <message>
        <source>Check client id and client secret of %1.</source>
        <translation>Client-ID und Client-Geheimnis von %1 prüfen.</translation>
    </message>
    <message>
        <source>%1 does not let this client sign in this way.</source>
        <translation>%1 erlaubt diesem Client diese Art der Anmeldung nicht.</translation>
    </message>
    <message>
        <source>Allow it where the client is registered, or sign in another way.</source>
        <translation>Dort erlauben, wo der Client registriert ist, oder anders anmelden.</translation>
    </message>
    <message>
        <source>%1 does not give the scopes that were asked for.</source>
        <translation>%1 gibt die verlangten Berechtigungen nicht.</translation>
    </message>
    <message>
        <source>Choose other scopes and sign in again.</source>
        <translation>Andere Berechtigungen wählen und erneut anmelden.</translation>
    </message>
    <message>
        <source>%1 refused: %2.</source>
        <translation>%1 hat verweigert: %2.</translation>
    </message>
    <message>
        <source>Check the settings of the client at %1.</source>
        <translation>Die Einstellungen des Clients bei %1 prüfen.</translation>
    </message>
    <message>
        <source>Correct that line; until then the list stays as it was.</source>
        <translation>Diese Zeile berichtigen; bis dahin bleibt die Liste, wie sie war.</translation>
    </message>
    <message>
        <source>The move was stopped.</source>
        <translation>Der Umzug wurde angehalten.</translation>
    </message>
    <message numerus="yes">
        <source>in %n second(s)</source>
        <translation>
            <numerusform>in %n Sekunde</numerusform>
            <numerusform>in %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n Minute</numerusform>
            <numerusform>in %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>in %n Stunde</numerusform>
            <numerusform>in %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Ended at %1. Sign in again to go on.</source>
        <translation>Um %1 abgelaufen. Zum Fortfahren erneut anmelden.</translation>
    </message>
    <message>
        <source>Ends %1, at %2.</source>
        <translation>Endet %1, um %2.</translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation>Token kopieren</translation>
    </message>
    <message>
        <source>%1 has ended this sign-in. Sign in again to go on.</source>
        <translation>%1 hat diese Anmeldung beendet. Zum Fortfahren erneut anmelden.</translation>
    </message>
    <message>
        <source>Renewing works again.</source>
        <translation>Das Erneuern geht wieder.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Erneut anmelden</translation>
    </message>
    <message>
        <source>Replace the key</source>
        <translation>Schlüssel ersetzen</translation>
    </message>
    <message>
        <source>Remind me later</source>
        <translation>Später erinnern</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) need you</source>
        <translation>
            <numerusform>%n Konto ist zu erledigen</numerusform>
            <numerusform>%n Konten sind zu erledigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Renewing works again for %n account(s)</source>
        <translation>
            <numerusform>Das Erneuern geht für %n Konto wieder</numerusform>
            <numerusform>Das Erneuern geht für %n Konten wieder</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>Check who may read it.</source>
        <translation>Prüfen, wer sie lesen darf.</translation>
    </message>
    <message>
        <source>Compare the file with a backup; what stands before that line is in order.</source>
        <translation>Die Datei mit einer Sicherung vergleichen; was vor dieser Zeile steht, ist in Ordnung.</translation>
    </message>
    <message>
        <source>this line was changed.</source>
        <translation>diese Zeile wurde verändert.</translation>
    </message>
    <message>
        <source>lines before this one are missing.</source>
        <translation>vor dieser Zeile fehlen welche.</translation>
    </message>
    <message>
        <source>this line does not follow the one before.</source>
        <translation>diese Zeile folgt nicht auf die vorige.</translation>
    </message>
    <message>
        <source>this line was written anew.</source>
        <translation>diese Zeile wurde neu geschrieben.</translation>
    </message>
    <message>
        <source>All lines of the record are missing.</source>
        <translation>Alle Zeilen des Protokolls fehlen.</translation>
    </message>
    <message>
        <source>Put the audit files back from a backup.</source>
        <translation>Die Protokolldateien aus einer Sicherung zurückholen.</translation>
    </message>
    <message>
        <source>lines behind this one are missing.</source>
        <translation>nach dieser Zeile fehlen welche.</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>Die Prüfung wurde angehalten.</translation>
    </message>
    <message>
        <source>This line was changed.</source>
        <translation>Diese Zeile wurde verändert.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>Check who may write into the folder above it.</source>
        <translation>Prüfen, wer in den Ordner darüber schreiben darf.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Check the free space and who may write into that folder.</source>
        <translation>Den freien Platz prüfen, und wer in den Ordner schreiben darf.</translation>
    </message>
    <message>
        <source>%1 is another program&apos;s database.</source>
        <translation>%1 ist die Datenbank eines anderen Programms.</translation>
    </message>
    <message>
        <source>Move it away, then start again.</source>
        <translation>Wegräumen, dann neu starten.</translation>
    </message>
    <message>
        <source>Another program holds %1.</source>
        <translation>Ein anderes Programm hält %1 fest.</translation>
    </message>
    <message>
        <source>Close it, then try again.</source>
        <translation>Es schließen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The database refused: %1.</source>
        <translation>Die Datenbank hat verweigert: %1.</translation>
    </message>
    <message>
        <source>This address belongs to another sign-in.</source>
        <translation>Diese Adresse gehört zu einer anderen Anmeldung.</translation>
    </message>
    <message>
        <source>Copy the whole address of the page where you ended.</source>
        <translation>Die ganze Adresse der Seite kopieren, auf der es endete.</translation>
    </message>
    <message>
        <source>The answer did not come from %1.</source>
        <translation>Die Antwort kam nicht von %1.</translation>
    </message>
    <message>
        <source>Begin the sign-in anew; follow no links from elsewhere.</source>
        <translation>Die Anmeldung neu beginnen; keinen Links von anderswo folgen.</translation>
    </message>
    <message>
        <source>%1 answered without a code.</source>
        <translation>%1 hat ohne Code geantwortet.</translation>
    </message>
    <message>
        <source>Copy the whole address of the page where the browser ended. It begins with %1</source>
        <translation>Die ganze Adresse der Seite kopieren, auf der der Browser endete. Sie beginnt mit %1</translation>
    </message>
    <message>
        <source>This is not the address of the last page.</source>
        <translation>Das ist nicht die Adresse der letzten Seite.</translation>
    </message>
    <message>
        <source>The address is damaged.</source>
        <translation>Die Adresse ist beschädigt.</translation>
    </message>
    <message>
        <source>A sign-in in the browser is under way already.</source>
        <translation>Eine Anmeldung im Browser läuft bereits.</translation>
    </message>
    <message>
        <source>Finish or cancel it first.</source>
        <translation>Sie zuerst beenden oder abbrechen.</translation>
    </message>
    <message>
        <source>%1 needs to know this program first.</source>
        <translation>%1 muss dieses Programm zuerst kennen.</translation>
    </message>
    <message>
        <source>Enter the client id, and the secret where there is one.</source>
        <translation>Die Client-ID eintragen, und das Geheimnis, wo es eines gibt.</translation>
    </message>
    <message>
        <source>Nobody signed in within five minutes.</source>
        <translation>Innerhalb von fünf Minuten hat sich niemand angemeldet.</translation>
    </message>
    <message>
        <source>Begin again when you are ready.</source>
        <translation>Neu beginnen, wenn es passt.</translation>
    </message>
    <message>
        <source>No port of this computer is free for the sign-in.</source>
        <translation>Kein Port dieses Rechners ist für die Anmeldung frei.</translation>
    </message>
    <message>
        <source>Close programs that use the network and try again.</source>
        <translation>Programme schließen, die das Netz benutzen, und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Another program uses port %1, which this sign-in needs.</source>
        <translation>Ein anderes Programm benutzt Port %1, den diese Anmeldung braucht.</translation>
    </message>
    <message>
        <source>Close that program, or register another port with the provider and write it to ‘ports’ in a providers file of your own.</source>
        <translation>Dieses Programm schließen oder beim Anbieter einen anderen Port registrieren und ihn in einer eigenen Anbieterdatei unter ‚ports‘ eintragen.</translation>
    </message>
    <message>
        <source>%1 said yes</source>
        <translation>%1 hat zugestimmt</translation>
    </message>
    <message>
        <source>Latchkey goes on by itself. You can close this page.</source>
        <translation>Latchkey macht von selbst weiter. Diese Seite kann geschlossen werden.</translation>
    </message>
    <message>
        <source>No sign-in at %1</source>
        <translation>Keine Anmeldung bei %1</translation>
    </message>
    <message>
        <source>Nothing was kept. You can close this page and try again in Latchkey.</source>
        <translation>Nichts wurde verwahrt. Diese Seite kann geschlossen werden; in Latchkey lässt es sich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Nothing to see here</source>
        <translation>Hier gibt es nichts zu sehen</translation>
    </message>
    <message>
        <source>Latchkey waits at this address for the answer to one sign-in. This was not it.</source>
        <translation>Latchkey wartet an dieser Adresse auf die Antwort zu einer Anmeldung. Das war sie nicht.</translation>
    </message>
    <message>
        <source>This sign-in has its answer</source>
        <translation>Diese Anmeldung hat ihre Antwort</translation>
    </message>
    <message>
        <source>You can close this page.</source>
        <translation>Diese Seite kann geschlossen werden.</translation>
    </message>
    <message>
        <source>A browser sent something that is no sign-in reply.</source>
        <translation>Ein Browser hat etwas geschickt, das keine Antwort auf eine Anmeldung ist.</translation>
    </message>
    <message>
        <source>%1 did not prove who signed in.</source>
        <translation>%1 hat nicht nachgewiesen, wer sich angemeldet hat.</translation>
    </message>
    <message>
        <source>Sign in again. If it happens again, tell the provider.</source>
        <translation>Erneut anmelden. Geschieht es wieder, dem Anbieter melden.</translation>
    </message>
    <message>
        <source>%1 gave two different answers to who signed in.</source>
        <translation>%1 hat zwei verschiedene Antworten darauf gegeben, wer sich angemeldet hat.</translation>
    </message>
    <message>
        <source>A sign-in by code opens no page of its own.</source>
        <translation>Eine Anmeldung mit Code öffnet keine eigene Seite.</translation>
    </message>
    <message>
        <source>Open the shown address and type the code there.</source>
        <translation>Die gezeigte Adresse öffnen und den Code dort eingeben.</translation>
    </message>
    <message>
        <source>%1 has no sign-in by code.</source>
        <translation>%1 hat keine Anmeldung mit Code.</translation>
    </message>
    <message>
        <source>‘%1’ is not the address of a provider.</source>
        <translation>‚%1‘ ist nicht die Adresse eines Anbieters.</translation>
    </message>
    <message>
        <source>It begins with https:// and has no ? or # in it.</source>
        <translation>Sie beginnt mit https:// und enthält kein ? oder #.</translation>
    </message>
    <message>
        <source>%1 answers in the name of another provider.</source>
        <translation>%1 antwortet im Namen eines anderen Anbieters.</translation>
    </message>
    <message>
        <source>%1 did not answer.</source>
        <translation>%1 hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>The provider&apos;s proof of identity does not hold: %1</source>
        <translation>Der Identitätsnachweis des Anbieters hält nicht: %1</translation>
    </message>
    <message>
        <source>it does not say whom it is for.</source>
        <translation>er sagt nicht, für wen er ist.</translation>
    </message>
    <message>
        <source>it is meant for another program.</source>
        <translation>er ist für ein anderes Programm bestimmt.</translation>
    </message>
    <message>
        <source>it was given to another program.</source>
        <translation>er wurde einem anderen Programm gegeben.</translation>
    </message>
    <message>
        <source>it cannot be read.</source>
        <translation>er ist nicht lesbar.</translation>
    </message>
    <message>
        <source>it comes from another issuer.</source>
        <translation>er kommt von einem anderen Aussteller.</translation>
    </message>
    <message>
        <source>it names nobody.</source>
        <translation>er nennt niemanden.</translation>
    </message>
    <message>
        <source>it does not say when it ends.</source>
        <translation>er sagt nicht, wann er endet.</translation>
    </message>
    <message>
        <source>it has ended. Compare this computer&apos;s clock.</source>
        <translation>er ist abgelaufen. Die Uhr dieses Rechners vergleichen.</translation>
    </message>
    <message>
        <source>it does not say when it was made.</source>
        <translation>er sagt nicht, wann er entstand.</translation>
    </message>
    <message>
        <source>it was made at another time. Compare this computer&apos;s clock.</source>
        <translation>er entstand zu einer anderen Zeit. Die Uhr dieses Rechners vergleichen.</translation>
    </message>
    <message>
        <source>it is not valid yet. Compare this computer&apos;s clock.</source>
        <translation>er gilt noch nicht. Die Uhr dieses Rechners vergleichen.</translation>
    </message>
    <message>
        <source>it belongs to another sign-in.</source>
        <translation>er gehört zu einer anderen Anmeldung.</translation>
    </message>
    <message>
        <source>it belongs to another token.</source>
        <translation>er gehört zu einem anderen Token.</translation>
    </message>
    <message>
        <source>its signature is of a kind we do not accept.</source>
        <translation>seine Signatur ist von einer Art, die nicht angenommen wird.</translation>
    </message>
    <message>
        <source>the provider&apos;s keys are unknown.</source>
        <translation>die Schlüssel des Anbieters sind unbekannt.</translation>
    </message>
    <message>
        <source>its signature is wrong.</source>
        <translation>seine Signatur ist falsch.</translation>
    </message>
    <message>
        <source>The identity was signed with a key that %1 does not have.</source>
        <translation>Die Identität wurde mit einem Schlüssel signiert, den %1 nicht hat.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Erneut anmelden.</translation>
    </message>
    <message>
        <source>%1 did not give its keys.</source>
        <translation>%1 hat seine Schlüssel nicht gegeben.</translation>
    </message>
    <message>
        <source># Made by Latchkey when you signed in. You may change it.</source>
        <translation># Von Latchkey bei der Anmeldung angelegt. Darf geändert werden.</translation>
    </message>
    <message>
        <source>‘%1’ is no way of signing in: browser, device or api_key.</source>
        <translation>‚%1‘ ist keine Art der Anmeldung: browser, device oder api_key.</translation>
    </message>
    <message>
        <source>‘client_auth’ is none, client_secret_basic or client_secret_post.</source>
        <translation>‚client_auth‘ ist none, client_secret_basic oder client_secret_post.</translation>
    </message>
    <message>
        <source>‘scope_parameter’ is empty.</source>
        <translation>‚scope_parameter‘ ist leer.</translation>
    </message>
    <message>
        <source>‘%1’ is meant to be an https address.</source>
        <translation>‚%1‘ muss eine https-Adresse sein.</translation>
    </message>
    <message>
        <source>‘host’ is 127.0.0.1 or localhost.</source>
        <translation>‚host‘ ist 127.0.0.1 oder localhost.</translation>
    </message>
    <message>
        <source>‘path’ begins with a slash and has letters, digits and . _ ~ - only.</source>
        <translation>‚path‘ beginnt mit einem Schrägstrich und hat nur Buchstaben, Ziffern und . _ ~ -</translation>
    </message>
    <message>
        <source>‘scope_separator’ is empty.</source>
        <translation>‚scope_separator‘ ist leer.</translation>
    </message>
    <message>
        <source>‘id’ is made of small letters, digits and . _ -</source>
        <translation>‚id‘ besteht aus Kleinbuchstaben, Ziffern und . _ -</translation>
    </message>
    <message>
        <source>‘name’ is missing or too long.</source>
        <translation>‚name‘ fehlt oder ist zu lang.</translation>
    </message>
    <message>
        <source>‘letters’ is one or two letters.</source>
        <translation>‚letters‘ ist ein Buchstabe oder sind zwei.</translation>
    </message>
    <message>
        <source>‘tone’ is 0 to 9.</source>
        <translation>‚tone‘ ist 0 bis 9.</translation>
    </message>
    <message>
        <source>‘methods’ names no way of signing in.</source>
        <translation>‚methods‘ nennt keine Art der Anmeldung.</translation>
    </message>
    <message>
        <source>‘aliases’ are made of small letters, digits and . _ -</source>
        <translation>‚aliases‘ bestehen aus Kleinbuchstaben, Ziffern und . _ -</translation>
    </message>
    <message>
        <source>‘browser’ needs authorization_endpoint and token_endpoint, or issuer.</source>
        <translation>‚browser‘ braucht authorization_endpoint und token_endpoint, oder issuer.</translation>
    </message>
    <message>
        <source>‘device’ needs device_endpoint and token_endpoint, or issuer.</source>
        <translation>‚device‘ braucht device_endpoint und token_endpoint, oder issuer.</translation>
    </message>
    <message>
        <source>The file is too large for a service.</source>
        <translation>Die Datei ist zu groß für einen Dienst.</translation>
    </message>
    <message>
        <source>‘%1’ is meant to be a table.</source>
        <translation>‚%1‘ muss eine Tabelle sein.</translation>
    </message>
    <message>
        <source>‘%1’ is out of range.</source>
        <translation>‚%1‘ liegt außerhalb des Erlaubten.</translation>
    </message>
    <message>
        <source>‘%1’ is meant to be a list of port numbers.</source>
        <translation>‚%1‘ muss eine Liste von Portnummern sein.</translation>
    </message>
    <message>
        <source>‘%1.%2’ is meant to be a string.</source>
        <translation>‚%1.%2‘ muss ein Text sein.</translation>
    </message>
    <message>
        <source>‘%1’ is not a known key.</source>
        <translation>‚%1‘ ist kein bekannter Schlüssel.</translation>
    </message>
    <message>
        <source>The answer of the service cannot be read.</source>
        <translation>Die Antwort des Dienstes ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Check the address of the service.</source>
        <translation>Die Adresse des Dienstes prüfen.</translation>
    </message>
    <message>
        <source>%1 cannot be told to end the sign-in.</source>
        <translation>%1 lässt sich nicht sagen, dass die Anmeldung endet.</translation>
    </message>
    <message>
        <source>End it in your settings at %1.</source>
        <translation>Sie in den Einstellungen bei %1 beenden.</translation>
    </message>
    <message>
        <source>The client of %1 was changed after this sign-in.</source>
        <translation>Der Client von %1 wurde nach dieser Anmeldung geändert.</translation>
    </message>
    <message>
        <source>The client secret of %1 is missing.</source>
        <translation>Das Client-Geheimnis von %1 fehlt.</translation>
    </message>
    <message>
        <source>Enter it where the sign-in begins: Add account, %1.</source>
        <translation>Dort eintragen, wo die Anmeldung beginnt: Konto hinzufügen, %1.</translation>
    </message>
    <message>
        <source>%1 answered with tokens of somebody else.</source>
        <translation>%1 hat mit Token von jemand anderem geantwortet.</translation>
    </message>
    <message>
        <source>%1 gave no refresh token, so this sign-in cannot be renewed.</source>
        <translation>%1 hat kein Refresh-Token gegeben; diese Anmeldung lässt sich nicht erneuern.</translation>
    </message>
    <message>
        <source>Sign in again when it runs out.</source>
        <translation>Erneut anmelden, wenn sie abläuft.</translation>
    </message>
    <message>
        <source>Latchkey is locked.</source>
        <translation>Latchkey ist gesperrt.</translation>
    </message>
    <message>
        <source>%1 is not signed in.</source>
        <translation>%1 ist nicht angemeldet.</translation>
    </message>
    <message>
        <source>Sign in to go on.</source>
        <translation>Zum Fortfahren anmelden.</translation>
    </message>
    <message>
        <source>Latchkey was locked.</source>
        <translation>Latchkey wurde gesperrt.</translation>
    </message>
    <message>
        <source>The service gives tokens of the type ‘%1’.</source>
        <translation>Der Dienst gibt Token der Art ‚%1‘.</translation>
    </message>
    <message>
        <source>Latchkey uses Bearer tokens; register another client there.</source>
        <translation>Latchkey verwendet Bearer-Token; dort einen anderen Client registrieren.</translation>
    </message>
    <message>
        <source>The folder of %1 cannot be made.</source>
        <translation>Der Ordner von %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>an account has to be a table.</source>
        <translation>Ein Konto muss eine Tabelle sein.</translation>
    </message>
    <message>
        <source>write each account below [[accounts]].</source>
        <translation>Jedes Konto unter [[accounts]] schreiben.</translation>
    </message>
    <message>
        <source>%1 is listed twice.</source>
        <translation>%1 steht zweimal in der Liste.</translation>
    </message>
    <message>
        <source>There is no encrypted file yet.</source>
        <translation>Es gibt noch keine verschlüsselte Datei.</translation>
    </message>
    <message>
        <source>Choose in the settings where secrets are kept.</source>
        <translation>In den Einstellungen wählen, wo Geheimnisse liegen.</translation>
    </message>
    <message>
        <source>The folder of %1 cannot be written.</source>
        <translation>In den Ordner von %1 lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Check who may write into that folder.</source>
        <translation>Prüfen, wer in den Ordner schreiben darf.</translation>
    </message>
    <message>
        <source>Another program is writing the store.</source>
        <translation>Ein anderes Programm schreibt gerade den Tresor.</translation>
    </message>
    <message>
        <source>The key %1 does not belong to %2.</source>
        <translation>Der Schlüssel %1 gehört nicht zu %2.</translation>
    </message>
    <message>
        <source>Put the two files back that belong together.</source>
        <translation>Die beiden Dateien zurücklegen, die zusammengehören.</translation>
    </message>
    <message>
        <source>The store has got a new passphrase.</source>
        <translation>Der Tresor hat eine neue Passphrase.</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 ist schon da.</translation>
    </message>
    <message>
        <source>Move it and %1 away, then try again.</source>
        <translation>Es und %1 wegräumen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Move it away, then try again.</source>
        <translation>Wegräumen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The store is opened by your own key file.</source>
        <translation>Der Tresor wird von einer eigenen Schlüsseldatei geöffnet.</translation>
    </message>
    <message>
        <source>Clear store.key_file first; Latchkey then makes a key.</source>
        <translation>Zuerst store.key_file leeren; Latchkey legt dann einen Schlüssel an.</translation>
    </message>
    <message>
        <source>%1 cannot be removed.</source>
        <translation>%1 lässt sich nicht entfernen.</translation>
    </message>
    <message>
        <source>The keyring was not opened.</source>
        <translation>Der Schlüsselbund wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>The keyring does not let Latchkey in.</source>
        <translation>Der Schlüsselbund lässt Latchkey nicht herein.</translation>
    </message>
    <message>
        <source>Allow it in the keyring&apos;s own settings.</source>
        <translation>In den Einstellungen des Schlüsselbunds erlauben.</translation>
    </message>
    <message>
        <source>No keyring answers on this desktop.</source>
        <translation>In dieser Arbeitsumgebung antwortet kein Schlüsselbund.</translation>
    </message>
    <message>
        <source>Start one, or keep the secrets in an encrypted file (Settings, Store).</source>
        <translation>Einen starten oder die Geheimnisse in einer verschlüsselten Datei verwahren (Einstellungen, Tresor).</translation>
    </message>
    <message>
        <source>The keyring could not do it: %1</source>
        <translation>Der Schlüsselbund konnte es nicht: %1</translation>
    </message>
    <message>
        <source>Try again; if it stays so, look whether the keyring program runs.</source>
        <translation>Noch einmal versuchen; bleibt es so, nachsehen, ob das Schlüsselbund-Programm läuft.</translation>
    </message>
    <message>
        <source>The keyring has not been asked yet.</source>
        <translation>Der Schlüsselbund wurde noch nicht gefragt.</translation>
    </message>
    <message>
        <source>The keyring did not give back what it was given.</source>
        <translation>Der Schlüsselbund hat nicht zurückgegeben, was er bekommen hat.</translation>
    </message>
    <message>
        <source>Keep the secrets in an encrypted file (Settings, Store).</source>
        <translation>Die Geheimnisse in einer verschlüsselten Datei verwahren (Einstellungen, Tresor).</translation>
    </message>
    <message>
        <source>The keyring of this desktop has not been set up yet.</source>
        <translation>Der Schlüsselbund dieser Arbeitsumgebung ist noch nicht eingerichtet.</translation>
    </message>
    <message>
        <source>Unlock it; it then asks for a new password.</source>
        <translation>Entsperren; er fragt dann nach einem neuen Passwort.</translation>
    </message>
    <message>
        <source>The keyring is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>The keyring did not answer in time.</source>
        <translation>Der Schlüsselbund hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Look for its password dialog, or unlock the keyring.</source>
        <translation>Nach seinem Passwortfenster sehen oder den Schlüsselbund entsperren.</translation>
    </message>
    <message>
        <source>Remove it; old copies of secrets may stay where they were.</source>
        <translation>Entfernen; alte Kopien von Geheimnissen können liegen bleiben.</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Windows Credential Manager</source>
        <translation>Windows-Anmeldeinformationsverwaltung</translation>
    </message>
    <message>
        <source>The new store did not give back what it was given.</source>
        <translation>Der neue Tresor hat nicht zurückgegeben, was er bekommen hat.</translation>
    </message>
    <message>
        <source>The secrets stay where they are. Try again.</source>
        <translation>Die Geheimnisse bleiben, wo sie sind. Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Secrets are not kept in memory alone.</source>
        <translation>Geheimnisse werden nicht allein im Arbeitsspeicher verwahrt.</translation>
    </message>
    <message>
        <source>The store is fixed by the %1.</source>
        <translation>Der Tresor ist festgelegt: %1.</translation>
    </message>
    <message>
        <source>Take store.kind out of it, then try again.</source>
        <translation>store.kind dort herausnehmen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The store is being opened.</source>
        <translation>Der Tresor wird gerade geöffnet.</translation>
    </message>
    <message>
        <source>This passphrase does not open the store.</source>
        <translation>Diese Passphrase öffnet den Tresor nicht.</translation>
    </message>
    <message>
        <source>Type it again; look at Caps Lock and the keyboard layout.</source>
        <translation>Noch einmal eingeben; auf Feststelltaste und Tastaturbelegung achten.</translation>
    </message>
</context>
<context>
    <name>Working</name>
    <message>
        <source>Almost there</source>
        <translation>Gleich fertig</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Einen Augenblick</translation>
    </message>
    <message>
        <source>We are storing what %1 gives us.</source>
        <translation>Was %1 gibt, kommt in den Tresor.</translation>
    </message>
    <message>
        <source>We are asking %1 how to sign in.</source>
        <translation>%1 wird gefragt, wie die Anmeldung geht.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>agent</name>
    <message>
        <source>There is already an account called %1.</source>
        <translation>Ein Konto namens %1 gibt es schon.</translation>
    </message>
    <message>
        <source>Choose another name, or remove that one first.</source>
        <translation>Einen anderen Namen wählen oder jenes zuerst entfernen.</translation>
    </message>
    <message>
        <source>There is no account called %1.</source>
        <translation>Ein Konto namens %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Renewing failed.</source>
        <translation>Das Erneuern ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>‘%1’ is no span of the day.</source>
        <translation>‚%1‘ ist keine Zeitspanne des Tages.</translation>
    </message>
    <message>
        <source>Write it as 20:00-08:00.</source>
        <translation>So schreiben: 20:00-08:00.</translation>
    </message>
    <message>
        <source>There is no client id yet.</source>
        <translation>Es gibt noch keine Client-ID.</translation>
    </message>
    <message>
        <source>Copy it from the page where you registered Latchkey.</source>
        <translation>Von der Seite kopieren, auf der Latchkey registriert ist.</translation>
    </message>
    <message>
        <source>%1 does not offer this way to sign in.</source>
        <translation>%1 bietet diese Art der Anmeldung nicht.</translation>
    </message>
    <message>
        <source>An API key needs no sign-in.</source>
        <translation>Ein API-Schlüssel braucht keine Anmeldung.</translation>
    </message>
    <message>
        <source>There is no service called %1.</source>
        <translation>Ein Dienst namens %1 ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 does not know Latchkey yet.</source>
        <translation>%1 kennt Latchkey noch nicht.</translation>
    </message>
    <message>
        <source>Register Latchkey there and enter the client id it gives.</source>
        <translation>Latchkey dort registrieren und die Client-ID eintragen, die es dafür gibt.</translation>
    </message>
    <message>
        <source>This sign-in has ended.</source>
        <translation>Diese Anmeldung ist beendet.</translation>
    </message>
    <message>
        <source>Begin it again.</source>
        <translation>Neu beginnen.</translation>
    </message>
    <message>
        <source>%1 is an AWS account; this version cannot use it.</source>
        <translation>%1 ist ein AWS-Konto; diese Version kann es nicht verwenden.</translation>
    </message>
    <message>
        <source>The key of %1 is not on this computer.</source>
        <translation>Der Schlüssel von %1 ist nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Add the account again and paste its key.</source>
        <translation>Das Konto neu hinzufügen und seinen Schlüssel einfügen.</translation>
    </message>
    <message>
        <source>A key cannot be refreshed.</source>
        <translation>Ein Schlüssel lässt sich nicht erneuern.</translation>
    </message>
    <message>
        <source>Make a new one at the service and paste it here.</source>
        <translation>Beim Dienst einen neuen anlegen und hier einfügen.</translation>
    </message>
    <message>
        <source>The store is locked.</source>
        <translation>Der Tresor ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock it to go on.</source>
        <translation>Zum Fortfahren entsperren.</translation>
    </message>
    <message>
        <source>The store of secrets does not answer.</source>
        <translation>Der Tresor antwortet nicht.</translation>
    </message>
</context>
<context>
    <name>apps</name>
    <message>
        <source>There is no browser here.</source>
        <translation>Hier gibt es keinen Browser.</translation>
    </message>
    <message>
        <source>A store for secrets is open: %1.</source>
        <translation>Ein Tresor für Geheimnisse ist offen: %1.</translation>
    </message>
    <message>
        <source>a key made for this tour</source>
        <translation>ein Schlüssel nur für diesen Rundgang</translation>
    </message>
    <message>
        <source>An account is kept: %1 (%2).</source>
        <translation>Ein Konto ist verwahrt: %1 (%2).</translation>
    </message>
    <message>
        <source>It is listed, standing “%1”. Programs would ask for %2.</source>
        <translation>Es steht in der Liste, Stand „%1“. Programme würden nach %2 fragen.</translation>
    </message>
    <message>
        <source>Its key was asked for and given: %1 characters, the same as were kept.</source>
        <translation>Sein Schlüssel wurde verlangt und gegeben: %1 Zeichen, dieselben, die verwahrt wurden.</translation>
    </message>
    <message>
        <source>Locked, it gives nothing: “%1”</source>
        <translation>Gesperrt gibt es nichts heraus: „%1“</translation>
    </message>
    <message>
        <source>Unlocked again.</source>
        <translation>Wieder entsperrt.</translation>
    </message>
    <message>
        <source>The account and its key are removed.</source>
        <translation>Das Konto und sein Schlüssel sind entfernt.</translation>
    </message>
    <message>
        <source>The record of all this has %1 lines, and each fits the one before.</source>
        <translation>Das Protokoll davon hat %1 Zeilen, und jede passt zur vorigen.</translation>
    </message>
    <message>
        <source>A folder of its own, gone at the end: %1</source>
        <translation>Ein eigener Ordner, am Ende wieder fort: %1</translation>
    </message>
    <message>
        <source>The store of secrets did not open.</source>
        <translation>Der Tresor ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The account is not in the list.</source>
        <translation>Das Konto steht nicht in der Liste.</translation>
    </message>
    <message>
        <source>What came back is not what was kept.</source>
        <translation>Was zurückkam, ist nicht, was verwahrt wurde.</translation>
    </message>
    <message>
        <source>A locked desk gave something out.</source>
        <translation>Trotz Sperre wurde etwas herausgegeben.</translation>
    </message>
    <message>
        <source>The account was not removed.</source>
        <translation>Das Konto wurde nicht entfernt.</translation>
    </message>
</context>
<context>
    <name>apps::QuickWindow</name>
    <message>
        <source>The window could not be made.</source>
        <translation>Das Fenster ließ sich nicht anlegen.</translation>
    </message>
</context>
<context>
    <name>base</name>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Check the free space and who may write into that folder.</source>
        <translation>Den freien Platz prüfen, und wer in den Ordner schreiben darf.</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 ist nicht da.</translation>
    </message>
    <message>
        <source>%1 is a folder, not a file.</source>
        <translation>%1 ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>Check who may read that file.</source>
        <translation>Prüfen, wer die Datei lesen darf.</translation>
    </message>
    <message>
        <source>%1 is larger than the %2 KiB that are read.</source>
        <translation>%1 ist größer als die %2 KiB, die gelesen werden.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be created.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>Check who owns the folder above it, and whether the disk is full.</source>
        <translation>Prüfen, wem der Ordner darüber gehört und ob der Datenträger voll ist.</translation>
    </message>
    <message>
        <source>The folder %1 belongs to somebody else.</source>
        <translation>Der Ordner %1 gehört jemand anderem.</translation>
    </message>
    <message>
        <source>Remove it, or give it to yourself with chown.</source>
        <translation>Entfernen oder mit chown übernehmen.</translation>
    </message>
    <message>
        <source>%1:%2:%3: ‘%4’ has to be %5; it is %6.</source>
        <translation>%1:%2:%3: ‚%4‘ muss %5 sein; es ist %6.</translation>
    </message>
    <message>
        <source>Correct that line.</source>
        <translation>Diese Zeile berichtigen.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a decimal number</source>
        <translation>eine Dezimalzahl</translation>
    </message>
    <message>
        <source>a string</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>ein Datum</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>Correct that line; the rest of the file is left alone.</source>
        <translation>Diese Zeile berichtigen; der Rest der Datei bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>%1: a key has too many parts.</source>
        <translation>%1: Ein Schlüssel hat zu viele Teile.</translation>
    </message>
    <message>
        <source>a list of strings</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source>a date such as 2026-11-22T12:00:00Z</source>
        <translation>ein Datum wie 2026-11-22T12:00:00Z</translation>
    </message>
    <message>
        <source>‘%1’ is not a key in TOML.</source>
        <translation>‚%1‘ ist kein Schlüssel in TOML.</translation>
    </message>
    <message>
        <source>This is not a value in TOML.</source>
        <translation>Das ist kein Wert in TOML.</translation>
    </message>
    <message>
        <source>There is no block %1 in ‘%2’.</source>
        <translation>In ‚%2‘ gibt es keinen Block %1.</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a list of some of these: %1</source>
        <translation>eine Liste aus diesen: %1</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eines von %1</translation>
    </message>
    <message>
        <source>%1: ‘%2’ has to be %3, not %4.</source>
        <translation>%1: ‚%2‘ muss %3 sein, nicht %4.</translation>
    </message>
    <message>
        <source>Correct the value, or take it out to have the built-in one.</source>
        <translation>Den Wert berichtigen oder herausnehmen, dann gilt der eingebaute.</translation>
    </message>
    <message>
        <source>%1:%2: unknown key ‘%3’.</source>
        <translation>%1:%2: unbekannter Schlüssel ‚%3‘.</translation>
    </message>
    <message>
        <source>There is no setting ‘%1’.</source>
        <translation>Eine Einstellung ‚%1‘ gibt es nicht.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>‘%1’ comes from the environment or the command line.</source>
        <translation>‚%1‘ kommt aus der Umgebung oder von der Befehlszeile.</translation>
    </message>
    <message>
        <source>Take it out there (%1) to change it here.</source>
        <translation>Dort herausnehmen (%1), um es hier zu ändern.</translation>
    </message>
    <message>
        <source>‘%1’ is, or is in, a list of tables in %2.</source>
        <translation>‚%1‘ ist in %2 eine Liste von Tabellen oder steht in einer.</translation>
    </message>
    <message>
        <source>‘%1’ is not a list of tables in %2.</source>
        <translation>‚%1‘ ist in %2 keine Liste von Tabellen.</translation>
    </message>
    <message>
        <source>The log %1 cannot be written: %2.</source>
        <translation>Das Log %1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Check who may write into that folder.</source>
        <translation>Prüfen, wer in den Ordner schreiben darf.</translation>
    </message>
    <message>
        <source>‘%1’ is not one of %2.</source>
        <translation>‚%1‘ ist keines von %2.</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>‘%1’ is no kind of account.</source>
        <translation>‚%1‘ ist keine Art von Konto.</translation>
    </message>
    <message>
        <source>Kinds are oauth, api_key, aws_keys, aws_role and aws_sso.</source>
        <translation>Arten sind oauth, api_key, aws_keys, aws_role und aws_sso.</translation>
    </message>
    <message>
        <source>An account needs a service and a name.</source>
        <translation>Ein Konto braucht einen Dienst und einen Namen.</translation>
    </message>
    <message>
        <source>‘%1’ cannot be a name.</source>
        <translation>‚%1‘ kann kein Name sein.</translation>
    </message>
    <message>
        <source>Use letters a–z, digits, dot, dash and underscore; begin with a letter or digit.</source>
        <translation>Buchstaben a–z, Ziffern, Punkt, Strich und Unterstrich; am Anfang ein Buchstabe oder eine Ziffer.</translation>
    </message>
    <message>
        <source>‘%1’ does not name an account.</source>
        <translation>‚%1‘ bezeichnet kein Konto.</translation>
    </message>
    <message>
        <source>Write it as service/account, such as github/work.</source>
        <translation>So schreiben: Dienst/Konto, etwa github/work.</translation>
    </message>
    <message>
        <source>There is no key yet.</source>
        <translation>Es gibt noch keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Paste the key that the service gave you.</source>
        <translation>Den Schlüssel einfügen, den der Dienst ausgegeben hat.</translation>
    </message>
    <message>
        <source>This begins like a header, not like a key.</source>
        <translation>Das beginnt wie eine Kopfzeile, nicht wie ein Schlüssel.</translation>
    </message>
    <message>
        <source>Leave out “Bearer” and what stands before the key.</source>
        <translation>„Bearer“ und alles vor dem Schlüssel weglassen.</translation>
    </message>
    <message>
        <source>This is more than one line.</source>
        <translation>Das ist mehr als eine Zeile.</translation>
    </message>
    <message>
        <source>Paste the key alone.</source>
        <translation>Nur den Schlüssel einfügen.</translation>
    </message>
    <message>
        <source>This is a whole NAME=value line.</source>
        <translation>Das ist eine ganze Zeile NAME=Wert.</translation>
    </message>
    <message>
        <source>Paste what stands behind the equals sign.</source>
        <translation>Einfügen, was hinter dem Gleichheitszeichen steht.</translation>
    </message>
    <message>
        <source>There is a space inside.</source>
        <translation>Es ist ein Leerzeichen darin.</translation>
    </message>
    <message>
        <source>A key has no spaces. Copy it again.</source>
        <translation>Ein Schlüssel hat keine Leerzeichen. Noch einmal kopieren.</translation>
    </message>
    <message>
        <source>There are quotes around it.</source>
        <translation>Es stehen Anführungszeichen darum.</translation>
    </message>
    <message>
        <source>Leave out the quotes.</source>
        <translation>Die Anführungszeichen weglassen.</translation>
    </message>
    <message>
        <source>There is a character inside that no key has.</source>
        <translation>Es ist ein Zeichen darin, das kein Schlüssel hat.</translation>
    </message>
    <message>
        <source>Copy it again, from the service&apos;s own page.</source>
        <translation>Noch einmal kopieren, von der Seite des Dienstes selbst.</translation>
    </message>
    <message>
        <source>The record knows no ‘%1’.</source>
        <translation>Das Protokoll kennt kein ‚%1‘.</translation>
    </message>
    <message>
        <source>‘%1’ is not a reference.</source>
        <translation>‚%1‘ ist kein Verweis.</translation>
    </message>
    <message>
        <source>Write it as auth://service/account/type, such as auth://github/work/token.</source>
        <translation>So schreiben: auth://Dienst/Konto/Art, etwa auth://github/work/token.</translation>
    </message>
    <message>
        <source>‘%1’ is not a span of time.</source>
        <translation>‚%1‘ ist keine Zeitspanne.</translation>
    </message>
    <message>
        <source>Write a number and s, m, h or d, such as 24h.</source>
        <translation>Eine Zahl und s, m, h oder d schreiben, etwa 24h.</translation>
    </message>
    <message>
        <source>The stored tokens cannot be read.</source>
        <translation>Die verwahrten Token lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>Sign in again to replace them.</source>
        <translation>Erneut anmelden, um sie zu ersetzen.</translation>
    </message>
    <message>
        <source>‘%1’ is no way of client authentication.</source>
        <translation>‚%1‘ ist keine Art der Client-Anmeldung.</translation>
    </message>
</context>
<context>
    <name>crypto</name>
    <message>
        <source>The key or the nonce has the wrong length.</source>
        <translation>Der Schlüssel oder die Nonce hat die falsche Länge.</translation>
    </message>
    <message>
        <source>The data is too large to encrypt in one piece.</source>
        <translation>Die Daten sind zu groß, um sie in einem Stück zu verschlüsseln.</translation>
    </message>
    <message>
        <source>OpenSSL could not run the cipher.</source>
        <translation>OpenSSL konnte die Verschlüsselung nicht ausführen.</translation>
    </message>
    <message>
        <source>The key does not fit, or the data was changed.</source>
        <translation>Der Schlüssel passt nicht, oder die Daten wurden verändert.</translation>
    </message>
    <message>
        <source>Nobody could open this file: it has no recipient.</source>
        <translation>Niemand könnte diese Datei öffnen: Sie hat keinen Empfänger.</translation>
    </message>
    <message>
        <source>The work factor must lie between 1 and %1.</source>
        <translation>Der Aufwandsfaktor muss zwischen 1 und %1 liegen.</translation>
    </message>
    <message>
        <source>This is not an age file, or it was changed.</source>
        <translation>Das ist keine age-Datei, oder sie wurde verändert.</translation>
    </message>
    <message>
        <source>The file&apos;s list of recipients was changed.</source>
        <translation>Die Empfängerliste der Datei wurde verändert.</translation>
    </message>
    <message>
        <source>Restore it from a backup.</source>
        <translation>Aus einer Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>The age file was written by a newer program.</source>
        <translation>Die age-Datei stammt von einem neueren Programm.</translation>
    </message>
    <message>
        <source>Update Latchkey and try again.</source>
        <translation>Latchkey aktualisieren und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Use an X25519 key, as age-keygen makes them.</source>
        <translation>Einen X25519-Schlüssel verwenden, wie age-keygen ihn macht.</translation>
    </message>
    <message>
        <source>Latchkey cannot encrypt to post-quantum keys yet.</source>
        <translation>Latchkey kann noch nicht mit Post-Quanten-Schlüsseln verschlüsseln.</translation>
    </message>
    <message>
        <source>Latchkey cannot encrypt to SSH keys.</source>
        <translation>Latchkey kann nicht mit SSH-Schlüsseln verschlüsseln.</translation>
    </message>
    <message>
        <source>This is not an age recipient.</source>
        <translation>Das ist kein age-Empfänger.</translation>
    </message>
    <message>
        <source>A recipient begins with “age1”.</source>
        <translation>Ein Empfänger beginnt mit „age1“.</translation>
    </message>
    <message>
        <source>Latchkey cannot use post-quantum keys yet.</source>
        <translation>Latchkey kann Post-Quanten-Schlüssel noch nicht verwenden.</translation>
    </message>
    <message>
        <source>Latchkey cannot use the keys of age plug-ins.</source>
        <translation>Latchkey kann Schlüssel von age-Erweiterungen nicht verwenden.</translation>
    </message>
    <message>
        <source>This is not an age identity.</source>
        <translation>Das ist keine age-Identität.</translation>
    </message>
    <message>
        <source>An identity begins with “AGE-SECRET-KEY-1”.</source>
        <translation>Eine Identität beginnt mit „AGE-SECRET-KEY-1“.</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>The key file holds no key.</source>
        <translation>Die Schlüsseldatei enthält keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Make one with age-keygen.</source>
        <translation>Einen mit age-keygen anlegen.</translation>
    </message>
    <message>
        <source>The file&apos;s passphrase takes more work to check than is safe here.</source>
        <translation>Die Passphrase der Datei zu prüfen, kostet mehr Aufwand, als hier vertretbar ist.</translation>
    </message>
    <message>
        <source>The file is encrypted to a post-quantum key, which Latchkey cannot open yet.</source>
        <translation>Die Datei ist für einen Post-Quanten-Schlüssel verschlüsselt, den Latchkey noch nicht öffnen kann.</translation>
    </message>
    <message>
        <source>Encrypt it to an X25519 key (age1…) as well.</source>
        <translation>Sie auch für einen X25519-Schlüssel (age1…) verschlüsseln.</translation>
    </message>
    <message>
        <source>None of the keys opens this file.</source>
        <translation>Keiner der Schlüssel öffnet diese Datei.</translation>
    </message>
    <message>
        <source>The passphrase does not open this file.</source>
        <translation>Die Passphrase öffnet diese Datei nicht.</translation>
    </message>
    <message>
        <source>The encrypted file is damaged or cut short.</source>
        <translation>Die verschlüsselte Datei ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>The key is not written correctly.</source>
        <translation>Der Schlüssel ist nicht richtig geschrieben.</translation>
    </message>
    <message>
        <source>Copy the whole key again, without line breaks.</source>
        <translation>Den ganzen Schlüssel noch einmal kopieren, ohne Zeilenumbrüche.</translation>
    </message>
    <message>
        <source>The text is not valid base64url.</source>
        <translation>Der Text ist kein base64url.</translation>
    </message>
    <message>
        <source>The provider&apos;s signature key cannot be used.</source>
        <translation>Der Signaturschlüssel des Anbieters ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>The provider&apos;s list of signature keys cannot be read.</source>
        <translation>Die Liste der Signaturschlüssel des Anbieters ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The signed token is malformed.</source>
        <translation>Das signierte Token ist fehlerhaft aufgebaut.</translation>
    </message>
    <message>
        <source>The signature of the token is not valid.</source>
        <translation>Die Signatur des Tokens stimmt nicht.</translation>
    </message>
    <message>
        <source>The token is signed in a way that is not allowed.</source>
        <translation>Das Token ist auf eine Weise signiert, die nicht erlaubt ist.</translation>
    </message>
    <message>
        <source>There is not enough memory to derive the key.</source>
        <translation>Der Speicher reicht nicht, um den Schlüssel abzuleiten.</translation>
    </message>
    <message>
        <source>The key cannot be derived with these Argon2 settings.</source>
        <translation>Mit diesen Argon2-Einstellungen lässt sich der Schlüssel nicht ableiten.</translation>
    </message>
    <message>
        <source>The passphrase is empty.</source>
        <translation>Die Passphrase ist leer.</translation>
    </message>
    <message>
        <source>The X25519 key cannot be used.</source>
        <translation>Der X25519-Schlüssel ist nicht verwendbar.</translation>
    </message>
</context>
<context>
    <name>desktop</name>
    <message>
        <source>Windows refused the entry.</source>
        <translation>Windows hat den Eintrag verweigert.</translation>
    </message>
    <message>
        <source>%1 cannot be removed.</source>
        <translation>%1 lässt sich nicht entfernen.</translation>
    </message>
    <message>
        <source>Look at its permissions.</source>
        <translation>Die Zugriffsrechte ansehen.</translation>
    </message>
    <message>
        <source>%1 cannot be made.</source>
        <translation>%1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2.</source>
        <translation>%1 lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>Latchkey runs already, but does not answer.</source>
        <translation>Latchkey läuft bereits, antwortet aber nicht.</translation>
    </message>
    <message>
        <source>End it and start it again.</source>
        <translation>Es beenden und neu starten.</translation>
    </message>
    <message>
        <source>That is not a web address.</source>
        <translation>Das ist keine Webadresse.</translation>
    </message>
    <message>
        <source>No browser could be started.</source>
        <translation>Es ließ sich kein Browser starten.</translation>
    </message>
    <message>
        <source>Copy the link and open it in a browser.</source>
        <translation>Den Link kopieren und in einem Browser öffnen.</translation>
    </message>
</context>
<context>
    <name>desktop::AccountDetails</name>
    <message>
        <source>Copied. Cleared from the clipboard in %1 s.</source>
        <translation>Kopiert. In %1 s aus der Zwischenablage gelöscht.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Refreshed.</source>
        <translation>Erneuert.</translation>
    </message>
    <message>
        <source>refreshed %1</source>
        <translation>erneuert %1</translation>
    </message>
    <message>
        <source>refreshed when used</source>
        <translation>wird bei Gebrauch erneuert</translation>
    </message>
    <message>
        <source>warned %1</source>
        <translation>gewarnt wird %1</translation>
    </message>
    <message>
        <source>%1, %2 long</source>
        <translation>%1, %2 lang</translation>
    </message>
    <message>
        <source>ended by the service</source>
        <translation>vom Dienst beendet</translation>
    </message>
    <message>
        <source>yes, renews by itself</source>
        <translation>ja, erneuert sich selbst</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
</context>
<context>
    <name>desktop::ActivityModel</name>
    <message>
        <source>Kept for %1 days</source>
        <translation>%1 Tage aufgehoben</translation>
    </message>
    <message>
        <source>Reading the record…</source>
        <translation>Protokoll wird gelesen…</translation>
    </message>
    <message>
        <source>The record is whole: %1 entries, each sealed by the one before.</source>
        <translation>Das Protokoll ist vollständig: %1 Einträge, jeder durch den vorigen versiegelt.</translation>
    </message>
</context>
<context>
    <name>desktop::DesktopApp</name>
    <message>
        <source>Copied. Cleared from the clipboard in %1 s.</source>
        <translation>Kopiert. In %1 s aus der Zwischenablage gelöscht.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>%1 is refreshed.</source>
        <translation>%1 ist erneuert.</translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation>%1 ist entfernt.</translation>
    </message>
    <message>
        <source>%1 refreshed, %2 failed</source>
        <translation>%1 erneuert, %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 accounts are refreshed.</source>
        <translation>%1 Konten sind erneuert.</translation>
    </message>
    <message>
        <source>%1 removed, %2 failed</source>
        <translation>%1 entfernt, %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 accounts are removed.</source>
        <translation>%1 Konten sind entfernt.</translation>
    </message>
</context>
<context>
    <name>tray::DesktopNotifier</name>
    <message>
        <source>Open Latchkey</source>
        <translation>Latchkey öffnen</translation>
    </message>
</context>
<context>
    <name>tray::ErrorAction</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>It is not there</source>
        <translation>Das ist nicht da</translation>
    </message>
    <message>
        <source>The store is locked</source>
        <translation>Der Tresor ist gesperrt</translation>
    </message>
    <message>
        <source>The answer was no</source>
        <translation>Die Antwort war nein</translation>
    </message>
    <message>
        <source>A new sign-in is needed</source>
        <translation>Eine neue Anmeldung ist nötig</translation>
    </message>
    <message>
        <source>It has expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Something is not right yet</source>
        <translation>Etwas stimmt noch nicht</translation>
    </message>
    <message>
        <source>There was no answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>It took too long</source>
        <translation>Es hat zu lange gedauert</translation>
    </message>
    <message>
        <source>Another program failed</source>
        <translation>Ein anderes Programm ist gescheitert</translation>
    </message>
    <message>
        <source>Something else changed it</source>
        <translation>Etwas anderes hat es geändert</translation>
    </message>
    <message>
        <source>A file is damaged</source>
        <translation>Eine Datei ist beschädigt</translation>
    </message>
    <message>
        <source>That cannot be done here</source>
        <translation>Das geht hier nicht</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Something went wrong in Latchkey</source>
        <translation>In Latchkey ist etwas schiefgegangen</translation>
    </message>
</context>
<context>
    <name>tray::Phrases</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 Jahre</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>vor %1 Tagen</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>format of a time of day</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>format of a day of this year</comment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>format of a day</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <comment>format of a day in full</comment>
        <translation>dddd, d. MMMM yyyy</translation>
    </message>
    <message>
        <source>HH:mm:ss</source>
        <comment>format of a time in full</comment>
        <translation>HH:mm:ss</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>today at %1</source>
        <translation>heute um %1</translation>
    </message>
    <message>
        <source>yesterday at %1</source>
        <translation>gestern um %1</translation>
    </message>
    <message>
        <source>tomorrow at %1</source>
        <translation>morgen um %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 um %2</translation>
    </message>
    <message>
        <source>%1 days before</source>
        <translation>%1 Tage vorher</translation>
    </message>
    <message>
        <source>1 hour before</source>
        <translation>1 Stunde vorher</translation>
    </message>
    <message>
        <source>%1 hours before</source>
        <translation>%1 Stunden vorher</translation>
    </message>
    <message>
        <source>1 minute before</source>
        <translation>1 Minute vorher</translation>
    </message>
    <message>
        <source>%1 minutes before</source>
        <translation>%1 Minuten vorher</translation>
    </message>
    <message>
        <source>%1 seconds before</source>
        <translation>%1 Sekunden vorher</translation>
    </message>
    <message>
        <source>renewed when used</source>
        <translation>wird bei Gebrauch erneuert</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>unter 1 min</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>No expiry</source>
        <translation>Ohne Ablauf</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Expiring</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>OAuth</source>
        <translation>OAuth</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>AWS keys</source>
        <translation>AWS-Schlüssel</translation>
    </message>
    <message>
        <source>AWS role</source>
        <translation>AWS-Rolle</translation>
    </message>
    <message>
        <source>AWS SSO</source>
        <translation>AWS SSO</translation>
    </message>
    <message>
        <source>browser</source>
        <comment>a way to sign in</comment>
        <translation>Browser</translation>
    </message>
    <message>
        <source>code</source>
        <comment>a way to sign in</comment>
        <translation>Code</translation>
    </message>
    <message>
        <source>API key</source>
        <comment>a way to sign in</comment>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>added the account</source>
        <translation>hat das Konto hinzugefügt</translation>
    </message>
    <message>
        <source>tried to add the account</source>
        <translation>wollte das Konto hinzufügen</translation>
    </message>
    <message>
        <source>changed the account</source>
        <translation>hat das Konto geändert</translation>
    </message>
    <message>
        <source>tried to change the account</source>
        <translation>wollte das Konto ändern</translation>
    </message>
    <message>
        <source>removed the account</source>
        <translation>hat das Konto entfernt</translation>
    </message>
    <message>
        <source>tried to remove the account</source>
        <translation>wollte das Konto entfernen</translation>
    </message>
    <message>
        <source>began to sign in</source>
        <translation>hat eine Anmeldung begonnen</translation>
    </message>
    <message>
        <source>tried to sign in</source>
        <translation>wollte sich anmelden</translation>
    </message>
    <message>
        <source>read the token</source>
        <translation>hat das Token gelesen</translation>
    </message>
    <message>
        <source>asked for the token</source>
        <translation>hat nach dem Token gefragt</translation>
    </message>
    <message>
        <source>copied the token</source>
        <translation>hat das Token kopiert</translation>
    </message>
    <message>
        <source>tried to copy the token</source>
        <translation>wollte das Token kopieren</translation>
    </message>
    <message>
        <source>refreshed the token</source>
        <translation>hat das Token erneuert</translation>
    </message>
    <message>
        <source>tried to refresh</source>
        <translation>wollte erneuern</translation>
    </message>
    <message>
        <source>ended the token</source>
        <translation>hat das Token beendet</translation>
    </message>
    <message>
        <source>tried to end the token</source>
        <translation>wollte das Token beenden</translation>
    </message>
    <message>
        <source>moved the secrets</source>
        <translation>hat die Geheimnisse umgezogen</translation>
    </message>
    <message>
        <source>tried to move the secrets</source>
        <translation>wollte die Geheimnisse umziehen</translation>
    </message>
    <message>
        <source>locked the store</source>
        <translation>hat den Tresor gesperrt</translation>
    </message>
    <message>
        <source>unlocked the store</source>
        <translation>hat den Tresor entsperrt</translation>
    </message>
    <message>
        <source>tried to unlock the store</source>
        <translation>wollte den Tresor entsperren</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Selbst</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>service and account</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>‘%1’ is not a date.</source>
        <translation>‚%1‘ ist kein Datum.</translation>
    </message>
    <message>
        <source>Write it as year-month-day, such as 2026-12-31.</source>
        <translation>Als Jahr-Monat-Tag schreiben, etwa 2026-12-31.</translation>
    </message>
</context>
<context>
    <name>desktop::Preferences</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Set by the environment: LATCHKEY_%1.</source>
        <translation>Von der Umgebung gesetzt: LATCHKEY_%1.</translation>
    </message>
    <message>
        <source>Set on the command line.</source>
        <translation>Auf der Befehlszeile gesetzt.</translation>
    </message>
</context>
<context>
    <name>tray::SessionWatch</name>
    <message>
        <source>Locks before the computer sleeps</source>
        <translation>Sperrt, bevor der Rechner schläft</translation>
    </message>
</context>
<context>
    <name>desktop::SignInWizard</name>
    <message>
        <source>That is not an address. It begins with https://.</source>
        <translation>Das ist keine Adresse. Sie beginnt mit https://.</translation>
    </message>
    <message>
        <source>Use an address with https://; a password would be readable on the way.</source>
        <translation>Eine Adresse mit https:// verwenden; ein Passwort wäre unterwegs lesbar.</translation>
    </message>
    <message>
        <source>Say which service it is; that is its name in the list.</source>
        <translation>Sagen, welcher Dienst es ist; so heißt er in der Liste.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Einen Namen geben.</translation>
    </message>
    <message>
        <source>%1 is there already. This signs it in again.</source>
        <translation>%1 ist schon da und wird hiermit neu angemeldet.</translation>
    </message>
    <message>
        <source>Paste the client id that %1 shows you.</source>
        <translation>Die Client-ID einfügen, die %1 anzeigt.</translation>
    </message>
    <message>
        <source>%1 wants the client secret too.</source>
        <translation>%1 will auch das Client-Geheimnis.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Change the client…</source>
        <translation>Client ändern…</translation>
    </message>
    <message>
        <source>In your browser</source>
        <translation>Im Browser</translation>
    </message>
    <message>
        <source>We open %1. Your password stays there; we receive a token.</source>
        <translation>Es öffnet sich %1. Das Passwort bleibt dort; Latchkey bekommt ein Token.</translation>
    </message>
    <message>
        <source>With a code on another device</source>
        <translation>Mit einem Code auf einem anderen Gerät</translation>
    </message>
    <message>
        <source>For servers and remote desktops: type a short code on your phone.</source>
        <translation>Für Server und entfernte Arbeitsplätze: einen kurzen Code am Telefon eingeben.</translation>
    </message>
    <message>
        <source>Paste a token</source>
        <translation>Ein Token einfügen</translation>
    </message>
    <message>
        <source>A key or personal token that you have made yourself.</source>
        <translation>Ein selbst angelegter Schlüssel oder ein persönliches Token.</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
</context>
<context>
    <name>desktop::StoreView</name>
    <message>
        <source>the secrets of 1 account</source>
        <translation>die Geheimnisse von 1 Konto</translation>
    </message>
    <message>
        <source>the secrets of %1 accounts</source>
        <translation>die Geheimnisse von %1 Konten</translation>
    </message>
    <message>
        <source>%1 keeps %2, opened with your session.</source>
        <translation>%1 verwahrt %2 und öffnet sich mit der Sitzung.</translation>
    </message>
    <message>
        <source>%1 keeps %2, opened with a key file.</source>
        <translation>%1 verwahrt %2, geöffnet mit einer Schlüsseldatei.</translation>
    </message>
    <message>
        <source>%1 keeps %2, opened with a passphrase.</source>
        <translation>%1 verwahrt %2, geöffnet mit einer Passphrase.</translation>
    </message>
    <message>
        <source>Memory keeps %1 until Latchkey ends.</source>
        <translation>Der Arbeitsspeicher hält %1, bis Latchkey endet.</translation>
    </message>
    <message>
        <source>Use at least %1 characters; four words that do not belong together are good.</source>
        <translation>Mindestens %1 Zeichen verwenden; vier Wörter, die nicht zusammengehören, sind gut.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Die beiden sind nicht gleich.</translation>
    </message>
    <message>
        <source>The secrets have moved. Every entry was checked.</source>
        <translation>Die Geheimnisse sind umgezogen. Jeder Eintrag wurde geprüft.</translation>
    </message>
    <message>
        <source>Stopped. Everything is where it was.</source>
        <translation>Angehalten. Alles ist, wo es war.</translation>
    </message>
    <message>
        <source>%1 Everything is where it was.</source>
        <translation>%1 Alles ist, wo es war.</translation>
    </message>
</context>
<context>
    <name>tray::TrayIcon</name>
    <message>
        <source>Latchkey: offline</source>
        <translation>Latchkey: offline</translation>
    </message>
    <message>
        <source>Latchkey: working</source>
        <translation>Latchkey: arbeitet</translation>
    </message>
    <message>
        <source>Latchkey: %1</source>
        <comment>with the words of the menu&apos;s first line</comment>
        <translation>Latchkey: %1</translation>
    </message>
</context>
<context>
    <name>tray::TrayMenu</name>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>The store does not answer</source>
        <translation>Der Tresor antwortet nicht</translation>
    </message>
    <message>
        <source>No accounts yet</source>
        <translation>Noch keine Konten</translation>
    </message>
    <message>
        <source>Everything is in order</source>
        <translation>Alles in Ordnung</translation>
    </message>
    <message>
        <source>1 account needs you</source>
        <translation>1 Konto ist zu erledigen</translation>
    </message>
    <message>
        <source>%1 accounts need you</source>
        <translation>%1 Konten sind zu erledigen</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Zu erledigen</translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation>Token kopieren</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Erneut anmelden…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Mehr…</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Konto hinzufügen…</translation>
    </message>
    <message>
        <source>Open Latchkey</source>
        <translation>Latchkey öffnen</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Entsperren…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Needs a new sign-in</source>
        <translation>Braucht eine neue Anmeldung</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>standing and time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: sign in again…</source>
        <translation>%1: erneut anmelden…</translation>
    </message>
    <message>
        <source>%1: expired %2…</source>
        <translation>%1: abgelaufen %2…</translation>
    </message>
    <message>
        <source>%1: ends %2…</source>
        <translation>%1: endet %2…</translation>
    </message>
    <message>
        <source>Replace the key…</source>
        <translation>Schlüssel ersetzen…</translation>
    </message>
    <message>
        <source>Needs a new key</source>
        <translation>Braucht einen neuen Schlüssel</translation>
    </message>
    <message>
        <source>%1: replace the key…</source>
        <translation>%1: Schlüssel ersetzen…</translation>
    </message>
</context>
<context>
    <name>latchkeyd</name>
    <message>
        <source>Latchkey without a screen.</source>
        <translation>Latchkey ohne Bildschirm.</translation>
    </message>
    <message>
        <source>Show what Latchkey does, step by step, and leave nothing.</source>
        <translation>Schritt für Schritt zeigen, was Latchkey tut, und nichts hinterlassen.</translation>
    </message>
    <message>
        <source>The headless agent has no socket yet, so nobody could ask it for anything. Use “latchkeyd --tour” to see Latchkey at work, or start latchkey-desktop.
</source>
        <translation>Der Dienst ohne Bildschirm hat noch keinen Socket, niemand könnte ihn etwas fragen. „latchkeyd --tour“ zeigt Latchkey bei der Arbeit; sonst latchkey-desktop starten.
</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Latchkey keeps your keys, in the tray.</source>
        <translation>Latchkey verwahrt Schlüssel, im Infobereich.</translation>
    </message>
    <message>
        <source>Start in the tray, without the window.</source>
        <translation>Im Infobereich starten, ohne Fenster.</translation>
    </message>
    <message>
        <source>Open “Add account”.</source>
        <translation>„Konto hinzufügen“ öffnen.</translation>
    </message>
    <message>
        <source>Load everything, show nothing lasting, and end.</source>
        <translation>Alles laden, nichts Bleibendes zeigen und beenden.</translation>
    </message>
</context>
<context>
    <name>net</name>
    <message>
        <source>%1 points to an address that may not be used.</source>
        <translation>%1 verweist auf eine Adresse, die nicht benutzt werden darf.</translation>
    </message>
    <message>
        <source>Check the address of the service.</source>
        <translation>Die Adresse des Dienstes prüfen.</translation>
    </message>
    <message>
        <source>%1 keeps pointing elsewhere.</source>
        <translation>%1 verweist immer weiter.</translation>
    </message>
    <message>
        <source>Use an address that begins with https://.</source>
        <translation>Eine Adresse verwenden, die mit https:// beginnt.</translation>
    </message>
    <message>
        <source>This is not an address of the web.</source>
        <translation>Das ist keine Adresse im Web.</translation>
    </message>
    <message>
        <source>The address of %1 has a user name in it.</source>
        <translation>Die Adresse von %1 enthält einen Benutzernamen.</translation>
    </message>
    <message>
        <source>%1 is not reached over an encrypted connection.</source>
        <translation>%1 wird nicht über eine verschlüsselte Verbindung erreicht.</translation>
    </message>
    <message>
        <source>%1 did not answer.</source>
        <translation>%1 hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>Check the connection to the internet and try again.</source>
        <translation>Die Verbindung zum Internet prüfen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>In einer Minute noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The answer of %1 is too large to be the expected one.</source>
        <translation>Die Antwort von %1 ist zu groß, um die erwartete zu sein.</translation>
    </message>
    <message>
        <source>%1 was not found on the network.</source>
        <translation>%1 wurde im Netz nicht gefunden.</translation>
    </message>
    <message>
        <source>%1 could not prove who it is.</source>
        <translation>%1 konnte sich nicht ausweisen.</translation>
    </message>
    <message>
        <source>Check the date of this computer, and whether a proxy or a network sign-in page stands in between.</source>
        <translation>Das Datum dieses Rechners prüfen, und ob ein Proxy oder eine Anmeldeseite des Netzes dazwischensteht.</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 did not answer.</source>
        <translation>Der Proxy auf dem Weg zu %1 hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>Check the proxy in the settings of the system.</source>
        <translation>Den Proxy in den Einstellungen des Systems prüfen.</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 wants a password.</source>
        <translation>Der Proxy auf dem Weg zu %1 will ein Passwort.</translation>
    </message>
    <message>
        <source>The answer of %1 is not one of a web server.</source>
        <translation>Die Antwort von %1 ist nicht die eines Webservers.</translation>
    </message>
    <message>
        <source>%1 did not answer several times in a row.</source>
        <translation>%1 hat mehrmals hintereinander nicht geantwortet.</translation>
    </message>
    <message>
        <source>We try again in a little while.</source>
        <translation>Latchkey versucht es bald wieder.</translation>
    </message>
</context>
<context>
    <name>tour</name>
    <message>
        <source>
All of it works here. With a display, start latchkey-desktop: it lives in the tray.
</source>
        <translation>
All das geht hier. Mit einem Bildschirm latchkey-desktop starten: Es wohnt im Infobereich.
</translation>
    </message>
</context>
</TS>
