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
    <name>AccountPicker</name>
    <message>
        <source>Account: %1</source>
        <translation>Konto: %1</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search for an account</source>
        <translation>Ein Konto suchen</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No account matches.</source>
        <translation>Kein Konto passt.</translation>
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
    <message>
        <source>Try a practice account</source>
        <translation>Ein Übungskonto ausprobieren</translation>
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
        <source>How far back</source>
        <translation>Wie weit zurück</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programme</translation>
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
    <name>AnswerBar</name>
    <message>
        <source>Deny</source>
        <translation>Ablehnen</translation>
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
    <name>Approval</name>
    <message>
        <source>Allow a sign-in</source>
        <translation>Eine Anmeldung erlauben</translation>
    </message>
</context>
<context>
    <name>ApprovalPage</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Allow %1 to sign you in?</source>
        <translation>%1 die Anmeldung erlauben?</translation>
    </message>
    <message>
        <source>As %1, with Latchkey’s own provider.</source>
        <translation>Als %1, beim eigenen Anbieter von Latchkey.</translation>
    </message>
    <message>
        <source>Returns to</source>
        <translation>Zurück zu</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Bisher</translation>
    </message>
    <message>
        <source>It registered itself, and nobody vouches for it. If you did not start it, deny.</source>
        <translation>Dieser Client hat sich selbst registriert, und niemand bürgt für ihn. Wer das nicht selbst begonnen hat, lehnt ab.</translation>
    </message>
    <message>
        <source>It is new here. If you did not start it, deny.</source>
        <translation>Dieser Client ist neu hier. Wer das nicht selbst begonnen hat, lehnt ab.</translation>
    </message>
    <message>
        <source>It learns</source>
        <translation>Er erfährt</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>The page shows the same number</source>
        <translation>Die Seite zeigt dieselbe Zahl</translation>
    </message>
    <message>
        <source>Another number, or no page of yours? Deny.</source>
        <translation>Eine andere Zahl, oder keine eigene Seite? Ablehnen.</translation>
    </message>
</context>
<context>
    <name>AuthorityAway</name>
    <message>
        <source>The authority does not run</source>
        <translation>Die Anmeldestelle läuft nicht</translation>
    </message>
    <message>
        <source>The authority is starting</source>
        <translation>Die Anmeldestelle startet</translation>
    </message>
    <message>
        <source>The authority is off</source>
        <translation>Die Anmeldestelle ist aus</translation>
    </message>
    <message>
        <source>It opens its keys and takes its address.</source>
        <translation>Sie öffnet ihre Schlüssel und belegt ihre Adresse.</translation>
    </message>
    <message>
        <source>Latchkey’s own OpenID provider, on this computer only. Try your programs against it, or sign in with a practice account, without any service.</source>
        <translation>Der eigene OpenID-Anbieter von Latchkey, nur auf diesem Rechner. Eigene Programme daran ausprobieren oder mit einem Übungskonto anmelden, ganz ohne Dienst.</translation>
    </message>
    <message>
        <source>Turn it on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
</context>
<context>
    <name>AuthorityClientDialog</name>
    <message>
        <source>Add a client</source>
        <translation>Einen Client hinzufügen</translation>
    </message>
    <message>
        <source>Change the client</source>
        <translation>Den Client ändern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>People see it when they are asked to allow it.</source>
        <translation>Er wird gezeigt, wenn jemand um Erlaubnis gefragt wird.</translation>
    </message>
    <message>
        <source>Return addresses, one a line</source>
        <translation>Weiterleitungsadressen, eine je Zeile</translation>
    </message>
    <message>
        <source>On this computer, such as http://127.0.0.1/callback, any port matches. Everything else must match to the letter.</source>
        <translation>Auf diesem Rechner, etwa http://127.0.0.1/callback, passt jeder Port. Alles andere muss Zeichen für Zeichen stimmen.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Runs where people could read a secret: on desktops, on phones, in browsers.</source>
        <translation>Läuft dort, wo jemand ein Geheimnis lesen könnte: auf Arbeitsplätzen, auf Telefonen, in Browsern.</translation>
    </message>
    <message>
        <source>Runs on a server, and proves who it is by a secret that we show once.</source>
        <translation>Läuft auf einem Server und weist sich mit einem Geheimnis aus, das einmal gezeigt wird.</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Öffentlich</translation>
    </message>
    <message>
        <source>With a secret</source>
        <translation>Mit Geheimnis</translation>
    </message>
    <message>
        <source>It asks for tokens</source>
        <translation>Er verlangt Token</translation>
    </message>
    <message>
        <source>Choose at least one way.</source>
        <translation>Mindestens eine Art wählen.</translation>
    </message>
    <message>
        <source>in the browser</source>
        <translation>im Browser</translation>
    </message>
    <message>
        <source>by a code on another device</source>
        <translation>mit einem Code auf einem anderen Gerät</translation>
    </message>
    <message>
        <source>for itself</source>
        <translation>für sich selbst</translation>
    </message>
    <message>
        <source>again, without asking</source>
        <translation>erneut, ohne zu fragen</translation>
    </message>
    <message>
        <source>Scopes, with spaces between</source>
        <translation>Berechtigungen (Scopes), durch Leerzeichen getrennt</translation>
    </message>
    <message>
        <source>Bind its tokens to its key (DPoP)</source>
        <translation>Seine Token an seinen Schlüssel binden (DPoP)</translation>
    </message>
    <message>
        <source>Add client</source>
        <translation>Client hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Its tokens are for, one address a line</source>
        <translation>Seine Token sind für, eine Adresse je Zeile</translation>
    </message>
    <message>
        <source>Services that accept its tokens. With the scope admin or policy and no address it is Latchkey itself.</source>
        <translation>Dienste, die seine Token annehmen. Mit dem Scope admin oder policy und ohne Adresse ist es Latchkey selbst.</translation>
    </message>
</context>
<context>
    <name>AuthorityClientsPage</name>
    <message>
        <source>Renew the secret of %1?</source>
        <translation>Das Geheimnis von %1 erneuern?</translation>
    </message>
    <message>
        <source>The old secret ends at once. The program signs nobody in until it has the new one.</source>
        <translation>Das alte Geheimnis endet sofort. Das Programm meldet niemanden an, bis es das neue hat.</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Das alte behalten</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Its tokens end, and it cannot sign anybody in any more.</source>
        <translation>Seine Token enden, und er kann niemanden mehr anmelden.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>No client yet</source>
        <translation>Noch kein Client</translation>
    </message>
    <message>
        <source>A client is a program that sends people here to sign in. It needs a name and the address that people return to.</source>
        <translation>Ein Client ist ein Programm, das zum Anmelden hierher führt. Er braucht einen Namen und die Adresse, zu der es danach zurückgeht.</translation>
    </message>
    <message>
        <source>Programs that send people here to sign in.</source>
        <translation>Programme, die zum Anmelden hierher führen.</translation>
    </message>
    <message>
        <source>Add client…</source>
        <translation>Client hinzufügen…</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Öffentlich</translation>
    </message>
    <message>
        <source>With a secret</source>
        <translation>Mit Geheimnis</translation>
    </message>
    <message>
        <source>the client id</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Copy the client id</source>
        <translation>Client-ID kopieren</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Strg+C</translation>
    </message>
    <message>
        <source>Renew the secret…</source>
        <translation>Geheimnis erneuern…</translation>
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
        <source>switched off</source>
        <translation>abgeschaltet</translation>
    </message>
</context>
<context>
    <name>AuthorityCount</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>AuthorityEventsPart</name>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>Sign-ins, refusals, tokens and changes of keys appear here. Never a secret.</source>
        <translation>Anmeldungen, Ablehnungen, Token und Schlüsselwechsel erscheinen hier. Nie ein Geheimnis.</translation>
    </message>
    <message>
        <source>There is no event of this kind.</source>
        <translation>Es gibt kein Ereignis dieser Art.</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
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
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Only of this user</source>
        <translation>Nur von diesem Benutzer</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>Art des Ereignisses</translation>
    </message>
    <message>
        <source>The authority</source>
        <translation>Die Anmeldestelle</translation>
    </message>
    <message>
        <source>the trace id</source>
        <translation>Trace-ID</translation>
    </message>
</context>
<context>
    <name>AuthorityKeyRow</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>the key id</source>
        <translation>Schlüssel-ID</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Widerrufen…</translation>
    </message>
</context>
<context>
    <name>AuthorityKeysPage</name>
    <message>
        <source>Revoke this %1 key?</source>
        <translation>Diesen %1-Schlüssel widerrufen?</translation>
    </message>
    <message>
        <source>For emergencies: everything it has signed stops being valid now. Everyone signs in again, and every program asks for new tokens.</source>
        <translation>Für Notfälle: Alles, was er signiert hat, gilt ab jetzt nicht mehr. Alle melden sich neu an, und jedes Programm verlangt neue Token.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>No key yet</source>
        <translation>Noch kein Schlüssel</translation>
    </message>
    <message>
        <source>Keys are made when the authority first runs.</source>
        <translation>Schlüssel entstehen, wenn die Anmeldestelle zum ersten Mal läuft.</translation>
    </message>
    <message>
        <source>Roll over now</source>
        <translation>Jetzt wechseln</translation>
    </message>
    <message>
        <source>Signing keys</source>
        <translation>Signaturschlüssel</translation>
    </message>
    <message>
        <source>published</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <source>signs</source>
        <translation>signiert</translation>
    </message>
    <message>
        <source>verifies</source>
        <translation>prüft</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>AuthorityOverview</name>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Next roll-over</source>
        <translation>Nächster Wechsel</translation>
    </message>
    <message>
        <source>not planned</source>
        <translation>nicht geplant</translation>
    </message>
    <message>
        <source>Try it from your program</source>
        <translation>Mit dem eigenen Programm ausprobieren</translation>
    </message>
    <message>
        <source>Any OpenID client works: give it the issuer and a client id. PKCE is required; on this computer the port of the return address is free.</source>
        <translation>Jeder OpenID-Client geht: Er braucht den Aussteller und eine Client-ID. PKCE ist Pflicht; auf diesem Rechner ist der Port der Weiterleitungsadresse beliebig.</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Make a client for this</source>
        <translation>Dafür einen Client anlegen</translation>
    </message>
</context>
<context>
    <name>AuthorityPage</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Anmeldestelle</translation>
    </message>
    <message>
        <source>The authority is on</source>
        <translation>Die Anmeldestelle ist an</translation>
    </message>
    <message>
        <source>Parts of the authority</source>
        <translation>Teile der Anmeldestelle</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
</context>
<context>
    <name>AuthorityPoliciesPage</name>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>Read the files again</source>
        <translation>Dateien neu lesen</translation>
    </message>
    <message>
        <source>The files have a mistake, so the policies before it stay in force. %1</source>
        <translation>Die Dateien enthalten einen Fehler; die bisherigen Richtlinien gelten weiter. %1</translation>
    </message>
    <message>
        <source>the folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>No file here: the built-in policies are in force.</source>
        <translation>Hier ist keine Datei: Es gelten die eingebauten Richtlinien.</translation>
    </message>
    <message>
        <source>Ask them</source>
        <translation>Richtlinien befragen</translation>
    </message>
    <message>
        <source>The files have a mistake, so everything is denied until it is mended. %1</source>
        <translation>Die Dateien enthalten einen Fehler; bis er behoben ist, wird alles abgelehnt. %1</translation>
    </message>
</context>
<context>
    <name>AuthorityRequestRow</name>
    <message>
        <source>%1, %2 %3, status %4, %5</source>
        <translation>%1, %2 %3, Status %4, %5</translation>
    </message>
    <message>
        <source>the trace id</source>
        <translation>Trace-ID</translation>
    </message>
</context>
<context>
    <name>AuthorityRequestsPart</name>
    <message>
        <source>No request yet</source>
        <translation>Noch keine Anfrage</translation>
    </message>
    <message>
        <source>As soon as a program or a browser asks the authority something, a line appears here.</source>
        <translation>Sobald ein Programm oder ein Browser die Anmeldestelle etwas fragt, erscheint hier eine Zeile.</translation>
    </message>
    <message>
        <source>No request has failed.</source>
        <translation>Keine Anfrage ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>AuthorityRow</name>
    <message>
        <source>Select %1</source>
        <translation>%1 auswählen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>AuthoritySecretDialog</name>
    <message>
        <source>The secret of %1</source>
        <translation>Das Geheimnis von %1</translation>
    </message>
    <message>
        <source>Copy it now and put it where the program reads it. We keep only its hash: afterwards it can be renewed, not read.</source>
        <translation>Jetzt kopieren und dort ablegen, wo das Programm es liest. Verwahrt wird nur der Hash: Danach lässt es sich erneuern, nicht lesen.</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>Copy the secret</source>
        <translation>Geheimnis kopieren</translation>
    </message>
    <message>
        <source>Leave without it</source>
        <translation>Ohne Geheimnis schließen</translation>
    </message>
</context>
<context>
    <name>AuthoritySessionsPage</name>
    <message>
        <source>End the session of %1?</source>
        <translation>Die Sitzung von %1 beenden?</translation>
    </message>
    <message>
        <source>That browser has to sign in again.</source>
        <translation>Dieser Browser muss sich erneut anmelden.</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>Niemand ist angemeldet</translation>
    </message>
    <message>
        <source>A session begins when somebody signs in with a browser. It ends after ten idle minutes, or half an hour.</source>
        <translation>Eine Sitzung beginnt, wenn sich jemand mit einem Browser anmeldet. Sie endet nach zehn Minuten Untätigkeit oder nach einer halben Stunde.</translation>
    </message>
    <message>
        <source>Browsers that are signed in.</source>
        <translation>Browser, die angemeldet sind.</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>from %1 · signed in %2 · seen %3</source>
        <translation>von %1 · angemeldet %2 · gesehen %3</translation>
    </message>
    <message>
        <source>ends %1</source>
        <comment>then &apos;in 12 min&apos;</comment>
        <translation>endet %1</translation>
    </message>
    <message>
        <source>End…</source>
        <translation>Beenden…</translation>
    </message>
</context>
<context>
    <name>AuthoritySettings</name>
    <message>
        <source>every %1 hours</source>
        <translation>alle %1 Stunden</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>täglich</translation>
    </message>
    <message>
        <source>every %1 days</source>
        <translation>alle %1 Tage</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Anmeldestelle</translation>
    </message>
    <message>
        <source>On when Latchkey starts</source>
        <translation>An, wenn Latchkey startet</translation>
    </message>
    <message>
        <source>Latchkey’s own OpenID provider, for practice accounts and for programs that you write.</source>
        <translation>Der eigene OpenID-Anbieter von Latchkey, für Übungskonten und für selbst geschriebene Programme.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Part of its address: tokens and clients that know the old one stop working.</source>
        <translation>Teil der Adresse: Token und Clients, die die alte kennen, gehen nicht mehr.</translation>
    </message>
    <message>
        <source>New signing keys</source>
        <translation>Neue Signaturschlüssel</translation>
    </message>
    <message>
        <source>Old keys verify until what they signed has ended.</source>
        <translation>Alte Schlüssel prüfen, bis endet, was sie signiert haben.</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Rückfragen</translation>
    </message>
    <message>
        <source>Offer to remember a client</source>
        <translation>Anbieten, sich einen Client zu merken</translation>
    </message>
    <message>
        <source>“Do not ask again for this” is ticked on the page that asks after a password.</source>
        <translation>„Dafür nicht erneut fragen“ ist auf der Seite, die nach Eingabe des Passworts fragt, schon angehakt.</translation>
    </message>
</context>
<context>
    <name>AuthorityShelf</name>
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
    <name>AuthoritySnippet</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>these lines</source>
        <translation>Zeilen</translation>
    </message>
</context>
<context>
    <name>AuthorityTester</name>
    <message>
        <source>May</source>
        <translation>Darf</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>do</source>
        <translation>tun</translation>
    </message>
    <message>
        <source>Does what</source>
        <translation>Tut was</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>With what</source>
        <translation>Womit</translation>
    </message>
    <message>
        <source>Context, as JSON</source>
        <translation>Kontext, als JSON</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>The question could not be asked</source>
        <translation>Die Frage ließ sich nicht stellen</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Decided by %1.</source>
        <translation>Entschieden durch %1.</translation>
    </message>
    <message>
        <source>No policy speaks of it; what is not allowed is denied.</source>
        <translation>Keine Richtlinie sagt etwas dazu; was nicht erlaubt ist, wird abgelehnt.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>AuthorityUserBar</name>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
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
    <name>AuthorityUserDialog</name>
    <message>
        <source>Add a user</source>
        <translation>Einen Benutzer hinzufügen</translation>
    </message>
    <message>
        <source>Change the user</source>
        <translation>Den Benutzer ändern</translation>
    </message>
    <message>
        <source>Name for signing in</source>
        <translation>Name zum Anmelden</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Voller Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Leave it empty to keep the old one.</source>
        <translation>Leer lassen, um das alte zu behalten.</translation>
    </message>
    <message>
        <source>Add user</source>
        <translation>Benutzer hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>At least 10 characters, and not one that is easily guessed.</source>
        <translation>Mindestens 10 Zeichen, und nicht leicht zu erraten.</translation>
    </message>
</context>
<context>
    <name>AuthorityUsersPage</name>
    <message>
        <source>Remove 1 user?</source>
        <translation>1 Benutzer entfernen?</translation>
    </message>
    <message>
        <source>Remove %1 users?</source>
        <translation>%1 Benutzer entfernen?</translation>
    </message>
    <message>
        <source>Their sessions and tokens end, and they cannot sign in any more.</source>
        <translation>Die Sitzungen und Token enden, und eine Anmeldung ist nicht mehr möglich.</translation>
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
        <source>Reset the second factor of %1?</source>
        <translation>Den zweiten Faktor von %1 zurücksetzen?</translation>
    </message>
    <message>
        <source>Their app gives codes that hold no more. They set up a new one at the next sign-in.</source>
        <translation>Die Codes der bisherigen App gelten dann nicht mehr. Bei der nächsten Anmeldung wird eine neue eingerichtet.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>No user matches ‘%1’.</source>
        <translation>Kein Benutzer passt zu ‚%1‘.</translation>
    </message>
    <message>
        <source>Nobody here yet</source>
        <translation>Noch niemand hier</translation>
    </message>
    <message>
        <source>Add the people who are to sign in here. You are added by the first approval on this computer.</source>
        <translation>Die Personen hinzufügen, die sich hier anmelden sollen. Der eigene Benutzer kommt mit der ersten Freigabe auf diesem Rechner dazu.</translation>
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
        <source>Search the users</source>
        <translation>Benutzer durchsuchen</translation>
    </message>
    <message>
        <source>Add user…</source>
        <translation>Benutzer hinzufügen…</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>deactivated</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Selbst</translation>
    </message>
    <message>
        <source>has a second factor</source>
        <translation>hat einen zweiten Faktor</translation>
    </message>
    <message>
        <source>The page before</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>The next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Reset the second factor…</source>
        <translation>Zweiten Faktor zurücksetzen…</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
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
    <message>
        <source>No service needed: try Latchkey with its own provider, as a practice account.</source>
        <translation>Kein Dienst nötig: Latchkey mit dem eigenen Anbieter ausprobieren, mit einem Übungskonto.</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>A program asks</source>
        <translation>Ein Programm fragt</translation>
    </message>
</context>
<context>
    <name>ConsentPage</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Für wie lange</translation>
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
    <name>DecisionMark</name>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Abgelehnt</translation>
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
    <name>Doctor</name>
    <message>
        <source>It does not answer.</source>
        <translation>Er antwortet nicht.</translation>
    </message>
    <message>
        <source>The store of secrets (%1) cannot be reached. %2</source>
        <translation>Der Tresor (%1) ist nicht erreichbar. %2</translation>
    </message>
    <message>
        <source>Start the keyring of your desktop, or keep secrets in a file: latchkey config set store.kind age_file</source>
        <translation>Den Schlüsselbund der Arbeitsumgebung starten oder die Geheimnisse in einer Datei verwahren: latchkey config set store.kind age_file</translation>
    </message>
    <message>
        <source>Look at the file named here: does it exist, and may you read it?</source>
        <translation>Die hier genannte Datei ansehen: Gibt es sie, und ist sie lesbar?</translation>
    </message>
    <message>
        <source>Latchkey is locked; programs get nothing from it.</source>
        <translation>Latchkey ist gesperrt; Programme bekommen nichts.</translation>
    </message>
    <message>
        <source>Unlock it: latchkey unlock</source>
        <translation>Entsperren: latchkey unlock</translation>
    </message>
    <message>
        <source>Secrets are kept in %1.</source>
        <translation>Die Geheimnisse liegen hier: %1.</translation>
    </message>
    <message>
        <source>No keyring answers, so secrets are in a file whose key lies beside it.</source>
        <translation>Kein Schlüsselbund antwortet; die Geheimnisse liegen deshalb in einer Datei, und deren Schlüssel liegt daneben.</translation>
    </message>
    <message>
        <source>Install a keyring (gnome-keyring, KWallet), or give the file a passphrase in the settings.</source>
        <translation>Einen Schlüsselbund installieren (gnome-keyring, KWallet) oder der Datei in den Einstellungen eine Passphrase geben.</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> und %1 weitere</translation>
    </message>
    <message>
        <source>These accounts need a sign-in: %1.</source>
        <translation>Diese Konten brauchen eine Anmeldung: %1.</translation>
    </message>
    <message>
        <source>Sign in again: latchkey add-account %1</source>
        <translation>Erneut anmelden: latchkey add-account %1</translation>
    </message>
    <message>
        <source>These accounts have run out: %1.</source>
        <translation>Diese Konten sind abgelaufen: %1.</translation>
    </message>
    <message>
        <source>Make a new key where you got it, and enter it: latchkey add-account %1 --api-key-stdin</source>
        <translation>Dort, wo der alte Schlüssel herkam, einen neuen anlegen und ihn eingeben: latchkey add-account %1 --api-key-stdin</translation>
    </message>
    <message>
        <source>There are no accounts yet.</source>
        <translation>Es gibt noch keine Konten.</translation>
    </message>
    <message numerus="yes">
        <source>All %n account(s) are in order.</source>
        <translation>
            <numerusform>%n Konto ist in Ordnung.</numerusform>
            <numerusform>Alle %n Konten sind in Ordnung.</numerusform>
        </translation>
    </message>
    <message>
        <source>Others on this computer may look into %1.</source>
        <translation>Andere auf diesem Rechner dürfen in %1 hineinsehen.</translation>
    </message>
    <message>
        <source>Others on this computer may change %1.</source>
        <translation>Andere auf diesem Rechner dürfen %1 ändern.</translation>
    </message>
    <message>
        <source>Close it: chmod %1 &apos;%2&apos;</source>
        <translation>Diese Rechte wegnehmen: chmod %1 &apos;%2&apos;</translation>
    </message>
    <message>
        <source>%1 belongs to %2.</source>
        <translation>%1 gehört %2.</translation>
    </message>
    <message>
        <source>Give it to yourself: sudo chown &quot;$USER&quot; &apos;%1&apos;</source>
        <translation>Selbst übernehmen: sudo chown &quot;$USER&quot; &apos;%1&apos;</translation>
    </message>
    <message>
        <source>Latchkey&apos;s files are closed to others.</source>
        <translation>Die Dateien von Latchkey sind für andere nicht zugänglich.</translation>
    </message>
    <message>
        <source>The clock says %1, but the record already has a line of %2.</source>
        <translation>Die Uhr zeigt %1, aber das Protokoll hat schon eine Zeile von %2.</translation>
    </message>
    <message>
        <source>Set the clock: timedatectl set-ntp true</source>
        <translation>Die Uhr stellen: timedatectl set-ntp true</translation>
    </message>
    <message>
        <source>The clock is not synchronised; a wrong time makes tokens look valid, or ended, when they are not.</source>
        <translation>Die Uhr ist nicht synchronisiert; bei falscher Zeit wirken Token gültig oder abgelaufen, ohne es zu sein.</translation>
    </message>
    <message>
        <source>Let it be set by the network: timedatectl set-ntp true</source>
        <translation>Die Uhr vom Netz stellen lassen: timedatectl set-ntp true</translation>
    </message>
    <message>
        <source>The clock is in order.</source>
        <translation>Die Uhr ist in Ordnung.</translation>
    </message>
    <message>
        <source>Mend the file; latchkey config check looks again.</source>
        <translation>Die Datei berichtigen; latchkey config check prüft sie erneut.</translation>
    </message>
    <message>
        <source>The configuration has no mistakes.</source>
        <translation>Die Konfiguration hat keine Fehler.</translation>
    </message>
    <message>
        <source>If you put it back: latchkey vault keep. If not, put the newer one back.</source>
        <translation>Absichtlich zurückgelegt: latchkey vault keep. Sonst die neuere Datei wieder einsetzen.</translation>
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
    <name>DrawerPrograms</name>
    <message>
        <source>As usual: ask</source>
        <translation>Wie üblich: fragen</translation>
    </message>
    <message>
        <source>As usual: allow</source>
        <translation>Wie üblich: erlauben</translation>
    </message>
    <message>
        <source>As usual: deny</source>
        <translation>Wie üblich: ablehnen</translation>
    </message>
    <message>
        <source>Programs that ask</source>
        <translation>Fragende Programme</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Allow every program</source>
        <translation>Jedes Programm zulassen</translation>
    </message>
    <message>
        <source>Deny every program</source>
        <translation>Jedes Programm ablehnen</translation>
    </message>
    <message>
        <source>Everything that runs as you can have it, without a question.</source>
        <translation>Alles, was mit den eigenen Rechten läuft, bekommt es ohne Rückfrage.</translation>
    </message>
    <message>
        <source>Only you can copy it; rules of config.toml still hold.</source>
        <translation>Nur von Hand zu kopieren; Regeln in config.toml gelten weiterhin.</translation>
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
    <message>
        <source>Authority</source>
        <translation>Anmeldestelle</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programme</translation>
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
    <name>PracticeMethod</name>
    <message>
        <source>Try Latchkey with its own provider</source>
        <translation>Latchkey mit dem eigenen Anbieter ausprobieren</translation>
    </message>
    <message>
        <source>It runs on this computer, and nothing leaves it. We open your browser, and a window asks whether to allow it: so you see every step of a real sign-in.</source>
        <translation>Er läuft auf diesem Rechner, und nichts verlässt ihn. Der Browser öffnet sich, und ein Fenster fragt, ob es erlaubt ist: So ist jeder Schritt einer echten Anmeldung zu sehen.</translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>Name dafür</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>ProgramEndDialog</name>
    <message>
        <source>Until when may %1 have %2?</source>
        <translation>Bis wann ist %2 für %1 erlaubt?</translation>
    </message>
    <message>
        <source>Until when is %2 denied to %1?</source>
        <translation>Bis wann ist %2 für %1 abgelehnt?</translation>
    </message>
    <message>
        <source>To the end of that day. Leave it empty for no end.</source>
        <translation>Bis zum Ende dieses Tages. Leer lassen, wenn es kein Ende gibt.</translation>
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
    <name>ProgramRow</name>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>path and use</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>ProgramSettings</name>
    <message>
        <source>Programs</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>When a new program asks</source>
        <translation>Wenn ein neues Programm fragt</translation>
    </message>
    <message>
        <source>For accounts that say nothing else. Remembered answers and rules come first.</source>
        <translation>Für Konten ohne eigene Angabe. Gemerkte Antworten und Regeln gehen vor.</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Allow it</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Deny it</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Silence is a no</source>
        <translation>Schweigen gilt als Nein</translation>
    </message>
    <message>
        <source>The program waits so long for your answer.</source>
        <translation>So lange wartet das Programm auf eine Antwort.</translation>
    </message>
    <message>
        <source>after %1 seconds</source>
        <translation>nach %1 Sekunden</translation>
    </message>
    <message>
        <source>after %1 minutes</source>
        <translation>nach %1 Minuten</translation>
    </message>
    <message>
        <source>Answers from the command line</source>
        <translation>Antworten von der Befehlszeile</translation>
    </message>
    <message>
        <source>A program that runs as you could then allow itself.</source>
        <translation>Ein Programm mit den eigenen Rechten könnte es sich dann selbst erlauben.</translation>
    </message>
    <message>
        <source>without a screen</source>
        <translation>ohne Bildschirm</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Programs made for oidc-agent</source>
        <translation>Programme für oidc-agent</translation>
    </message>
    <message>
        <source>They are answered at a socket of their own, from the next start on.</source>
        <translation>Antworten für sie gibt es an einem eigenen Socket, ab dem nächsten Start.</translation>
    </message>
</context>
<context>
    <name>ProgramsList</name>
    <message>
        <source>Take %2 back from %1?</source>
        <translation>Die Freigabe von %2 für %1 zurücknehmen?</translation>
    </message>
    <message>
        <source>Forget this no?</source>
        <translation>Dieses Nein vergessen?</translation>
    </message>
    <message>
        <source>The next time %1 wants %2, you are asked again.</source>
        <translation>Wenn %1 das nächste Mal %2 möchte, wird wieder gefragt.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Its activity</source>
        <translation>Aktivität dazu</translation>
    </message>
    <message>
        <source>The account</source>
        <translation>Das Konto</translation>
    </message>
    <message>
        <source>Set its end…</source>
        <translation>Ende setzen…</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Zurücknehmen…</translation>
    </message>
    <message>
        <source>Forget it…</source>
        <translation>Vergessen…</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
</context>
<context>
    <name>ProgramsPage</name>
    <message>
        <source>Programs</source>
        <translation>Programme</translation>
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
        <source>Search the programs</source>
        <translation>Programme durchsuchen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Wieder fragen</translation>
    </message>
    <message>
        <source>Pause questions</source>
        <translation>Fragen aussetzen</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>No program is remembered</source>
        <translation>Kein Programm ist gemerkt</translation>
    </message>
    <message>
        <source>When a program asks for a token, a window asks you. What you allow for longer than once stands here, and you can take it back.</source>
        <translation>Fragt ein Programm nach einem Token, erscheint ein Fenster. Was für länger als einmal erlaubt ist, steht hier und lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>No program matches ‘%1’.</source>
        <translation>Kein Programm passt zu ‚%1‘.</translation>
    </message>
    <message>
        <source>There is nothing of this kind.</source>
        <translation>Es gibt nichts dieser Art.</translation>
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
    <name>ProgramsRule</name>
    <message>
        <source>Questions are paused %1. Whoever would be asked about is denied.</source>
        <translation>Fragen sind %1 ausgesetzt. Programme, zu denen sonst gefragt würde, werden abgelehnt.</translation>
    </message>
    <message>
        <source>Every program that asks is given what it asks for, without a question.</source>
        <translation>Jedes Programm, das fragt, bekommt ohne Rückfrage, was es verlangt.</translation>
    </message>
    <message>
        <source>Only what is remembered here is allowed; everything else is denied without a question.</source>
        <translation>Nur was hier gemerkt ist, wird erlaubt; alles andere wird ohne Rückfrage abgelehnt.</translation>
    </message>
    <message>
        <source>A new program is asked about. Without an answer it is denied after %1 s.</source>
        <translation>Bei einem neuen Programm wird gefragt. Ohne Antwort wird es nach %1 s abgelehnt.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
</context>
<context>
    <name>ProgramsWaiting</name>
    <message>
        <source>Waiting for your answer</source>
        <translation>Wartet auf eine Antwort</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
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
    <name>QuestionHead</name>
    <message>
        <source>1 of %1</source>
        <translation>1 von %1</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Keep it where you keep important papers</source>
        <translation>Dort aufbewahren, wo wichtige Papiere liegen</translation>
    </message>
    <message>
        <source>Take the recovery key along?</source>
        <translation>Wiederherstellungsschlüssel mitnehmen?</translation>
    </message>
    <message>
        <source>It opens the file with any age program, also when the passphrase is forgotten. Whoever has it and the file has the secrets. A new passphrase makes a new key.</source>
        <translation>Er öffnet die Datei mit jedem age-Programm, auch wenn die Passphrase vergessen ist. Wer ihn und die Datei hat, hat die Geheimnisse. Eine neue Passphrase macht einen neuen Schlüssel.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>File for the recovery key</source>
        <translation>Datei für den Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>Save to the file</source>
        <translation>In die Datei sichern</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
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
    <message>
        <source>Authority</source>
        <translation>Anmeldestelle</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programme</translation>
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
    <name>SpanPicker</name>
    <message>
        <source>For how long</source>
        <translation>Für wie lange</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Einmal</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>8 hours</source>
        <translation>8 Stunden</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
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
    <message>
        <source>I put it back</source>
        <translation>Absichtlich zurückgelegt</translation>
    </message>
    <message>
        <source>Recovery key…</source>
        <translation>Wiederherstellungsschlüssel …</translation>
    </message>
</context>
<context>
    <name>TrayProgram</name>
    <message>
        <source>A panel shows the tray icon.</source>
        <translation>Eine Leiste zeigt das Symbol.</translation>
    </message>
    <message>
        <source>No panel shows tray icons.</source>
        <translation>Keine Leiste zeigt Symbole von Programmen.</translation>
    </message>
    <message>
        <source>Add the AppIndicator extension to GNOME, or a tray to the panel. The window works without one.</source>
        <translation>Für GNOME die Erweiterung AppIndicator einrichten oder der Leiste einen Symbolbereich geben. Das Fenster geht auch ohne.</translation>
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
    <message>
        <source>The authority&apos;s keys are locked away.</source>
        <translation>Die Schlüssel der Anmeldestelle sind weggeschlossen.</translation>
    </message>
    <message>
        <source>Unlock Latchkey, then try again.</source>
        <translation>Latchkey entsperren, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>This token was not signed here.</source>
        <translation>Dieses Token wurde nicht hier signiert.</translation>
    </message>
    <message>
        <source>The authority&apos;s own key in the store is damaged.</source>
        <translation>Der eigene Schlüssel der Anmeldestelle im Tresor ist beschädigt.</translation>
    </message>
    <message>
        <source>Restore the store from a copy.</source>
        <translation>Den Tresor aus einer Kopie wiederherstellen.</translation>
    </message>
    <message>
        <source>The list of the authority&apos;s keys is damaged.</source>
        <translation>Die Schlüsselliste der Anmeldestelle ist beschädigt.</translation>
    </message>
    <message>
        <source>There is no such key in use.</source>
        <translation>Ein solcher Schlüssel ist nicht in Gebrauch.</translation>
    </message>
    <message>
        <source>Look at the list of keys again.</source>
        <translation>Die Liste der Schlüssel noch einmal ansehen.</translation>
    </message>
    <message>
        <source>Sign in first, or send an access token with scope admin.</source>
        <translation>Zuerst anmelden oder ein Zugriffstoken mit der Berechtigung admin senden.</translation>
    </message>
    <message>
        <source>Administrators sign in with a second factor.</source>
        <translation>Administratoren melden sich mit einem zweiten Faktor an.</translation>
    </message>
    <message>
        <source>There are no access tokens here.</source>
        <translation>Hier gibt es keine Zugriffstoken.</translation>
    </message>
    <message>
        <source>This access token does not have the scope admin.</source>
        <translation>Dieses Zugriffstoken hat die Berechtigung admin nicht.</translation>
    </message>
    <message>
        <source>The policies of this authority do not allow you that.</source>
        <translation>Die Richtlinien dieser Anmeldestelle erlauben das nicht.</translation>
    </message>
    <message>
        <source>Ask an administrator.</source>
        <translation>Einen Administrator fragen.</translation>
    </message>
    <message>
        <source>There is no such session.</source>
        <translation>Eine solche Sitzung gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such client.</source>
        <translation>Einen solchen Client gibt es nicht.</translation>
    </message>
    <message>
        <source>Send an access token with scope policy.</source>
        <translation>Ein Zugriffstoken mit der Berechtigung policy senden.</translation>
    </message>
    <message>
        <source>This access token does not have the scope policy.</source>
        <translation>Dieses Zugriffstoken hat die Berechtigung policy nicht.</translation>
    </message>
    <message>
        <source>This token is not known here.</source>
        <translation>Dieses Token ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Nobody waits for this answer any more.</source>
        <translation>Auf diese Antwort wartet niemand mehr.</translation>
    </message>
    <message>
        <source>The context is one JSON object, such as {}.</source>
        <translation>Der Kontext ist ein JSON-Objekt, etwa {}.</translation>
    </message>
    <message>
        <source>Too many people sign in at this moment.</source>
        <translation>Gerade melden sich zu viele an.</translation>
    </message>
    <message>
        <source>Try again in a few seconds.</source>
        <translation>In ein paar Sekunden noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Name or password is not right.</source>
        <translation>Name oder Passwort stimmt nicht.</translation>
    </message>
    <message>
        <source>This code is not right, or it was used before.</source>
        <translation>Dieser Code stimmt nicht oder wurde schon benutzt.</translation>
    </message>
    <message>
        <source>Wait for the next code in your app, then type that one.</source>
        <translation>Auf den nächsten Code in der App warten, dann diesen eingeben.</translation>
    </message>
    <message>
        <source>There is an authenticator app already.</source>
        <translation>Es gibt schon eine Authenticator-App.</translation>
    </message>
    <message>
        <source>Remove it first.</source>
        <translation>Sie zuerst entfernen.</translation>
    </message>
    <message>
        <source>This recovery code is not right, or it was used before.</source>
        <translation>Dieser Wiederherstellungscode stimmt nicht oder wurde schon benutzt.</translation>
    </message>
    <message>
        <source>Take another one from your list.</source>
        <translation>Einen anderen aus der Liste nehmen.</translation>
    </message>
    <message>
        <source>There is a user %1 already.</source>
        <translation>Einen Benutzer %1 gibt es schon.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Nobody would be left who may administer this authority.</source>
        <translation>Es bliebe niemand, der diese Anmeldestelle verwalten darf.</translation>
    </message>
    <message>
        <source>Make somebody else an administrator first.</source>
        <translation>Zuerst jemand anderen zum Administrator machen.</translation>
    </message>
    <message>
        <source>There is no such user.</source>
        <translation>Einen solchen Benutzer gibt es nicht.</translation>
    </message>
    <message>
        <source>This is the person at this desktop, who stays.</source>
        <translation>Das ist die Person an diesem Rechner; sie bleibt.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 unter %2</translation>
    </message>
    <message>
        <source>This sign-in has ended.</source>
        <translation>Diese Anmeldung ist beendet.</translation>
    </message>
    <message>
        <source>The access token is not valid.</source>
        <translation>Das Zugriffstoken ist nicht gültig.</translation>
    </message>
    <message>
        <source>The access token has expired.</source>
        <translation>Das Zugriffstoken ist abgelaufen.</translation>
    </message>
    <message>
        <source>The authority is locked.</source>
        <translation>Die Anmeldestelle ist gesperrt.</translation>
    </message>
    <message>
        <source>The program that sent you here asked in a wrong way: %1 (%2)</source>
        <translation>Das Programm, das hierher geführt hat, hat falsch gefragt: %1 (%2)</translation>
    </message>
    <message>
        <source>This cannot be registered here.</source>
        <translation>Das lässt sich hier nicht registrieren.</translation>
    </message>
    <message>
        <source>There are more than 20 entries.</source>
        <translation>Es sind mehr als 20 Einträge.</translation>
    </message>
    <message>
        <source>The id has 3 to 64 letters, digits, dots, dashes or underscores.</source>
        <translation>Die ID hat 3 bis 64 Buchstaben, Ziffern, Punkte, Striche oder Unterstriche.</translation>
    </message>
    <message>
        <source>The name has 1 to 100 characters.</source>
        <translation>Der Name hat 1 bis 100 Zeichen.</translation>
    </message>
    <message>
        <source>This way for a client to prove itself is not known.</source>
        <translation>Diese Art der Client-Anmeldung ist nicht bekannt.</translation>
    </message>
    <message>
        <source>One of the grant types is not known.</source>
        <translation>Einer der Grant-Typen ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Client credentials need a client with a secret or a key.</source>
        <translation>Client Credentials brauchen einen Client mit einem Geheimnis oder einem Schlüssel.</translation>
    </message>
    <message>
        <source>Enter at least one redirect address.</source>
        <translation>Mindestens eine Weiterleitungsadresse eintragen.</translation>
    </message>
    <message>
        <source>%1 cannot be a redirect address: use https, http://127.0.0.1 or a private scheme with a dot, and no #.</source>
        <translation>%1 kann keine Weiterleitungsadresse sein: https, http://127.0.0.1 oder ein privates Schema mit Punkt verwenden, und kein #.</translation>
    </message>
    <message>
        <source>%1 cannot be an address to return to after signing out.</source>
        <translation>%1 kann keine Adresse sein, zu der es nach dem Abmelden zurückgeht.</translation>
    </message>
    <message>
        <source>%1 is not an origin such as https://app.example.</source>
        <translation>%1 ist kein Origin wie https://app.example.</translation>
    </message>
    <message>
        <source>%1 is not an absolute address without #.</source>
        <translation>%1 ist keine absolute Adresse ohne #.</translation>
    </message>
    <message>
        <source>%1 cannot be a scope.</source>
        <translation>%1 kann keine Berechtigung (Scope) sein.</translation>
    </message>
    <message>
        <source>Tokens are signed with ES256, RS256 or EdDSA.</source>
        <translation>Token werden mit ES256, RS256 oder EdDSA signiert.</translation>
    </message>
    <message>
        <source>The keys are a JSON Web Key Set of public RSA, P-256 or Ed25519 keys.</source>
        <translation>Die Schlüssel sind ein JSON Web Key Set aus öffentlichen Schlüsseln für RSA, P-256 oder Ed25519.</translation>
    </message>
    <message>
        <source>This client is not registered.</source>
        <translation>Dieser Client ist nicht registriert.</translation>
    </message>
    <message>
        <source>The id %1 is taken.</source>
        <translation>Die ID %1 ist vergeben.</translation>
    </message>
    <message>
        <source>This client has no secret.</source>
        <translation>Dieser Client hat kein Geheimnis.</translation>
    </message>
    <message>
        <source>Choose a way with a secret for it first.</source>
        <translation>Zuerst eine Art mit Geheimnis für ihn wählen.</translation>
    </message>
    <message>
        <source>Too many devices wait for their codes.</source>
        <translation>Zu viele Geräte warten auf ihre Codes.</translation>
    </message>
    <message>
        <source>No device waits with this code.</source>
        <translation>Mit diesem Code wartet kein Gerät.</translation>
    </message>
    <message>
        <source>Check the letters, or start again on the device.</source>
        <translation>Die Buchstaben prüfen oder auf dem Gerät neu beginnen.</translation>
    </message>
    <message>
        <source>This code has expired.</source>
        <translation>Dieser Code ist abgelaufen.</translation>
    </message>
    <message>
        <source>Start again on the device to get a new one.</source>
        <translation>Auf dem Gerät neu beginnen, um einen neuen zu bekommen.</translation>
    </message>
    <message>
        <source>Nobody is named.</source>
        <translation>Es ist niemand genannt.</translation>
    </message>
    <message>
        <source>id_token_hint was not issued here.</source>
        <translation>id_token_hint wurde nicht hier ausgestellt.</translation>
    </message>
    <message>
        <source>client_id is not that of the id_token_hint.</source>
        <translation>client_id ist nicht die des id_token_hint.</translation>
    </message>
    <message>
        <source>The address to return to is not registered for this program.</source>
        <translation>Die Adresse, zu der es zurückgehen soll, ist für dieses Programm nicht registriert.</translation>
    </message>
    <message>
        <source>A parameter came twice or is malformed.</source>
        <translation>Ein Parameter kam zweimal oder ist fehlerhaft aufgebaut.</translation>
    </message>
    <message>
        <source>This sign-in was answered already, or never asked for.</source>
        <translation>Diese Anmeldung wurde schon beantwortet oder nie verlangt.</translation>
    </message>
    <message>
        <source>Start it again in the program that asked you to sign in.</source>
        <translation>Sie in dem Programm neu beginnen, das die Anmeldung verlangt hat.</translation>
    </message>
    <message>
        <source>This sign-in took too long.</source>
        <translation>Diese Anmeldung hat zu lange gedauert.</translation>
    </message>
    <message>
        <source>A transaction was begun inside another one.</source>
        <translation>Eine Transaktion wurde in einer anderen begonnen.</translation>
    </message>
    <message>
        <source>A statement failed inside a transaction.</source>
        <translation>Eine Anweisung ist in einer Transaktion fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The connection to the database %1 was lost while it stored a change; whether it was kept is not known.</source>
        <translation>Die Verbindung zur Datenbank %1 ging verloren, während sie eine Änderung speicherte; ob die Änderung erhalten ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The database&apos;s address cannot be used: %1.</source>
        <translation>Die Adresse der Datenbank ist nicht verwendbar: %1.</translation>
    </message>
    <message>
        <source>Write it as postgresql://user@host:port/database, without the password.</source>
        <translation>So schreiben: postgresql://user@host:port/database, ohne das Passwort.</translation>
    </message>
    <message>
        <source>it does not begin with postgresql://</source>
        <translation>sie beginnt nicht mit postgresql://</translation>
    </message>
    <message>
        <source>it holds the password, for everybody to see</source>
        <translation>sie enthält das Passwort, für alle zu sehen</translation>
    </message>
    <message>
        <source>it names no database</source>
        <translation>sie nennt keine Datenbank</translation>
    </message>
    <message>
        <source>%1 holds a semicolon</source>
        <translation>%1 enthält ein Semikolon</translation>
    </message>
    <message>
        <source>%1 is not known</source>
        <translation>%1 ist nicht bekannt</translation>
    </message>
    <message>
        <source>Qt&apos;s driver for PostgreSQL is not installed.</source>
        <translation>Der PostgreSQL-Treiber von Qt ist nicht installiert.</translation>
    </message>
    <message>
        <source>Install the package libqt6sql6-psql, then start again.</source>
        <translation>Das Paket libqt6sql6-psql installieren, dann neu starten.</translation>
    </message>
    <message>
        <source>The database %1 cannot be reached: %2.</source>
        <translation>Die Datenbank %1 ist nicht erreichbar: %2.</translation>
    </message>
    <message>
        <source>Check that PostgreSQL runs, and the address, the user and the password in the settings.</source>
        <translation>Prüfen, ob PostgreSQL läuft, und Adresse, Benutzer und Passwort in den Einstellungen.</translation>
    </message>
    <message>
        <source>Update Latchkey, or give it a database of its own.</source>
        <translation>Latchkey aktualisieren oder ihm eine eigene Datenbank geben.</translation>
    </message>
    <message>
        <source>The connection to the database %1 was lost.</source>
        <translation>Die Verbindung zur Datenbank %1 ging verloren.</translation>
    </message>
    <message>
        <source>Check that PostgreSQL runs.</source>
        <translation>Prüfen, ob PostgreSQL läuft.</translation>
    </message>
    <message>
        <source>The database %1 is busy.</source>
        <translation>Die Datenbank %1 ist beschäftigt.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The database %1 cannot be written: %2.</source>
        <translation>In die Datenbank %1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Check the user&apos;s rights and the server&apos;s free space.</source>
        <translation>Die Rechte des Benutzers und den freien Platz des Servers prüfen.</translation>
    </message>
    <message>
        <source>%1: longer than 1,024 characters</source>
        <translation>%1: länger als 1.024 Zeichen</translation>
    </message>
    <message>
        <source>The request is no JSON object.</source>
        <translation>Die Anfrage ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>%1: no such member</source>
        <translation>%1: kein solches Mitglied</translation>
    </message>
    <message>
        <source>%1: a text of at most 1,024 characters</source>
        <translation>%1: ein Text von höchstens 1.024 Zeichen</translation>
    </message>
    <message>
        <source>context: no object</source>
        <translation>context: kein Objekt</translation>
    </message>
    <message>
        <source>entity</source>
        <translation>Entität</translation>
    </message>
    <message>
        <source>this is no object</source>
        <translation>das ist kein Objekt</translation>
    </message>
    <message>
        <source>an entity has uid, attrs, parents and tags only</source>
        <translation>eine Entität hat nur uid, attrs, parents und tags</translation>
    </message>
    <message>
        <source>this is no list</source>
        <translation>das ist keine Liste</translation>
    </message>
    <message>
        <source>this file is larger than 64 MiB</source>
        <translation>diese Datei ist größer als 64 MiB</translation>
    </message>
    <message>
        <source>this is no list of entities</source>
        <translation>das ist keine Liste von Entitäten</translation>
    </message>
    <message>
        <source>entity %1: %2</source>
        <translation>Entität %1: %2</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>das Ende</translation>
    </message>
    <message>
        <source>%1 is called with the wrong number of arguments</source>
        <translation>%1 ist mit der falschen Anzahl von Argumenten aufgerufen</translation>
    </message>
    <message>
        <source>there is no function %1</source>
        <translation>eine Funktion %1 gibt es nicht</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no %2</source>
        <translation>&quot;%1&quot; ist nicht als %2 lesbar</translation>
    </message>
    <message>
        <source>this time is outside of the calendar</source>
        <translation>diese Zeit liegt außerhalb des Kalenders</translation>
    </message>
    <message>
        <source>this duration is too long</source>
        <translation>diese Dauer ist zu lang</translation>
    </message>
    <message>
        <source>%1: the parents of an action are actions</source>
        <translation>%1: die Eltern einer Aktion sind Aktionen</translation>
    </message>
    <message>
        <source>%1 is there twice, with different facts</source>
        <translation>%1 ist zweimal da, mit verschiedenen Angaben</translation>
    </message>
    <message>
        <source>the hierarchy of the entities is too large</source>
        <translation>die Hierarchie der Entitäten ist zu groß</translation>
    </message>
    <message>
        <source>%1 is in a group that is in itself</source>
        <translation>%1 ist in einer Gruppe, die in sich selbst liegt</translation>
    </message>
    <message>
        <source>%1 is needed here, not %2</source>
        <translation>hier ist %1 nötig, nicht %2</translation>
    </message>
    <message>
        <source>This decision took too long.</source>
        <translation>Diese Entscheidung hat zu lange gedauert.</translation>
    </message>
    <message>
        <source>this is no expression</source>
        <translation>das ist kein Ausdruck</translation>
    </message>
    <message>
        <source>the sum is too large for 64 bits</source>
        <translation>die Summe ist zu groß für 64 Bit</translation>
    </message>
    <message>
        <source>the product is too large for 64 bits</source>
        <translation>das Produkt ist zu groß für 64 Bit</translation>
    </message>
    <message>
        <source>the negative is too large for 64 bits</source>
        <translation>der negative Wert ist zu groß für 64 Bit</translation>
    </message>
    <message>
        <source>an entity is written {&quot;type&quot;: &quot;…&quot;, &quot;id&quot;: &quot;…&quot;}</source>
        <translation>eine Entität wird {&quot;type&quot;: &quot;…&quot;, &quot;id&quot;: &quot;…&quot;} geschrieben</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no type</source>
        <translation>&quot;%1&quot; nennt keinen Typ</translation>
    </message>
    <message>
        <source>nested too deep</source>
        <translation>zu tief verschachtelt</translation>
    </message>
    <message>
        <source>only whole numbers of 64 bits; a decimal is written {&quot;__extn&quot;: {&quot;fn&quot;: &quot;decimal&quot;, &quot;arg&quot;: &quot;1.5&quot;}}</source>
        <translation>nur ganze Zahlen von 64 Bit; eine Dezimalzahl wird {&quot;__extn&quot;: {&quot;fn&quot;: &quot;decimal&quot;, &quot;arg&quot;: &quot;1.5&quot;}} geschrieben</translation>
    </message>
    <message>
        <source>null is no value; leave the member out</source>
        <translation>null ist kein Wert; das Mitglied weglassen</translation>
    </message>
    <message>
        <source>%1 does not belong here</source>
        <translation>%1 gehört nicht hierher</translation>
    </message>
    <message>
        <source>an extension value is written {&quot;fn&quot;: &quot;ip&quot;, &quot;arg&quot;: &quot;10.0.0.1&quot;}</source>
        <translation>ein Erweiterungswert wird {&quot;fn&quot;: &quot;ip&quot;, &quot;arg&quot;: &quot;10.0.0.1&quot;} geschrieben</translation>
    </message>
    <message>
        <source>the condition is neither true nor false</source>
        <translation>die Bedingung ist weder true noch false</translation>
    </message>
    <message>
        <source>the record has no attribute &quot;%1&quot;</source>
        <translation>der Record hat kein Attribut &quot;%1&quot;</translation>
    </message>
    <message>
        <source>nothing is known of %1</source>
        <translation>über %1 ist nichts bekannt</translation>
    </message>
    <message>
        <source>%1 has no attribute &quot;%2&quot;</source>
        <translation>%1 hat kein Attribut &quot;%2&quot;</translation>
    </message>
    <message>
        <source>%1 has no tag &quot;%2&quot;</source>
        <translation>%1 hat kein Tag &quot;%2&quot;</translation>
    </message>
    <message>
        <source>this expression is nested too deep</source>
        <translation>dieser Ausdruck ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>equality is written ==</source>
        <translation>Gleichheit wird == geschrieben</translation>
    </message>
    <message>
        <source>two comparisons in a row need brackets</source>
        <translation>zwei Vergleiche hintereinander brauchen Klammern</translation>
    </message>
    <message>
        <source>a pattern in quotation marks</source>
        <translation>ein Muster in Anführungszeichen</translation>
    </message>
    <message>
        <source>%1 has an escape that is none</source>
        <translation>%1 hat eine Escape-Folge, die keine ist</translation>
    </message>
    <message>
        <source>&quot;is&quot; takes a type, not an entity</source>
        <translation>&quot;is&quot; verlangt einen Typ, keine Entität</translation>
    </message>
    <message>
        <source>the language has no division</source>
        <translation>die Sprache hat keine Division</translation>
    </message>
    <message>
        <source>more than four &quot;%1&quot; in a row</source>
        <translation>mehr als vier &quot;%1&quot; hintereinander</translation>
    </message>
    <message>
        <source>&quot;!&quot; and &quot;-&quot; do not go together</source>
        <translation>&quot;!&quot; und &quot;-&quot; gehen nicht zusammen</translation>
    </message>
    <message>
        <source>no policy has this character here</source>
        <translation>keine Richtlinie hat hier dieses Zeichen</translation>
    </message>
    <message>
        <source>a backslash may not end a line</source>
        <translation>eine Zeile darf nicht mit einem Backslash enden</translation>
    </message>
    <message>
        <source>this text has no closing quotation mark</source>
        <translation>diesem Text fehlt das schließende Anführungszeichen</translation>
    </message>
    <message>
        <source>this file is not UTF-8</source>
        <translation>diese Datei ist kein UTF-8</translation>
    </message>
    <message>
        <source>the name of an annotation</source>
        <translation>der Name einer Annotation</translation>
    </message>
    <message>
        <source>the annotation @%1 is there twice</source>
        <translation>die Annotation @%1 ist zweimal da</translation>
    </message>
    <message>
        <source>&quot;action is&quot; has no meaning in the head</source>
        <translation>&quot;action is&quot; hat im Kopf keine Bedeutung</translation>
    </message>
    <message>
        <source>%1 makes this a template; write a policy for each entity, or a group</source>
        <translation>%1 macht daraus eine Vorlage; eine Richtlinie je Entität schreiben, oder eine Gruppe verwenden</translation>
    </message>
    <message>
        <source>an entity, as in User::&quot;alice&quot;</source>
        <translation>eine Entität, wie in User::&quot;alice&quot;</translation>
    </message>
    <message>
        <source>an action has the type Action</source>
        <translation>eine Aktion hat den Typ Action</translation>
    </message>
    <message>
        <source>this condition is empty</source>
        <translation>diese Bedingung ist leer</translation>
    </message>
    <message>
        <source>this file is larger than 1 MiB</source>
        <translation>diese Datei ist größer als 1 MiB</translation>
    </message>
    <message>
        <source>wrong number of arguments for %1: it takes %2</source>
        <translation>falsche Zahl von Argumenten für %1: es nimmt %2</translation>
    </message>
    <message>
        <source>there is no method %1</source>
        <translation>eine Methode %1 gibt es nicht</translation>
    </message>
    <message>
        <source>%1 is a function, not a method</source>
        <translation>%1 ist eine Funktion, keine Methode</translation>
    </message>
    <message>
        <source>%1 belongs to a template; write a policy for each entity, or a group</source>
        <translation>%1 gehört zu einer Vorlage; eine Richtlinie je Entität schreiben, oder eine Gruppe verwenden</translation>
    </message>
    <message>
        <source>an expression</source>
        <translation>ein Ausdruck</translation>
    </message>
    <message>
        <source>this number is too large</source>
        <translation>diese Zahl ist zu groß</translation>
    </message>
    <message>
        <source>%1 is a method, not a function</source>
        <translation>%1 ist eine Methode, keine Funktion</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is nothing: there are principal, action, resource and context, and entities are written Type::&quot;id&quot;</source>
        <translation>&quot;%1&quot; ist nichts: Es gibt principal, action, resource und context, und Entitäten werden Type::&quot;id&quot; geschrieben</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; is there twice</source>
        <translation>der Schlüssel &quot;%1&quot; ist zweimal da</translation>
    </message>
    <message>
        <source>a record has 1,000 members at most</source>
        <translation>ein Record hat höchstens 1.000 Mitglieder</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>ein Name</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a word of the language and names nothing here</source>
        <translation>&quot;%1&quot; ist ein Wort der Sprache und benennt hier nichts</translation>
    </message>
    <message>
        <source>a text in quotation marks</source>
        <translation>ein Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>the text ends where %1 has to be</source>
        <translation>der Text endet, wo %1 stehen muss</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands where %2 has to be</source>
        <translation>&quot;%1&quot; steht, wo %2 stehen muss</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>%1 may be changed by everybody on this computer</source>
        <translation>%1 darf von allen auf diesem Rechner geändert werden</translation>
    </message>
    <message>
        <source>Take that right away: chmod o-w &quot;%1&quot;</source>
        <translation>Dieses Recht wegnehmen: chmod o-w &quot;%1&quot;</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MiB</source>
        <translation>%1 ist größer als %2 MiB</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>%1 has more than 500 policy files</source>
        <translation>%1 hat mehr als 500 Richtliniendateien</translation>
    </message>
    <message>
        <source>another policy is called &quot;%1&quot; too</source>
        <translation>eine andere Richtlinie heißt auch &quot;%1&quot;</translation>
    </message>
    <message>
        <source>there are more than 20,000 policies</source>
        <translation>es sind mehr als 20.000 Richtlinien</translation>
    </message>
    <message>
        <source>%1 is being changed by somebody else.</source>
        <translation>%1 wird gerade von jemand anderem geändert.</translation>
    </message>
    <message>
        <source>Try again when that is done.</source>
        <translation>Noch einmal versuchen, wenn das erledigt ist.</translation>
    </message>
    <message>
        <source>Latchkey is ending.</source>
        <translation>Latchkey wird beendet.</translation>
    </message>
    <message numerus="yes">
        <source>%1 needs at least %n character(s).</source>
        <translation>
            <numerusform>%1 braucht mindestens %n Zeichen.</numerusform>
            <numerusform>%1 braucht mindestens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may have %n character(s) at most.</source>
        <translation>
            <numerusform>%1 darf höchstens %n Zeichen haben.</numerusform>
            <numerusform>%1 darf höchstens %n Zeichen haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has characters that are not allowed there.</source>
        <translation>%1 enthält Zeichen, die dort nicht erlaubt sind.</translation>
    </message>
    <message>
        <source>%1 has to be a text.</source>
        <translation>%1 muss ein Text sein.</translation>
    </message>
    <message numerus="yes">
        <source>%1 needs 1 to %n byte(s).</source>
        <translation>
            <numerusform>%1 braucht 1 bis %n Byte.</numerusform>
            <numerusform>%1 braucht 1 bis %n Byte.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has to be a whole number.</source>
        <translation>%1 muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>%1 has to be %2 or more.</source>
        <translation>%1 muss %2 oder mehr sein.</translation>
    </message>
    <message>
        <source>%1 has to be between %2 and %3.</source>
        <translation>%1 muss zwischen %2 und %3 liegen.</translation>
    </message>
    <message>
        <source>%1 has to be true or false.</source>
        <translation>%1 muss true oder false sein.</translation>
    </message>
    <message>
        <source>%1 has to be one of: %2.</source>
        <translation>%1 muss eines von diesen sein: %2.</translation>
    </message>
    <message>
        <source>%1 has to hold texts.</source>
        <translation>%1 muss Texte enthalten.</translation>
    </message>
    <message>
        <source>%1 has to be a list.</source>
        <translation>%1 muss eine Liste sein.</translation>
    </message>
    <message numerus="yes">
        <source>%1 may have %n entries at most.</source>
        <translation>
            <numerusform>%1 darf höchstens %n Eintrag haben.</numerusform>
            <numerusform>%1 darf höchstens %n Einträge haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has to be an object.</source>
        <translation>%1 muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>%1 is not a field of this request.</source>
        <translation>%1 ist kein Feld dieser Anfrage.</translation>
    </message>
    <message>
        <source>Another program listens on port %1.</source>
        <translation>An Port %1 lauscht ein anderes Programm.</translation>
    </message>
    <message>
        <source>Port %1 cannot be listened on: %2.</source>
        <translation>An Port %1 lässt sich nicht lauschen: %2.</translation>
    </message>
    <message>
        <source>Choose another port in the settings.</source>
        <translation>In den Einstellungen einen anderen Port wählen.</translation>
    </message>
    <message>
        <source>Pages of other sites may not do this.</source>
        <translation>Seiten anderer Websites dürfen das nicht.</translation>
    </message>
    <message>
        <source>This address does not know %1.</source>
        <translation>Diese Adresse kennt %1 nicht.</translation>
    </message>
    <message>
        <source>The server is stopping.</source>
        <translation>Der Server wird beendet.</translation>
    </message>
    <message>
        <source>The parameters are not form-encoded correctly.</source>
        <translation>Die Parameter sind nicht richtig als Formular codiert.</translation>
    </message>
    <message>
        <source>The parameter %1 is there twice.</source>
        <translation>Der Parameter %1 ist zweimal da.</translation>
    </message>
    <message>
        <source>The request&apos;s Content-Type is not the one expected here.</source>
        <translation>Der Content-Type der Anfrage ist nicht der, der hier erwartet wird.</translation>
    </message>
    <message>
        <source>The Authorization header is not written correctly.</source>
        <translation>Die Kopfzeile Authorization ist nicht richtig geschrieben.</translation>
    </message>
    <message>
        <source>The request&apos;s body is not a JSON object.</source>
        <translation>Der Inhalt der Anfrage ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>Something went wrong here; the log says what.</source>
        <translation>Hier ist etwas schiefgegangen; das Log sagt, was.</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) of the request cannot be used.</source>
        <translation>
            <numerusform>%n Feld der Anfrage ist nicht verwendbar.</numerusform>
            <numerusform>%n Felder der Anfrage sind nicht verwendbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>This address speaks WebSocket.</source>
        <translation>Diese Adresse spricht WebSocket.</translation>
    </message>
    <message>
        <source>There is nothing at this address.</source>
        <translation>Unter dieser Adresse ist nichts.</translation>
    </message>
    <message>
        <source>echo with a fragment needs two words and a slash in its path.</source>
        <translation>echo mit einem Fragment braucht zwei Wörter und einen Schrägstrich im Pfad.</translation>
    </message>
    <message>
        <source>A file is encoded as raw or base64, not as ‘%1’.</source>
        <translation>Eine Datei wird als raw oder base64 codiert, nicht als ‚%1‘.</translation>
    </message>
    <message>
        <source>%1 is no plain file.</source>
        <translation>%1 ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>There is no environment variable %1.</source>
        <translation>Eine Umgebungsvariable %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1:// comes with AWS accounts, which this version of Latchkey lacks.</source>
        <translation>%1:// gehört zu AWS-Konten, die dieser Version von Latchkey fehlen.</translation>
    </message>
    <message>
        <source>key_type is filepath or base64, not ‘%1’.</source>
        <translation>key_type ist filepath oder base64, nicht ‚%1‘.</translation>
    </message>
    <message>
        <source>The reference is no base64url.</source>
        <translation>Der Verweis ist kein base64url.</translation>
    </message>
    <message>
        <source>There is no format ‘%1’ of SOPS files.</source>
        <translation>Ein Format ‚%1‘ für SOPS-Dateien gibt es nicht.</translation>
    </message>
    <message>
        <source>Latchkey reads no other program’s entries of the keyring.</source>
        <translation>Latchkey liest im Schlüsselbund keine Einträge anderer Programme.</translation>
    </message>
    <message>
        <source>Add the secret as an API key and write auth://service/account/api_key.</source>
        <translation>Das Geheimnis als API-Schlüssel hinzufügen und auth://Dienst/Konto/api_key schreiben.</translation>
    </message>
    <message>
        <source>This entry is given by auth:// only, where it is recorded.</source>
        <translation>Diesen Eintrag gibt nur auth:// heraus; dort wird es protokolliert.</translation>
    </message>
    <message>
        <source>Latchkey runs no commands that a reference names.</source>
        <translation>Latchkey führt keine Befehle aus, die ein Verweis nennt.</translation>
    </message>
    <message>
        <source>Latchkey does not know %1:// itself, and the program vals is not installed.</source>
        <translation>Latchkey selbst kennt %1:// nicht, und das Programm vals ist nicht installiert.</translation>
    </message>
    <message>
        <source>Install vals (github.com/helmfile/vals) and try again.</source>
        <translation>vals (github.com/helmfile/vals) installieren und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>vals could not resolve %1:// : %2</source>
        <translation>vals konnte %1:// nicht auflösen: %2</translation>
    </message>
    <message>
        <source>Vault’s answer is not understood.</source>
        <translation>Die Antwort von Vault ist nicht verständlich.</translation>
    </message>
    <message>
        <source>It is not known where Vault is.</source>
        <translation>Es ist nicht bekannt, wo Vault ist.</translation>
    </message>
    <message>
        <source>The namespace is malformed.</source>
        <translation>Der Namensraum ist fehlerhaft aufgebaut.</translation>
    </message>
    <message>
        <source>‘%1’ is no path of Vault.</source>
        <translation>‚%1‘ ist kein Pfad in Vault.</translation>
    </message>
    <message>
        <source>Vault has nothing at %1.</source>
        <translation>Vault hat unter %1 nichts.</translation>
    </message>
    <message>
        <source>Vault refuses %1. %2</source>
        <translation>Vault verweigert %1. %2</translation>
    </message>
    <message>
        <source>Check the token (VAULT_TOKEN) and its policy.</source>
        <translation>Das Token (VAULT_TOKEN) und seine Richtlinie prüfen.</translation>
    </message>
    <message>
        <source>Vault answered with status %1. %2</source>
        <translation>Vault hat mit Status %1 geantwortet. %2</translation>
    </message>
    <message>
        <source>Latchkey signs in to Vault by token or AppRole, not by ‘%1’.</source>
        <translation>Latchkey meldet sich bei Vault mit Token oder AppRole an, nicht mit ‚%1‘.</translation>
    </message>
    <message>
        <source>There is no token for Vault.</source>
        <translation>Es gibt kein Token für Vault.</translation>
    </message>
    <message>
        <source>Set VAULT_TOKEN, or VAULT_ROLE_ID and VAULT_SECRET_ID.</source>
        <translation>VAULT_TOKEN setzen, oder VAULT_ROLE_ID und VAULT_SECRET_ID.</translation>
    </message>
    <message>
        <source>An AppRole needs its two ids.</source>
        <translation>Eine AppRole braucht ihre beiden IDs.</translation>
    </message>
    <message>
        <source>Set VAULT_ROLE_ID and VAULT_SECRET_ID.</source>
        <translation>VAULT_ROLE_ID und VAULT_SECRET_ID setzen.</translation>
    </message>
    <message>
        <source>Write vault://MOUNT/PATH#/KEY.</source>
        <translation>So schreiben: vault://MOUNT/PATH#/KEY.</translation>
    </message>
    <message>
        <source>Vault has no ‘%1’ at %2.</source>
        <translation>Vault hat kein ‚%1‘ unter %2.</translation>
    </message>
    <message>
        <source>A %1 file holds texts only, no maps or lists.</source>
        <translation>Eine %1-Datei enthält nur Texte, keine Maps oder Listen.</translation>
    </message>
    <message>
        <source>it is larger than 8 MB.</source>
        <translation>es ist größer als 8 MB.</translation>
    </message>
    <message>
        <source>it is not UTF-8 text.</source>
        <translation>es ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>a line is NAME=value.</source>
        <translation>eine Zeile ist NAME=Wert.</translation>
    </message>
    <message>
        <source>the name ‘%1’ is there twice.</source>
        <translation>der Name ‚%1‘ ist zweimal da.</translation>
    </message>
    <message>
        <source>A dotenv file cannot hold the name ‘%1’.</source>
        <translation>Eine dotenv-Datei kann den Namen ‚%1‘ nicht enthalten.</translation>
    </message>
    <message>
        <source>a section is [name].</source>
        <translation>ein Abschnitt ist [Name].</translation>
    </message>
    <message>
        <source>there is something behind a section’s name.</source>
        <translation>hinter dem Namen eines Abschnitts steht etwas.</translation>
    </message>
    <message>
        <source>the section ‘%1’ is there twice, or has no name.</source>
        <translation>der Abschnitt ‚%1‘ ist zweimal da oder hat keinen Namen.</translation>
    </message>
    <message>
        <source>a line is key = value.</source>
        <translation>eine Zeile ist Schlüssel = Wert.</translation>
    </message>
    <message>
        <source>the key ‘%1’ is there twice.</source>
        <translation>der Schlüssel ‚%1‘ ist zweimal da.</translation>
    </message>
    <message>
        <source>a value that goes on behind a backslash is not read.</source>
        <translation>ein Wert, der hinter einem Backslash weitergeht, wird nicht gelesen.</translation>
    </message>
    <message>
        <source>there is something behind a value.</source>
        <translation>hinter einem Wert steht etwas.</translation>
    </message>
    <message>
        <source>a quotation mark is not closed.</source>
        <translation>ein Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>An INI file cannot hold one of the values.</source>
        <translation>Eine INI-Datei kann einen der Werte nicht enthalten.</translation>
    </message>
    <message>
        <source>An INI file holds sections of texts only.</source>
        <translation>Eine INI-Datei enthält nur Abschnitte aus Texten.</translation>
    </message>
    <message>
        <source>there is something behind the value.</source>
        <translation>hinter dem Wert steht etwas.</translation>
    </message>
    <message>
        <source>it is nested too deeply.</source>
        <translation>es ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>a value is missing.</source>
        <translation>ein Wert fehlt.</translation>
    </message>
    <message>
        <source>a number is malformed.</source>
        <translation>eine Zahl ist fehlerhaft aufgebaut.</translation>
    </message>
    <message>
        <source>a number is too large.</source>
        <translation>eine Zahl ist zu groß.</translation>
    </message>
    <message>
        <source>a text holds what JSON does not allow.</source>
        <translation>ein Text enthält, was JSON nicht erlaubt.</translation>
    </message>
    <message>
        <source>an escape is malformed.</source>
        <translation>eine Escape-Folge ist fehlerhaft.</translation>
    </message>
    <message>
        <source>a comma is missing.</source>
        <translation>ein Komma fehlt.</translation>
    </message>
    <message>
        <source>a key is missing.</source>
        <translation>ein Schlüssel fehlt.</translation>
    </message>
    <message>
        <source>a colon is missing.</source>
        <translation>ein Doppelpunkt fehlt.</translation>
    </message>
    <message>
        <source>JSON has no infinite numbers.</source>
        <translation>JSON hat keine unendlichen Zahlen.</translation>
    </message>
    <message>
        <source>a bracket is not closed.</source>
        <translation>eine Klammer ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>a pair in a list</source>
        <translation>ein Paar in einer Liste</translation>
    </message>
    <message>
        <source>a complex key</source>
        <translation>einen komplexen Schlüssel</translation>
    </message>
    <message>
        <source>an anchor, alias or tag</source>
        <translation>einen Anker, einen Alias oder ein YAML-Tag</translation>
    </message>
    <message>
        <source>a value cannot begin with this sign.</source>
        <translation>ein Wert kann nicht mit diesem Zeichen beginnen.</translation>
    </message>
    <message>
        <source>this line stands at a place of its own.</source>
        <translation>die Einrückung dieser Zeile passt zu keiner anderen.</translation>
    </message>
    <message>
        <source>a document begins with three hyphens.</source>
        <translation>ein Dokument beginnt mit drei Bindestrichen.</translation>
    </message>
    <message>
        <source>nothing may stand behind three hyphens.</source>
        <translation>hinter drei Bindestrichen darf nichts stehen.</translation>
    </message>
    <message>
        <source>directives</source>
        <translation>Direktiven</translation>
    </message>
    <message>
        <source>a tab indents this line; YAML wants spaces.</source>
        <translation>ein Tabulator rückt diese Zeile ein; YAML will Leerzeichen.</translation>
    </message>
    <message>
        <source>a space is missing before a comment.</source>
        <translation>vor einem Kommentar fehlt ein Leerzeichen.</translation>
    </message>
    <message>
        <source>an anchor</source>
        <translation>einen Anker</translation>
    </message>
    <message>
        <source>an alias</source>
        <translation>einen Alias</translation>
    </message>
    <message>
        <source>a tag</source>
        <translation>ein YAML-Tag</translation>
    </message>
    <message>
        <source>a value is not what its tag says.</source>
        <translation>ein Wert ist nicht, was sein YAML-Tag sagt.</translation>
    </message>
    <message>
        <source>this line stands too far right.</source>
        <translation>diese Zeile steht zu weit rechts.</translation>
    </message>
    <message>
        <source>a key and a colon are missing.</source>
        <translation>ein Schlüssel und ein Doppelpunkt fehlen.</translation>
    </message>
    <message>
        <source>a key without a value</source>
        <translation>ein Schlüssel ohne Wert</translation>
    </message>
    <message>
        <source>an escape in a quoted text is not known.</source>
        <translation>eine Escape-Folge in einem Text in Anführungszeichen ist nicht bekannt.</translation>
    </message>
    <message>
        <source>a key stands where a value goes on.</source>
        <translation>ein Schlüssel steht, wo ein Wert weitergeht.</translation>
    </message>
    <message>
        <source>the header of a text block is malformed.</source>
        <translation>der Kopf eines Textblocks ist fehlerhaft aufgebaut.</translation>
    </message>
    <message>
        <source>a merge key</source>
        <translation>einen Merge-Schlüssel</translation>
    </message>
    <message>
        <source>The encrypted file is locked.</source>
        <translation>Die verschlüsselte Datei ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock Latchkey.</source>
        <translation>Latchkey entsperren.</translation>
    </message>
    <message>
        <source>There is no such entry.</source>
        <translation>Einen solchen Eintrag gibt es nicht.</translation>
    </message>
    <message>
        <source>Another program is writing %1.</source>
        <translation>Ein anderes Programm schreibt gerade %1.</translation>
    </message>
    <message>
        <source>%1 changes all the time.</source>
        <translation>%1 ändert sich ständig.</translation>
    </message>
    <message>
        <source>The entry’s name is malformed.</source>
        <translation>Der Name des Eintrags ist fehlerhaft aufgebaut.</translation>
    </message>
    <message>
        <source>%1 has changed meanwhile.</source>
        <translation>%1 hat sich inzwischen geändert.</translation>
    </message>
    <message>
        <source>%1 goes through something that is no map (%2).</source>
        <translation>%1 geht durch etwas, das keine Map ist (%2).</translation>
    </message>
    <message>
        <source>%1 names a key that is not there.</source>
        <translation>%1 nennt einen Schlüssel, der nicht da ist.</translation>
    </message>
    <message>
        <source>Check what stands behind the #.</source>
        <translation>Prüfen, was hinter dem # steht.</translation>
    </message>
    <message>
        <source>Latchkey gives refresh tokens to nobody.</source>
        <translation>Latchkey gibt niemandem Refresh-Token.</translation>
    </message>
    <message>
        <source>Ask for auth://%1/token.</source>
        <translation>Nach auth://%1/token fragen.</translation>
    </message>
    <message>
        <source>auth://…/aws comes with AWS accounts, which this version lacks.</source>
        <translation>auth://…/aws gehört zu AWS-Konten, die dieser Version fehlen.</translation>
    </message>
    <message>
        <source>The token of %1 does not have the scope ‘%2’.</source>
        <translation>Das Token von %1 hat die Berechtigung ‚%2‘ nicht.</translation>
    </message>
    <message>
        <source>Sign in again and ask for that scope.</source>
        <translation>Erneut anmelden und diese Berechtigung verlangen.</translation>
    </message>
    <message>
        <source>%1 is not kept here.</source>
        <translation>%1 wird hier nicht verwahrt.</translation>
    </message>
    <message>
        <source>The value of an inner reference does not fit into the address around it.</source>
        <translation>Der Wert eines inneren Verweises passt nicht in die Adresse, in der er steht.</translation>
    </message>
    <message>
        <source>It must be one word without + ? # and quotation marks.</source>
        <translation>Er muss ein einziges Wort sein, ohne + ? # und Anführungszeichen.</translation>
    </message>
    <message>
        <source>%1 cannot be resolved.</source>
        <translation>%1 lässt sich nicht auflösen.</translation>
    </message>
    <message>
        <source>Try the inner reference by itself.</source>
        <translation>Den inneren Verweis für sich allein versuchen.</translation>
    </message>
    <message>
        <source>%1 goes into a document that is no map.</source>
        <translation>%1 geht in ein Dokument, das keine Map ist.</translation>
    </message>
    <message>
        <source>There is no backend named ‘%1’.</source>
        <translation>Ein Backend namens ‚%1‘ gibt es nicht.</translation>
    </message>
    <message>
        <source>Latchkey was locked meanwhile.</source>
        <translation>Latchkey wurde inzwischen gesperrt.</translation>
    </message>
    <message>
        <source>The rule in .sops.yaml names a key service (%1).</source>
        <translation>Die Regel in .sops.yaml nennt einen Schlüsseldienst (%1).</translation>
    </message>
    <message>
        <source>Use the program sops for such files.</source>
        <translation>Für solche Dateien das Programm sops verwenden.</translation>
    </message>
    <message>
        <source>The rule in .sops.yaml divides the key among several groups.</source>
        <translation>Die Regel in .sops.yaml teilt den Schlüssel auf mehrere Gruppen auf.</translation>
    </message>
    <message>
        <source>The rule in .sops.yaml names no recipients.</source>
        <translation>Die Regel in .sops.yaml nennt keine Empfänger.</translation>
    </message>
    <message>
        <source>Add a line such as: age: age1…</source>
        <translation>Eine Zeile hinzufügen wie: age: age1…</translation>
    </message>
    <message>
        <source>.sops.yaml has no creation_rules.</source>
        <translation>.sops.yaml hat keine creation_rules.</translation>
    </message>
    <message>
        <source>The path_regex ‘%1’ in .sops.yaml is malformed.</source>
        <translation>Die path_regex ‚%1‘ in .sops.yaml ist fehlerhaft aufgebaut.</translation>
    </message>
    <message>
        <source>No rule in .sops.yaml matches %1.</source>
        <translation>Keine Regel in .sops.yaml passt zu %1.</translation>
    </message>
    <message>
        <source>Add a rule, or name the recipients yourself.</source>
        <translation>Eine Regel hinzufügen oder die Empfänger selbst nennen.</translation>
    </message>
    <message>
        <source>There is no .sops.yaml for %1.</source>
        <translation>Für %1 gibt es keine .sops.yaml.</translation>
    </message>
    <message>
        <source>Write one, or name the recipients yourself.</source>
        <translation>Eine schreiben oder die Empfänger selbst nennen.</translation>
    </message>
    <message>
        <source>The file’s list of %1 keys is damaged.</source>
        <translation>Die Liste der %1-Schlüssel in der Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The file’s SOPS part is damaged.</source>
        <translation>Der SOPS-Teil der Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The file’s key is divided among several groups of keys, which Latchkey does not read.</source>
        <translation>Der Schlüssel der Datei ist auf mehrere Schlüsselgruppen aufgeteilt; das liest Latchkey nicht.</translation>
    </message>
    <message>
        <source>Use the program sops for this file.</source>
        <translation>Für diese Datei das Programm sops verwenden.</translation>
    </message>
    <message>
        <source>The file has no value at that path.</source>
        <translation>Die Datei hat unter diesem Pfad keinen Wert.</translation>
    </message>
    <message>
        <source>‘%1’ is not a path into a file.</source>
        <translation>‚%1‘ ist kein Pfad in eine Datei.</translation>
    </message>
    <message>
        <source>Write it as [&quot;database&quot;][&quot;users&quot;][0].</source>
        <translation>So schreiben: [&quot;database&quot;][&quot;users&quot;][0].</translation>
    </message>
    <message>
        <source>A SOPS file’s documents are maps; this one is not.</source>
        <translation>Die Dokumente einer SOPS-Datei sind Maps; dieses ist keine.</translation>
    </message>
    <message>
        <source>The file is not encrypted: it has no SOPS part.</source>
        <translation>Die Datei ist nicht verschlüsselt: Sie hat keinen SOPS-Teil.</translation>
    </message>
    <message>
        <source>Encrypt it first.</source>
        <translation>Sie zuerst verschlüsseln.</translation>
    </message>
    <message>
        <source>The file was changed by somebody without its key: its check (MAC) does not fit.</source>
        <translation>Die Datei wurde von jemandem ohne ihren Schlüssel verändert: Ihre Prüfsumme (MAC) passt nicht.</translation>
    </message>
    <message>
        <source>Restore it from where it was written or committed.</source>
        <translation>Sie von dort zurückholen, wo sie geschrieben oder eingecheckt wurde.</translation>
    </message>
    <message>
        <source>The file is encrypted already.</source>
        <translation>Die Datei ist schon verschlüsselt.</translation>
    </message>
    <message>
        <source>The file has a part named “sops” already.</source>
        <translation>Die Datei hat schon einen Teil namens „sops“.</translation>
    </message>
    <message>
        <source>Give it another name; SOPS keeps its own facts there.</source>
        <translation>Ihm einen anderen Namen geben; SOPS legt dort seine eigenen Angaben ab.</translation>
    </message>
    <message>
        <source>Nobody could open the file: it has no recipients.</source>
        <translation>Niemand könnte die Datei öffnen: Sie hat keine Empfänger.</translation>
    </message>
    <message>
        <source>Name at least one age key, which begins with “age1”.</source>
        <translation>Mindestens einen age-Schlüssel nennen; er beginnt mit „age1“.</translation>
    </message>
    <message>
        <source>%1 holds no age key.</source>
        <translation>%1 enthält keinen age-Schlüssel.</translation>
    </message>
    <message>
        <source>The command in SOPS_AGE_KEY_CMD failed: %1</source>
        <translation>Der Befehl in SOPS_AGE_KEY_CMD ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>The file’s data key has the wrong size.</source>
        <translation>Der Datenschlüssel der Datei hat die falsche Größe.</translation>
    </message>
    <message>
        <source>The file’s key lies with a key service (%1) that Latchkey does not ask.</source>
        <translation>Der Schlüssel der Datei liegt bei einem Schlüsseldienst (%1), den Latchkey nicht fragt.</translation>
    </message>
    <message>
        <source>Install the program sops; Latchkey hands such files to it.</source>
        <translation>Das Programm sops installieren; Latchkey gibt ihm solche Dateien weiter.</translation>
    </message>
    <message>
        <source>The file is closed to nobody.</source>
        <translation>Die Datei ist für niemanden verschlüsselt.</translation>
    </message>
    <message>
        <source>None of your keys opens this file; it is closed to %1.</source>
        <translation>Keiner der eigenen Schlüssel öffnet diese Datei; sie ist für %1 verschlüsselt.</translation>
    </message>
    <message>
        <source>Ask somebody who can open it to add your age key to its recipients.</source>
        <translation>Jemanden, der sie öffnen kann, bitten, den eigenen age-Schlüssel zu ihren Empfängern hinzuzufügen.</translation>
    </message>
    <message>
        <source>gpg does not open it: %1</source>
        <translation>gpg öffnet sie nicht: %1</translation>
    </message>
    <message>
        <source>gpg cannot encrypt to %1: %2</source>
        <translation>gpg kann nicht für %1 verschlüsseln: %2</translation>
    </message>
    <message>
        <source>Files of several documents are not merged.</source>
        <translation>Dateien mit mehreren Dokumenten werden nicht zusammengeführt.</translation>
    </message>
    <message>
        <source>the recipients</source>
        <translation>die Empfänger</translation>
    </message>
    <message>
        <source>the rule for what is encrypted</source>
        <translation>die Regel, was verschlüsselt wird</translation>
    </message>
    <message>
        <source>Both sides changed %1.</source>
        <translation>Beide Seiten haben %1 geändert.</translation>
    </message>
    <message>
        <source>Decide by hand which one counts.</source>
        <translation>Von Hand entscheiden, was gilt.</translation>
    </message>
    <message>
        <source>There is no such approval.</source>
        <translation>Eine solche Freigabe gibt es nicht.</translation>
    </message>
    <message>
        <source>It may have ended meanwhile.</source>
        <translation>Sie ist vielleicht inzwischen abgelaufen.</translation>
    </message>
    <message>
        <source>That end is over already.</source>
        <translation>Dieses Ende ist schon vorbei.</translation>
    </message>
    <message>
        <source>Revoke it instead.</source>
        <translation>Stattdessen widerrufen.</translation>
    </message>
    <message>
        <source>That is a rule of config.toml.</source>
        <translation>Das ist eine Regel aus config.toml.</translation>
    </message>
    <message>
        <source>Change the list consent.rules there.</source>
        <translation>Dort die Liste consent.rules ändern.</translation>
    </message>
    <message>
        <source>The program could not be recognised again.</source>
        <translation>Das Programm wäre nicht wiederzuerkennen.</translation>
    </message>
    <message>
        <source>Allow it once.</source>
        <translation>Es einmal erlauben.</translation>
    </message>
    <message>
        <source>Nobody vouches for this program.</source>
        <translation>Für dieses Programm bürgt niemand.</translation>
    </message>
    <message>
        <source>Allow it once or for this session.</source>
        <translation>Es einmal oder für diese Sitzung erlauben.</translation>
    </message>
    <message>
        <source>An approval holds for 1 to %1 hours.</source>
        <translation>Eine Freigabe gilt 1 bis %1 Stunden.</translation>
    </message>
    <message>
        <source>That question is over.</source>
        <translation>Diese Frage ist vorbei.</translation>
    </message>
    <message>
        <source>The program can ask again.</source>
        <translation>Das Programm kann erneut fragen.</translation>
    </message>
    <message>
        <source>The owner has refused %1 the account %2.</source>
        <translation>Der Besitzer hat %1 das Konto %2 verweigert.</translation>
    </message>
    <message>
        <source>Any program</source>
        <translation>Jedes Programm</translation>
    </message>
    <message>
        <source>The question was withdrawn.</source>
        <translation>Die Frage wurde zurückgezogen.</translation>
    </message>
    <message>
        <source>The system does not tell who asks.</source>
        <translation>Das System sagt nicht, wer fragt.</translation>
    </message>
    <message>
        <source>Too many questions wait already.</source>
        <translation>Es warten schon zu viele Fragen.</translation>
    </message>
    <message>
        <source>Answer those first, then try again.</source>
        <translation>Zuerst diese beantworten, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Too many calls wait for the same answer.</source>
        <translation>Zu viele Aufrufe warten auf dieselbe Antwort.</translation>
    </message>
    <message>
        <source>Wait until it is given.</source>
        <translation>Warten, bis sie gegeben ist.</translation>
    </message>
    <message>
        <source>Nobody answered whether %1 may have %2.</source>
        <translation>Niemand hat geantwortet, ob %1 Zugriff auf %2 bekommt.</translation>
    </message>
    <message>
        <source>Answer in the window, or with ‘latchkey approve’, and try again.</source>
        <translation>Im Fenster oder mit ‚latchkey approve‘ antworten, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>There is no account called %1.</source>
        <translation>Ein Konto namens %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>The program has changed since you allowed it on %1.</source>
        <translation>Das Programm hat sich geändert, seit es am %1 erlaubt wurde.</translation>
    </message>
    <message>
        <source>The script has changed since you allowed it on %1.</source>
        <translation>Das Skript hat sich geändert, seit es am %1 erlaubt wurde.</translation>
    </message>
    <message>
        <source>The interpreter of the script has changed since you allowed it on %1.</source>
        <translation>Der Interpreter des Skripts hat sich geändert, seit es am %1 erlaubt wurde.</translation>
    </message>
    <message>
        <source>The system does not tell which program it is.</source>
        <translation>Das System sagt nicht, welches Programm es ist.</translation>
    </message>
    <message>
        <source>It was started by nobody who is still there.</source>
        <translation>Wer es gestartet hat, ist nicht mehr da.</translation>
    </message>
    <message>
        <source>It only does what it is told, and nobody can tell by whom.</source>
        <translation>Es tut nur, was ihm gesagt wird, und von wem, lässt sich nicht feststellen.</translation>
    </message>
    <message>
        <source>Its file has been replaced or moved since it was started.</source>
        <translation>Seine Datei wurde seit dem Start ersetzt oder verschoben.</translation>
    </message>
    <message>
        <source>Its file is not as its package brought it.</source>
        <translation>Seine Datei ist nicht mehr so, wie sie mit ihrem Paket kam.</translation>
    </message>
    <message>
        <source>Its file is new, in a folder where files come and go.</source>
        <translation>Seine Datei ist neu und liegt in einem Ordner, in dem Dateien kommen und gehen.</translation>
    </message>
    <message>
        <source>A rule looks like &quot;allow /usr/bin/git github/*&quot;.</source>
        <translation>Eine Regel sieht so aus: &quot;allow /usr/bin/git github/*&quot;.</translation>
    </message>
    <message>
        <source>‘%1’ is nothing a program can want.</source>
        <translation>‚%1‘ ist nichts, was ein Programm wollen kann.</translation>
    </message>
    <message>
        <source>Say use, change, remove or everything.</source>
        <translation>Möglich sind use, change, remove und everything.</translation>
    </message>
    <message>
        <source>The rule is too long.</source>
        <translation>Die Regel ist zu lang.</translation>
    </message>
    <message>
        <source>A rule begins with ‘allow’ or ‘deny’.</source>
        <translation>Eine Regel beginnt mit ‚allow‘ oder ‚deny‘.</translation>
    </message>
    <message>
        <source>A rule names its program by the whole path, or * for any.</source>
        <translation>Eine Regel nennt ihr Programm mit dem ganzen Pfad; * steht für jedes.</translation>
    </message>
    <message>
        <source>A rule names its account as SERVICE/ACCOUNT, * standing for any.</source>
        <translation>Eine Regel nennt ihr Konto als DIENST/KONTO; * steht für jedes.</translation>
    </message>
    <message>
        <source>After the account only ‘for’ and what the program wants may follow.</source>
        <translation>Nach dem Konto darf nur noch ‚for‘ stehen, und was das Programm will.</translation>
    </message>
    <message>
        <source>%1 is closed to programs.</source>
        <translation>%1 ist für Programme gesperrt.</translation>
    </message>
    <message>
        <source>The account&apos;s details say who may use it.</source>
        <translation>Die Einzelheiten des Kontos sagen, wer es benutzen darf.</translation>
    </message>
    <message>
        <source>A rule of config.toml keeps %1 from %2.</source>
        <translation>Eine Regel in config.toml hält %1 von %2 fern.</translation>
    </message>
    <message>
        <source>The rules are in the list consent.rules.</source>
        <translation>Die Regeln stehen in der Liste consent.rules.</translation>
    </message>
    <message>
        <source>It may ask again in some minutes, or when the refusal is revoked.</source>
        <translation>Es kann in ein paar Minuten wieder fragen, oder wenn die Ablehnung widerrufen ist.</translation>
    </message>
    <message>
        <source>Programs get nothing unless a rule allows it.</source>
        <translation>Programme bekommen nichts, solange keine Regel es erlaubt.</translation>
    </message>
    <message>
        <source>The setting consent.policy says so.</source>
        <translation>Die Einstellung consent.policy legt das fest.</translation>
    </message>
    <message>
        <source>The store of secrets does not answer.</source>
        <translation>Der Tresor antwortet nicht.</translation>
    </message>
    <message>
        <source>Questions are paused, so the answer is no.</source>
        <translation>Fragen sind ausgesetzt, die Antwort ist also nein.</translation>
    </message>
    <message>
        <source>Go on with questions in the menu of the tray, then try again.</source>
        <translation>Fragen im Menü des Infobereichs wieder zulassen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Nobody is there to be asked.</source>
        <translation>Niemand ist da, der gefragt werden könnte.</translation>
    </message>
    <message>
        <source>Write a rule into consent.rules of config.toml.</source>
        <translation>In config.toml eine Regel in consent.rules schreiben.</translation>
    </message>
    <message>
        <source>consent.rules, rule %1 has no effect: %2 %3</source>
        <translation>consent.rules, Regel %1 hat keine Wirkung: %2 %3</translation>
    </message>
    <message>
        <source>The program has gone already.</source>
        <translation>Das Programm ist schon fort.</translation>
    </message>
    <message>
        <source>A program</source>
        <translation>Ein Programm</translation>
    </message>
    <message>
        <source>Somebody else has changed this person.</source>
        <translation>Jemand anderes hat diese Person geändert.</translation>
    </message>
    <message>
        <source>Look at it again.</source>
        <translation>Die Person noch einmal ansehen.</translation>
    </message>
    <message>
        <source>The socket %1 cannot be made: %2.</source>
        <translation>Der Socket %1 lässt sich nicht anlegen: %2.</translation>
    </message>
    <message>
        <source>Check the folder and who owns it.</source>
        <translation>Den Ordner prüfen, und wem er gehört.</translation>
    </message>
    <message>
        <source>The path of the socket is too long: %1</source>
        <translation>Der Pfad des Sockets ist zu lang: %1</translation>
    </message>
    <message>
        <source>Set XDG_RUNTIME_DIR to a folder with a shorter name.</source>
        <translation>XDG_RUNTIME_DIR auf einen Ordner mit kürzerem Namen setzen.</translation>
    </message>
    <message>
        <source>%1 is there and is no socket.</source>
        <translation>%1 ist schon da und ist kein Socket.</translation>
    </message>
    <message>
        <source>Move it away.</source>
        <translation>Wegräumen.</translation>
    </message>
    <message>
        <source>Another agent answers on %1.</source>
        <translation>An %1 antwortet ein anderer Agent.</translation>
    </message>
    <message>
        <source>End it with `latchkey daemon stop`.</source>
        <translation>Ihn mit `latchkey daemon stop` beenden.</translation>
    </message>
    <message>
        <source>Nobody can tell who is at the other end.</source>
        <translation>Wer am anderen Ende ist, lässt sich nicht feststellen.</translation>
    </message>
    <message>
        <source>Descriptor %1 is no socket that listens.</source>
        <translation>Der Deskriptor %1 ist kein lauschender Socket.</translation>
    </message>
    <message>
        <source>This system hands over no sockets.</source>
        <translation>Dieses System übergibt keine Sockets.</translation>
    </message>
    <message>
        <source>‘client_secret’ is a reference, such as auth://acme/client/api_key; a secret does not belong into this file.</source>
        <translation>‚client_secret‘ ist ein Verweis, etwa auth://acme/client/api_key; ein Geheimnis gehört nicht in diese Datei.</translation>
    </message>
    <message>
        <source>‘audience_parameter’ is a parameter’s name, such as resource or audience.</source>
        <translation>‚audience_parameter‘ ist der Name eines Parameters, etwa resource oder audience.</translation>
    </message>
    <message>
        <source>%1 does not have all of these scopes: %2.</source>
        <translation>%1 hat nicht alle diese Berechtigungen: %2.</translation>
    </message>
    <message>
        <source>Ask for some of %1, or sign in anew with more.</source>
        <translation>Einige von %1 verlangen oder mit mehr Berechtigungen neu anmelden.</translation>
    </message>
    <message>
        <source>%1 gives no tokens for some of the scopes.</source>
        <translation>%1 gibt keine Token für nur einen Teil der Berechtigungen.</translation>
    </message>
    <message>
        <source>Ask without scopes.</source>
        <translation>Ohne Angabe von Berechtigungen fragen.</translation>
    </message>
    <message>
        <source>%1 gives no tokens for one audience.</source>
        <translation>%1 gibt keine Token für eine einzelne Audience.</translation>
    </message>
    <message>
        <source>Ask without an audience, or set audience_parameter in the file of this service, if it knows one.</source>
        <translation>Ohne Audience fragen oder in der Datei dieses Dienstes audience_parameter setzen, falls er einen kennt.</translation>
    </message>
    <message>
        <source>%1 gave no refresh token, so no other token can be had with it.</source>
        <translation>%1 hat kein Refresh-Token gegeben; ein anderes Token ist damit nicht zu bekommen.</translation>
    </message>
    <message>
        <source>Ask without scopes and audience.</source>
        <translation>Ohne Berechtigungen und Audience fragen.</translation>
    </message>
    <message>
        <source>%1 gives no tokens for this audience.</source>
        <translation>%1 gibt keine Token für diese Audience.</translation>
    </message>
    <message>
        <source>Ask for another one, or for none.</source>
        <translation>Eine andere verlangen, oder keine.</translation>
    </message>
    <message>
        <source>Write %1.</source>
        <translation>So schreiben: %1.</translation>
    </message>
    <message>
        <source>Nobody can say whether %1 may use %2.</source>
        <translation>Niemand kann sagen, ob %2 für %1 erlaubt ist.</translation>
    </message>
    <message>
        <source>account not found: %1</source>
        <translation>Konto nicht gefunden: %1</translation>
    </message>
    <message>
        <source>`latchkey list-accounts` shows the accounts there are.</source>
        <translation>`latchkey list-accounts` zeigt die vorhandenen Konten.</translation>
    </message>
    <message>
        <source>‘%1’ is not an absolute path.</source>
        <translation>‚%1‘ ist kein absoluter Pfad.</translation>
    </message>
    <message>
        <source>Say yaml, json, dotenv, ini or binary.</source>
        <translation>Möglich sind yaml, json, dotenv, ini und binary.</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else meanwhile.</source>
        <translation>%1 wurde inzwischen von jemand anderem geändert.</translation>
    </message>
    <message>
        <source>Read it again and repeat the change.</source>
        <translation>Neu lesen und die Änderung wiederholen.</translation>
    </message>
    <message>
        <source>The file has no value at %1.</source>
        <translation>Die Datei hat unter %1 keinen Wert.</translation>
    </message>
    <message>
        <source>%1 is not encrypted: it has no SOPS part.</source>
        <translation>%1 ist nicht verschlüsselt: Die Datei hat keinen SOPS-Teil.</translation>
    </message>
    <message>
        <source>Encrypt it first, or say what the file is.</source>
        <translation>Die Datei zuerst verschlüsseln oder angeben, was sie ist.</translation>
    </message>
    <message>
        <source>The value is not JSON.</source>
        <translation>Der Wert ist kein JSON.</translation>
    </message>
    <message>
        <source>Write a text in quotation marks: &quot;hunter2&quot;.</source>
        <translation>Einen Text in Anführungszeichen schreiben: &quot;hunter2&quot;.</translation>
    </message>
    <message>
        <source>The answers of this batch are too large.</source>
        <translation>Die Antworten auf diese Sammelanfrage sind zu groß.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The agent has too many connections.</source>
        <translation>Der Agent hat zu viele Verbindungen.</translation>
    </message>
    <message>
        <source>since: a time such as 2026-11-22T15:04:05Z or a span such as 24h is expected.</source>
        <translation>since: eine Zeit wie 2026-11-22T15:04:05Z oder eine Spanne wie 24h wird erwartet.</translation>
    </message>
    <message>
        <source>There is no setting ‘%1’.</source>
        <translation>Eine Einstellung ‚%1‘ gibt es nicht.</translation>
    </message>
    <message>
        <source>`latchkey config get` lists them.</source>
        <translation>`latchkey config get` listet sie auf.</translation>
    </message>
    <message>
        <source>%1: %2 is expected.</source>
        <translation>%1: %2 wird erwartet.</translation>
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
        <source>an array of strings</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source>a string</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>Programs cannot decide about programs here.</source>
        <translation>Programme dürfen hier nicht über Programme entscheiden.</translation>
    </message>
    <message>
        <source>Change %1 in Latchkey&apos;s window or in config.toml.</source>
        <translation>%1 im Fenster von Latchkey oder in config.toml ändern.</translation>
    </message>
    <message>
        <source>Decide it in Latchkey&apos;s window, or set consent.answer_by_cli.</source>
        <translation>Im Fenster von Latchkey entscheiden oder consent.answer_by_cli setzen.</translation>
    </message>
    <message>
        <source>There is no such decision.</source>
        <translation>Eine solche Entscheidung gibt es nicht.</translation>
    </message>
    <message>
        <source>`latchkey approvals` lists them.</source>
        <translation>`latchkey approvals` listet sie auf.</translation>
    </message>
    <message>
        <source>No provider is known for ‘%1’.</source>
        <translation>Für ‚%1‘ ist kein Anbieter bekannt.</translation>
    </message>
    <message>
        <source>Name one with `provider`, or give an API key.</source>
        <translation>Einen mit `provider` nennen oder einen API-Schlüssel angeben.</translation>
    </message>
    <message>
        <source>There is no provider ‘%1’.</source>
        <translation>Einen Anbieter ‚%1‘ gibt es nicht.</translation>
    </message>
    <message>
        <source>`providers.list` tells which there are.</source>
        <translation>`providers.list` sagt, welche es gibt.</translation>
    </message>
    <message>
        <source>%1 works with API keys only.</source>
        <translation>%1 geht nur mit API-Schlüsseln.</translation>
    </message>
    <message>
        <source>Give the key as `api_key`.</source>
        <translation>Den Schlüssel als `api_key` angeben.</translation>
    </message>
    <message>
        <source>%1 was removed in the meantime.</source>
        <translation>%1 wurde inzwischen entfernt.</translation>
    </message>
    <message>
        <source>api_key: a string is expected.</source>
        <translation>api_key: ein Text wird erwartet.</translation>
    </message>
    <message>
        <source>The connection has closed.</source>
        <translation>Die Verbindung wurde geschlossen.</translation>
    </message>
    <message>
        <source>This sign-in is over.</source>
        <translation>Diese Anmeldung ist vorbei.</translation>
    </message>
    <message>
        <source>client_id: a string is expected.</source>
        <translation>client_id: ein Text wird erwartet.</translation>
    </message>
    <message>
        <source>This agent ends by itself.</source>
        <translation>Dieser Agent endet von selbst.</translation>
    </message>
    <message>
        <source>The key of %1 is not text.</source>
        <translation>Der Schlüssel von %1 ist kein Text.</translation>
    </message>
    <message>
        <source>Store it again as text.</source>
        <translation>Ihn neu als Text verwahren.</translation>
    </message>
    <message>
        <source>topics: there is no topic ‘%1’.</source>
        <translation>topics: Ein Thema ‚%1‘ gibt es nicht.</translation>
    </message>
    <message>
        <source>The topics are: %1.</source>
        <translation>Die Themen sind: %1.</translation>
    </message>
    <message>
        <source>Bad Request: Latchkey gives tokens and lists accounts here.</source>
        <translation>Bad Request: Latchkey gibt hier Token heraus und listet Konten auf.</translation>
    </message>
    <message>
        <source>Use `latchkey` for everything else.</source>
        <translation>Für alles andere `latchkey` verwenden.</translation>
    </message>
    <message>
        <source>Name it SERVICE/ACCOUNT; `latchkey list-accounts` shows the accounts there are.</source>
        <translation>Als DIENST/KONTO angeben; `latchkey list-accounts` zeigt die vorhandenen Konten.</translation>
    </message>
    <message>
        <source>There are several accounts called %1.</source>
        <translation>Es gibt mehrere Konten namens %1.</translation>
    </message>
    <message>
        <source>Name it SERVICE/ACCOUNT.</source>
        <translation>Als DIENST/KONTO angeben.</translation>
    </message>
    <message>
        <source>No account belongs to the issuer %1.</source>
        <translation>Zum Aussteller %1 gehört kein Konto.</translation>
    </message>
    <message>
        <source>There are several accounts of the issuer %1.</source>
        <translation>Es gibt mehrere Konten beim Aussteller %1.</translation>
    </message>
    <message>
        <source>This method has no parameters.</source>
        <translation>Diese Methode hat keine Parameter.</translation>
    </message>
    <message>
        <source>The parameters are: %1.</source>
        <translation>Die Parameter sind: %1.</translation>
    </message>
    <message>
        <source>a string is expected</source>
        <translation>ein Text wird erwartet</translation>
    </message>
    <message>
        <source>one of %1 is expected</source>
        <translation>eines von %1 wird erwartet</translation>
    </message>
    <message>
        <source>a time such as 2026-11-22T15:04:05Z is expected</source>
        <translation>eine Zeit wie 2026-11-22T15:04:05Z wird erwartet</translation>
    </message>
    <message>
        <source>a whole number from %1 on is expected</source>
        <translation>eine ganze Zahl ab %1 wird erwartet</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2 is expected</source>
        <translation>eine ganze Zahl von %1 bis %2 wird erwartet</translation>
    </message>
    <message>
        <source>true or false is expected</source>
        <translation>true oder false wird erwartet</translation>
    </message>
    <message>
        <source>an array of strings is expected</source>
        <translation>eine Liste von Texten wird erwartet</translation>
    </message>
    <message>
        <source>a value is expected</source>
        <translation>ein Wert wird erwartet</translation>
    </message>
    <message>
        <source>There are %1 parameters, at most %2 are expected.</source>
        <translation>Es sind %1 Parameter, höchstens %2 werden erwartet.</translation>
    </message>
    <message>
        <source>There is no parameter ‘%1’.</source>
        <translation>Einen Parameter ‚%1‘ gibt es nicht.</translation>
    </message>
    <message>
        <source>This system cannot serve standard input.</source>
        <translation>Dieses System kann die Standardeingabe nicht bedienen.</translation>
    </message>
    <message>
        <source>Ask for %1, or for none.</source>
        <translation>%1 verlangen oder keine.</translation>
    </message>
    <message>
        <source>Set VAULT_ADDR where Latchkey is started.</source>
        <translation>VAULT_ADDR dort setzen, wo Latchkey gestartet wird.</translation>
    </message>
    <message>
        <source>The reference names a Vault that VAULT_ADDR does not.</source>
        <translation>Der Verweis nennt einen Vault, den VAULT_ADDR nicht nennt.</translation>
    </message>
    <message>
        <source>Set VAULT_ADDR to that server.</source>
        <translation>VAULT_ADDR auf diesen Server setzen.</translation>
    </message>
    <message>
        <source>%1 would show the value of its inner reference to other programs.</source>
        <translation>%1 würde anderen Programmen den Wert des inneren Verweises zeigen.</translation>
    </message>
    <message>
        <source>Write the inner value into the reference, if it is no secret.</source>
        <translation>Den inneren Wert in den Verweis schreiben, wenn er nicht geheim ist.</translation>
    </message>
    <message>
        <source>An older copy of the vault is in use, of %1</source>
        <translation>Eine ältere Kopie des Tresors ist in Gebrauch, vom %1</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 nach %2</translation>
    </message>
    <message>
        <source>The older copy of the vault, of %1, was wanted</source>
        <translation>Die ältere Kopie des Tresors vom %1 war gewollt</translation>
    </message>
    <message>
        <source>The authority is stopping.</source>
        <translation>Die Anmeldestelle wird beendet.</translation>
    </message>
    <message>
        <source>Bad Request: %1 is not what it is to be.</source>
        <translation>Bad Request: %1 ist nicht, was es sein soll.</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>es ist zu lang</translation>
    </message>
    <message>
        <source>The store is opened by the key file %1: that file is the recovery key.</source>
        <translation>Den Tresor öffnet die Schlüsseldatei %1: sie ist der Wiederherstellungsschlüssel.</translation>
    </message>
    <message>
        <source>Keep a copy of it in a safe place.</source>
        <translation>Eine Kopie davon an einem sicheren Ort aufbewahren.</translation>
    </message>
    <message>
        <source>An older copy of %1 is in use, of %2. Secrets that changed since then are the old ones. If you put it back, say so; if not, find out who did, and put the newer one in its place.</source>
        <translation>Eine ältere Kopie von %1 ist in Gebrauch, vom %2. Geheimnisse, die sich seither geändert haben, sind die alten. War es Absicht, hier bestätigen; sonst herausfinden, wer es war, und die neuere Datei wieder einsetzen.</translation>
    </message>
    <message>
        <source>Secrets are kept in %1, which has no recovery key.</source>
        <translation>Die Geheimnisse liegen in %1; dort gibt es keinen Wiederherstellungsschlüssel.</translation>
    </message>
    <message>
        <source>Back the keyring up with the tools of your desktop.</source>
        <translation>Den Schlüsselbund mit den Werkzeugen des Desktops sichern.</translation>
    </message>
    <message>
        <source>There is no next key yet.</source>
        <translation>Es gibt noch keinen nächsten Schlüssel.</translation>
    </message>
    <message>
        <source>Start the authority: it makes its keys then.</source>
        <translation>Die Anmeldestelle starten: dann macht sie ihre Schlüssel.</translation>
    </message>
    <message>
        <source>The list of breached passwords %1 cannot be read.</source>
        <translation>Die Liste bekannt gewordener Passwörter %1 lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Check the path and who may read it.</source>
        <translation>Den Pfad prüfen, und wer die Datei lesen darf.</translation>
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
    <message>
        <source>An API key is what it is: %1 has no scopes.</source>
        <translation>Ein API-Schlüssel ist, wie er ist: %1 hat keine Berechtigungen.</translation>
    </message>
    <message>
        <source>Ask without scopes and audience.</source>
        <translation>Ohne Berechtigungen und Audience fragen.</translation>
    </message>
    <message>
        <source>%1 was added by somebody else in the meantime.</source>
        <translation>%1 wurde inzwischen von anderer Seite hinzugefügt.</translation>
    </message>
    <message>
        <source>Look at it, and begin again if it is to be replaced.</source>
        <translation>Das Konto ansehen und von vorn beginnen, wenn es ersetzt werden soll.</translation>
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
        <source>Locked, it gives nothing: “%1”</source>
        <translation>Gesperrt gibt es nichts heraus: „%1“</translation>
    </message>
    <message>
        <source>Unlocked again.</source>
        <translation>Wieder entsperrt.</translation>
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
        <source>A locked desk gave something out.</source>
        <translation>Trotz Sperre wurde etwas herausgegeben.</translation>
    </message>
    <message>
        <source>The account was not removed.</source>
        <translation>Das Konto wurde nicht entfernt.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Check the path and who may read it.</source>
        <translation>Prüfen, ob der Pfad stimmt und wer die Datei lesen darf.</translation>
    </message>
    <message>
        <source>Give it as https://id.example.org</source>
        <translation>Als https://id.example.org angeben</translation>
    </message>
    <message>
        <source>“%1” is no IP address.</source>
        <translation>„%1“ ist keine IP-Adresse.</translation>
    </message>
    <message>
        <source>Give one of this machine, such as 127.0.0.1</source>
        <translation>Eine von diesem Rechner angeben, etwa 127.0.0.1</translation>
    </message>
    <message>
        <source>“%1” is no address or network.</source>
        <translation>„%1“ ist keine Adresse und kein Netz.</translation>
    </message>
    <message>
        <source>Give it as 10.0.0.5 or 10.0.0.0/24</source>
        <translation>Als 10.0.0.5 oder 10.0.0.0/24 angeben</translation>
    </message>
    <message>
        <source>Port to listen on (setting authority.port).</source>
        <translation>Port zum Lauschen (Einstellung authority.port).</translation>
    </message>
    <message>
        <source>Address to listen on; 127.0.0.1 unless given.</source>
        <translation>Adresse zum Lauschen; ohne Angabe 127.0.0.1.</translation>
    </message>
    <message>
        <source>How clients reach it through a reverse proxy.</source>
        <translation>Wie Clients sie durch einen Reverse-Proxy erreichen.</translation>
    </message>
    <message>
        <source>Whose X-Forwarded-* headers are believed; may be repeated.</source>
        <translation>Wessen Kopfzeilen X-Forwarded-* geglaubt wird; mehrfach möglich.</translation>
    </message>
    <message>
        <source>PostgreSQL for several instances: postgresql://user@host/name</source>
        <translation>PostgreSQL für mehrere Instanzen: postgresql://user@host/name</translation>
    </message>
    <message>
        <source>A file with the database’s password.</source>
        <translation>Eine Datei mit dem Passwort der Datenbank.</translation>
    </message>
    <message>
        <source>A sorted list of SHA-1 hashes that are refused.</source>
        <translation>Eine sortierte Liste von SHA-1-Hashes, die abgelehnt werden.</translation>
    </message>
    <message>
        <source>add-client: a redirect address; may be repeated.</source>
        <translation>add-client: eine Weiterleitungsadresse; mehrfach möglich.</translation>
    </message>
    <message>
        <source>add-client: a grant type; may be repeated.</source>
        <translation>add-client: ein Grant-Typ; mehrfach möglich.</translation>
    </message>
    <message>
        <source>add-client: a scope; may be repeated.</source>
        <translation>add-client: eine Berechtigung (Scope); mehrfach möglich.</translation>
    </message>
    <message>
        <source>add-client: give it a secret.</source>
        <translation>add-client: dem Client ein Geheimnis geben.</translation>
    </message>
    <message>
        <source>What to do.</source>
        <translation>Was zu tun ist.</translation>
    </message>
    <message>
        <source>The authority serves at %1</source>
        <translation>Die Anmeldestelle ist unter %1 erreichbar</translation>
    </message>
    <message>
        <source>“%1” wants one word behind it: %2.</source>
        <translation>„%1“ braucht ein Wort dahinter: %2.</translation>
    </message>
    <message>
        <source>See latchkeyd authority --help.</source>
        <translation>Siehe latchkeyd authority --help.</translation>
    </message>
    <message>
        <source>the user’s name</source>
        <translation>den Namen des Benutzers</translation>
    </message>
    <message>
        <source>the client’s name</source>
        <translation>den Namen des Clients</translation>
    </message>
    <message>
        <source>the client’s id</source>
        <translation>die ID des Clients</translation>
    </message>
    <message>
        <source>metrics, policy or registration</source>
        <translation>metrics, policy oder registration</translation>
    </message>
    <message>
        <source>made on the command line</source>
        <translation>auf der Befehlszeile angelegt</translation>
    </message>
    <message>
        <source>There is no token for “%1”.</source>
        <translation>Für „%1“ gibt es kein Token.</translation>
    </message>
    <message>
        <source>Ask for metrics, policy or registration.</source>
        <translation>Nach metrics, policy oder registration fragen.</translation>
    </message>
    <message>
        <source>There is no verb “%1”.</source>
        <translation>Einen Befehl „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The sign-in was broken off.</source>
        <translation>Die Anmeldung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The token did not open what it should.</source>
        <translation>Das Token hat nicht geöffnet, was es öffnen soll.</translation>
    </message>
    <message>
        <source>Latchkey’s own OpenID provider runs on this machine: %1</source>
        <translation>Der eigene OpenID-Anbieter von Latchkey läuft auf diesem Rechner: %1</translation>
    </message>
    <message>
        <source>Signing in there in the browser, as with any service: code, PKCE, a page to allow it.</source>
        <translation>Anmeldung dort im Browser, wie bei jedem Dienst: Code, PKCE, eine Seite zum Erlauben.</translation>
    </message>
    <message>
        <source>Signed in as %1. The account is kept and listed: %2, standing “%3”.</source>
        <translation>Angemeldet als %1. Das Konto ist verwahrt und steht in der Liste: %2, Stand „%3“.</translation>
    </message>
    <message>
        <source>Programs would ask for %1.</source>
        <translation>Programme würden nach %1 fragen.</translation>
    </message>
    <message>
        <source>A token was asked for and given, and the provider answers to it.</source>
        <translation>Ein Token wurde verlangt und gegeben, und der Anbieter nimmt es an.</translation>
    </message>
    <message>
        <source>The token was not renewed.</source>
        <translation>Das Token wurde nicht erneuert.</translation>
    </message>
    <message>
        <source>Renewed: a new token, which works as well.</source>
        <translation>Erneuert: ein neues Token, das ebenso geht.</translation>
    </message>
    <message>
        <source>The account is removed, and its tokens are ended at the provider.</source>
        <translation>Das Konto ist entfernt, und seine Token sind beim Anbieter beendet.</translation>
    </message>
    <message>
        <source>The pages came to no end.</source>
        <translation>Die Seiten kamen zu keinem Ende.</translation>
    </message>
    <message>
        <source>The authority is off.</source>
        <translation>Die Anmeldestelle ist aus.</translation>
    </message>
    <message>
        <source>Turn it on: page Authority in the window.</source>
        <translation>Einschalten: Seite Anmeldestelle im Fenster.</translation>
    </message>
    <message>
        <source>Its signing keys are locked away with your other secrets.</source>
        <translation>Ihre Signaturschlüssel sind mit den anderen Geheimnissen weggeschlossen.</translation>
    </message>
    <message>
        <source>Unlock Latchkey to go on.</source>
        <translation>Zum Fortfahren Latchkey entsperren.</translation>
    </message>
    <message>
        <source>Another Latchkey is running for you already.</source>
        <translation>Für diesen Benutzer läuft bereits ein anderes Latchkey.</translation>
    </message>
    <message>
        <source>Use that one, or end it first.</source>
        <translation>Jenes benutzen oder es zuerst beenden.</translation>
    </message>
    <message>
        <source>The store is opened by its own side.</source>
        <translation>Der Tresor wird von seiner eigenen Seite geöffnet.</translation>
    </message>
    <message>
        <source>The store is not opened for this.</source>
        <translation>Der Speicher wird dafür nicht geöffnet.</translation>
    </message>
    <message>
        <source>It asks: allow %1 to sign you in as %2? The tour says yes.</source>
        <translation>Die Frage lautet: %1 die Anmeldung als %2 erlauben? Der Rundgang sagt ja.</translation>
    </message>
    <message>
        <source>Open this page yourself: %1</source>
        <translation>Diese Seite selbst öffnen: %1</translation>
    </message>
    <message>
        <source>The password is too long.</source>
        <translation>Das Passwort ist zu lang.</translation>
    </message>
    <message>
        <source>At most 128 letters are taken.</source>
        <translation>Höchstens 128 Zeichen sind möglich.</translation>
    </message>
    <message>
        <source>Password: </source>
        <translation>Passwort: </translation>
    </message>
    <message>
        <source>Another Latchkey is running for you already: %1, process %2.</source>
        <translation>Für diesen Benutzer läuft bereits ein anderes Latchkey: %1, Prozess %2.</translation>
    </message>
    <message>
        <source>The client secret of %1 is a reference that needs itself.</source>
        <translation>Das Client-Geheimnis von %1 ist ein Verweis, der sich selbst braucht.</translation>
    </message>
    <message>
        <source>Change client_secret in the provider&apos;s file.</source>
        <translation>client_secret in der Datei des Anbieters ändern.</translation>
    </message>
    <message>
        <source>The client of %1 cannot be had: %2</source>
        <translation>Der Client von %1 ist nicht zu bekommen: %2</translation>
    </message>
    <message>
        <source>The agent that runs without a screen does not end.</source>
        <translation>Der Agent ohne Bildschirm beendet sich nicht.</translation>
    </message>
    <message>
        <source>End it with “latchkey daemon stop”, then start again.</source>
        <translation>Ihn mit „latchkey daemon stop“ beenden, dann neu starten.</translation>
    </message>
    <message>
        <source>The authority, Latchkey’s own OpenID provider, without a screen.</source>
        <translation>Die Anmeldestelle, Latchkeys eigener OpenID-Provider, ohne Bildschirm.</translation>
    </message>
    <message>
        <source>the session’s id</source>
        <translation>die Kennung der Sitzung</translation>
    </message>
    <message>
        <source>the key’s kid</source>
        <translation>die kid des Schlüssels</translation>
    </message>
    <message>
        <source>“%1” wants no word behind it.</source>
        <translation>„%1“ steht ohne weiteres Wort dahinter.</translation>
    </message>
    <message>
        <source>add-user, change-user: a role, such as admin; may be repeated.</source>
        <translation>add-user, change-user: eine Rolle, etwa admin; auch mehrmals.</translation>
    </message>
    <message>
        <source>add-user, change-user: the e-mail address.</source>
        <translation>add-user, change-user: die E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>add-user, change-user: the full name.</source>
        <translation>add-user, change-user: der volle Name.</translation>
    </message>
    <message>
        <source>change-user: may sign in.</source>
        <translation>change-user: darf sich anmelden.</translation>
    </message>
    <message>
        <source>change-user: may not sign in any more.</source>
        <translation>change-user: darf sich nicht mehr anmelden.</translation>
    </message>
    <message>
        <source>add-client: what its tokens are for (RFC 8707); may be repeated. With the scope admin or policy it is the authority itself unless given.</source>
        <translation>add-client: wofür seine Token sind (RFC 8707); auch mehrmals. Mit dem Scope admin oder policy die Anmeldestelle selbst, wenn nichts angegeben ist.</translation>
    </message>
    <message>
        <source>logs: how many events; 50 unless given.</source>
        <translation>logs: wie viele Ereignisse; 50, wenn nichts angegeben ist.</translation>
    </message>
    <message>
        <source>logs: only this kind, such as sign_in_failed.</source>
        <translation>logs: nur diese Art, etwa sign_in_failed.</translation>
    </message>
    <message>
        <source>Verbs:
  serve                 serve until SIGTERM
  add-user NAME         make a user; the password is read from standard input
  users                 list the users
  change-user NAME      change roles, e-mail, name, or whether it may sign in
  set-password NAME     read a new password from standard input; ends its sessions
  reset-totp NAME       take the second factor away
  remove-user NAME      remove a user and all it was given
  sessions [NAME]       list the sessions, of one user or all
  end-session ID        end a session and what was given by it
  add-client NAME       register a client; prints its id and secret
  clients               list the clients
  remove-client ID      remove a client and all it was given
  add-token PURPOSE     make a token for metrics, policy or registration; prints it
  keys                  list the signing keys
  rotate                sign with the next keys from now on
  revoke-key KID        emergency: nothing that the key has signed is good any more
  logs                  what has happened, the newest last</source>
        <translation>Verben:
  serve                 dienen bis SIGTERM
  add-user NAME         eine Person anlegen; das Passwort kommt von der Standardeingabe
  users                 die Personen auflisten
  change-user NAME      Rollen, E-Mail, Namen ändern, oder ob sie sich anmelden darf
  set-password NAME     ein neues Passwort von der Standardeingabe lesen; beendet ihre Sitzungen
  reset-totp NAME       den zweiten Faktor wegnehmen
  remove-user NAME      eine Person entfernen, und alles, was ihr gegeben wurde
  sessions [NAME]       die Sitzungen auflisten, die einer Person oder alle
  end-session ID        eine Sitzung beenden, und was durch sie gegeben wurde
  add-client NAME       einen Client anmelden; gibt seine Kennung und sein Geheimnis aus
  clients               die Clients auflisten
  remove-client ID      einen Client entfernen, und alles, was ihm gegeben wurde
  add-token PURPOSE     ein Token für metrics, policy oder registration machen und ausgeben
  keys                  die Signaturschlüssel auflisten
  rotate                ab jetzt mit den nächsten Schlüsseln signieren
  revoke-key KID        Notfall: nichts, was der Schlüssel signiert hat, gilt noch
  logs                  was geschehen ist, das Neueste zuletzt</translation>
    </message>
    <message>
        <source>The authority that serves follows within half a minute, or when it starts.</source>
        <translation>Die laufende Anmeldestelle folgt binnen einer halben Minute, oder wenn sie startet.</translation>
    </message>
    <message>
        <source>There is no user “%1”.</source>
        <translation>Es gibt keine Person „%1“.</translation>
    </message>
    <message>
        <source>See latchkeyd authority users.</source>
        <translation>Siehe latchkeyd authority users.</translation>
    </message>
    <message>
        <source>A user is either active or not.</source>
        <translation>Eine Person ist entweder aktiv oder nicht.</translation>
    </message>
    <message>
        <source>Give one of --activate and --deactivate.</source>
        <translation>Eines von --activate und --deactivate angeben.</translation>
    </message>
    <message>
        <source>It does not say what to change.</source>
        <translation>Es ist nicht gesagt, was zu ändern ist.</translation>
    </message>
    <message>
        <source>Give --role, --email, --display-name, --activate or --deactivate.</source>
        <translation>--role, --email, --display-name, --activate oder --deactivate angeben.</translation>
    </message>
    <message>
        <source>There is no password on standard input.</source>
        <translation>Auf der Standardeingabe steht kein Passwort.</translation>
    </message>
    <message>
        <source>Type it, or send it as the first line.</source>
        <translation>Eintippen oder als erste Zeile schicken.</translation>
    </message>
    <message>
        <source>“%1” is no number of events.</source>
        <translation>„%1“ ist keine Anzahl von Ereignissen.</translation>
    </message>
    <message>
        <source>Give --last a number from 1 to %1.</source>
        <translation>Bei --last eine Zahl von 1 bis %1 angeben.</translation>
    </message>
    <message>
        <source>The public URL “%1” has to be a scheme and a host, and nothing more.</source>
        <translation>Die öffentliche URL „%1“ besteht aus Schema und Host, und aus nichts sonst.</translation>
    </message>
    <message>
        <source>The public URL “%1” is not https: passwords would travel in the open.</source>
        <translation>Die öffentliche URL „%1“ ist nicht https: Passwörter wären unterwegs offen zu lesen.</translation>
    </message>
</context>
<context>
    <name>apps::AgentServer</name>
    <message>
        <source>It does not answer. End it, or wait for it to end.</source>
        <translation>Es antwortet nicht. Es beenden oder warten, bis es endet.</translation>
    </message>
    <message>
        <source>Latchkey runs for you already: %1, process %2.</source>
        <translation>Für diesen Benutzer läuft Latchkey bereits: %1, Prozess %2.</translation>
    </message>
    <message>
        <source>Latchkey runs for you already.</source>
        <translation>Für diesen Benutzer läuft Latchkey bereits.</translation>
    </message>
    <message>
        <source>Finishing what is under way</source>
        <translation>Laufendes wird zu Ende gebracht</translation>
    </message>
    <message>
        <source>Listening; accounts: %1</source>
        <translation>Lauscht; Konten: %1</translation>
    </message>
    <message>
        <source>Ended while another Latchkey was still running.</source>
        <translation>Beendet, während ein anderes Latchkey noch lief.</translation>
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
    <name>apps::WindowHost</name>
    <message>
        <source>The window&apos;s file %1 is not there.</source>
        <translation>Die Fensterdatei %1 ist nicht da.</translation>
    </message>
    <message>
        <source>Install Latchkey again.</source>
        <translation>Latchkey neu installieren.</translation>
    </message>
    <message>
        <source>Latchkey was updated while it ran.</source>
        <translation>Latchkey wurde aktualisiert, während es lief.</translation>
    </message>
    <message>
        <source>Quit it and start it again.</source>
        <translation>Es beenden und neu starten.</translation>
    </message>
    <message>
        <source>The window&apos;s file is of another version.</source>
        <translation>Die Fensterdatei gehört zu einer anderen Version.</translation>
    </message>
</context>
<context>
    <name>authority</name>
    <message>
        <source>A time looks like 2026-11-22T12:00:00Z.</source>
        <translation>Eine Zeit sieht so aus: 2026-11-22T12:00:00Z.</translation>
    </message>
    <message>
        <source>Too many are listening.</source>
        <translation>Zu viele hören zu.</translation>
    </message>
    <message>
        <source>Say who: ids.</source>
        <translation>Sagen, wer: ids.</translation>
    </message>
    <message>
        <source>This cannot go on</source>
        <translation>Hier geht es nicht weiter</translation>
    </message>
    <message>
        <source>The app stays</source>
        <translation>Die App bleibt</translation>
    </message>
    <message>
        <source>Administrators need a second factor.</source>
        <translation>Administratoren brauchen einen zweiten Faktor.</translation>
    </message>
    <message>
        <source>The app is off.</source>
        <translation>Die App ist aus.</translation>
    </message>
    <message>
        <source>This is not your password. Nothing was changed.</source>
        <translation>Das ist nicht das jetzige Passwort. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The password is changed. Your other sessions have ended.</source>
        <translation>Das Passwort ist geändert. Die anderen Sitzungen sind beendet.</translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>Abmelden?</translation>
    </message>
    <message>
        <source>Applications that you have signed in to may go on until their own sessions end.</source>
        <translation>Anwendungen, bei denen eine Anmeldung besteht, gehen weiter, bis ihre eigenen Sitzungen enden.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>You can close this page.</source>
        <translation>Diese Seite kann geschlossen werden.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Erneut anmelden</translation>
    </message>
    <message>
        <source>Password now</source>
        <translation>Jetziges Passwort</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>At least 10 letters, hard to guess, used nowhere else.</source>
        <translation>Mindestens 10 Zeichen, schwer zu erraten, nirgends sonst benutzt.</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>Set a password</source>
        <translation>Passwort setzen</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Authenticator app</source>
        <translation>Authenticator-App</translation>
    </message>
    <message>
        <source>With an app, a stolen password alone opens nothing.</source>
        <translation>Mit einer App öffnet ein gestohlenes Passwort allein nichts.</translation>
    </message>
    <message>
        <source>Set one up…</source>
        <translation>Einrichten…</translation>
    </message>
    <message>
        <source>The app is on</source>
        <translation>Die App ist an</translation>
    </message>
    <message>
        <source>Administrators need one, so it stays.</source>
        <translation>Administratoren brauchen eine, also bleibt sie.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>New ones make the old ones void.</source>
        <translation>Neue machen die alten ungültig.</translation>
    </message>
    <message>
        <source>Make new ones</source>
        <translation>Neue anlegen</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, seit %2</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>diese hier</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Where you are signed in</source>
        <translation>Offene Sitzungen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>What you have allowed</source>
        <translation>Was erlaubt wurde</translation>
    </message>
    <message>
        <source>Sign %1 in?</source>
        <translation>%1 anmelden?</translation>
    </message>
    <message>
        <source>Allow %1?</source>
        <translation>%1 erlauben?</translation>
    </message>
    <message>
        <source>You are %1. It would be able to:</source>
        <translation>Angemeldet als %1. Die Anwendung könnte dann:</translation>
    </message>
    <message>
        <source>This application has registered itself: its name is what it says, and nobody has checked it.</source>
        <translation>Diese Anwendung hat sich selbst registriert: Ihren Namen gibt sie selbst an, und niemand hat ihn geprüft.</translation>
    </message>
    <message>
        <source>Go on only if you began this on a device of your own. Whoever sent you the code would be signed in as you.</source>
        <translation>Nur fortfahren, wenn das auf einem eigenen Gerät begonnen hat. Wer den Code geschickt hat, wäre sonst mit diesem Konto angemeldet.</translation>
    </message>
    <message>
        <source>At: %1</source>
        <translation>Bei: %1</translation>
    </message>
    <message>
        <source>Do not ask again for this</source>
        <translation>Dafür nicht erneut fragen</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Then you go back to %1.</source>
        <translation>Danach geht es zurück zu %1.</translation>
    </message>
    <message>
        <source>Sign a device in</source>
        <translation>Ein Gerät anmelden</translation>
    </message>
    <message>
        <source>Type the code that your device shows.</source>
        <translation>Den Code eingeben, den das Gerät zeigt.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>No device waits with this code. It is good for a few minutes: look at the device again.</source>
        <translation>Mit diesem Code wartet kein Gerät. Er gilt ein paar Minuten: noch einmal auf das Gerät sehen.</translation>
    </message>
    <message>
        <source>This browser keeps no cookies</source>
        <translation>Dieser Browser behält keine Cookies</translation>
    </message>
    <message>
        <source>Signing in needs one. Allow cookies for this address and begin again.</source>
        <translation>Die Anmeldung braucht eines. Cookies für diese Adresse erlauben und neu beginnen.</translation>
    </message>
    <message>
        <source>Say yes at the desktop</source>
        <translation>Am Rechner zustimmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use a password</source>
        <translation>Ein Passwort benutzen</translation>
    </message>
    <message>
        <source>Without an answer it is a no after two minutes.</source>
        <translation>Ohne Antwort gilt es nach zwei Minuten als Nein.</translation>
    </message>
    <message>
        <source>Use a recovery code</source>
        <translation>Einen Wiederherstellungscode benutzen</translation>
    </message>
    <message>
        <source>Each of the codes on your list is good for one sign-in.</source>
        <translation>Jeder Code der Liste gilt für eine Anmeldung.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Wiederherstellungscode</translation>
    </message>
    <message>
        <source>One more step</source>
        <translation>Noch ein Schritt</translation>
    </message>
    <message>
        <source>Open your authenticator app and type the six digits that it shows.</source>
        <translation>Die Authenticator-App öffnen und die sechs Ziffern eingeben, die sie zeigt.</translation>
    </message>
    <message>
        <source>Use the app after all</source>
        <translation>Doch die App benutzen</translation>
    </message>
    <message>
        <source>This recovery code is not right, or it was used before. Take another one.</source>
        <translation>Dieser Wiederherstellungscode stimmt nicht oder wurde schon benutzt. Einen anderen nehmen.</translation>
    </message>
    <message>
        <source>This code is not right, or it was used before. Wait for the next one.</source>
        <translation>Dieser Code stimmt nicht oder wurde schon benutzt. Auf den nächsten warten.</translation>
    </message>
    <message>
        <source>Set up an authenticator app</source>
        <translation>Eine Authenticator-App einrichten</translation>
    </message>
    <message>
        <source>Administrators need one. Scan this with the app, then type the six digits that it shows.</source>
        <translation>Administratoren brauchen eine. Dies mit der App scannen, dann die sechs Ziffern eingeben, die sie zeigt.</translation>
    </message>
    <message>
        <source>Scan this with the app, then type the six digits that it shows.</source>
        <translation>Dies mit der App scannen, dann die sechs Ziffern eingeben, die sie zeigt.</translation>
    </message>
    <message>
        <source>QR code with the key for the app</source>
        <translation>QR-Code mit dem Schlüssel für die App</translation>
    </message>
    <message>
        <source>Or type this key:</source>
        <translation>Oder diesen Schlüssel eingeben:</translation>
    </message>
    <message>
        <source>Code from the app</source>
        <translation>Code aus der App</translation>
    </message>
    <message>
        <source>Turn it on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>This is not the code that the app shows now. Check the clock of your phone and try the next one.</source>
        <translation>Das ist nicht der Code, den die App jetzt zeigt. Die Uhr des Telefons prüfen und den nächsten versuchen.</translation>
    </message>
    <message>
        <source>Keep these recovery codes</source>
        <translation>Diese Wiederherstellungscodes aufheben</translation>
    </message>
    <message>
        <source>Without the app, each lets you in once. Print them or keep them in a safe place: they are shown only now.</source>
        <translation>Jeder ersetzt die App für eine Anmeldung. Ausdrucken oder an einem sicheren Ort verwahren: Sie werden nur jetzt gezeigt.</translation>
    </message>
    <message>
        <source>I have kept them, go on</source>
        <translation>Sie sind aufgehoben, weiter</translation>
    </message>
    <message>
        <source>Latchkey at %1</source>
        <translation>Latchkey auf %1</translation>
    </message>
    <message>
        <source>Know that it is you</source>
        <translation>Wissen, wer sich anmeldet</translation>
    </message>
    <message>
        <source>See your name and your roles</source>
        <translation>Name und Rollen sehen</translation>
    </message>
    <message>
        <source>See your e-mail address</source>
        <translation>Die E-Mail-Adresse sehen</translation>
    </message>
    <message>
        <source>Stay signed in while you are away</source>
        <translation>Auch in Abwesenheit angemeldet bleiben</translation>
    </message>
    <message>
        <source>Until you end it on your account page.</source>
        <translation>Bis es auf der Kontoseite beendet wird.</translation>
    </message>
    <message>
        <source>Administer this authority in your name</source>
        <translation>Diese Anmeldestelle in Vertretung verwalten</translation>
    </message>
    <message>
        <source>People, sessions, keys and clients, as far as you may.</source>
        <translation>Personen, Sitzungen, Schlüssel und Clients, soweit die Rechte dieses Kontos reichen.</translation>
    </message>
    <message>
        <source>Ask what policies allow</source>
        <translation>Fragen, was Richtlinien erlauben</translation>
    </message>
    <message>
        <source>its own</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>to your account</source>
        <translation>am eigenen Konto</translation>
    </message>
    <message>
        <source>to go on to %1</source>
        <translation>um bei %1 weiterzumachen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Ask at the desktop instead</source>
        <translation>Stattdessen am Rechner fragen</translation>
    </message>
    <message>
        <source>Name or password is not right. Check both and try again.</source>
        <translation>Name oder Passwort stimmt nicht. Beides prüfen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Your account page</source>
        <translation>Die eigene Kontoseite</translation>
    </message>
    <message>
        <source>Nothing was allowed</source>
        <translation>Nichts wurde erlaubt</translation>
    </message>
    <message>
        <source>The device was told. You can close this page.</source>
        <translation>Das Gerät weiß es. Diese Seite kann geschlossen werden.</translation>
    </message>
    <message>
        <source>%1 is signed in</source>
        <translation>%1 ist angemeldet</translation>
    </message>
    <message>
        <source>It goes on by itself in a few seconds. You can close this page.</source>
        <translation>Es geht in ein paar Sekunden von selbst weiter. Diese Seite kann geschlossen werden.</translation>
    </message>
    <message>
        <source>This cannot be typed as a password.</source>
        <translation>Das lässt sich nicht als Passwort eingeben.</translation>
    </message>
    <message>
        <source>A password has at least 10 letters. Four words that have nothing to do with each other are easy to keep.</source>
        <translation>Ein Passwort hat mindestens 10 Zeichen. Vier Wörter, die nichts miteinander zu tun haben, sind leicht zu merken.</translation>
    </message>
    <message>
        <source>A password has at most 128 letters.</source>
        <translation>Ein Passwort hat höchstens 128 Zeichen.</translation>
    </message>
    <message>
        <source>This is your name.</source>
        <translation>Das ist der Name dieses Kontos.</translation>
    </message>
    <message>
        <source>This is guessed too easily. Make it longer, or leave out common words, names, dates and rows of keys.</source>
        <translation>Das ist zu leicht zu erraten. Länger machen oder gängige Wörter, Namen, Daten und Tastenreihen weglassen.</translation>
    </message>
    <message>
        <source>This password is known from a breach somewhere else. Choose one that you use nowhere else.</source>
        <translation>Dieses Passwort ist aus einem Datenleck anderswo bekannt. Eines wählen, das nirgends sonst benutzt wird.</translation>
    </message>
    <message>
        <source>A name has 1 to 64 letters a–z, digits and @ . _ + -, and begins with a letter or a digit.</source>
        <translation>Ein Name hat 1 bis 64 Buchstaben a–z, Ziffern und @ . _ + - und beginnt mit einem Buchstaben oder einer Ziffer.</translation>
    </message>
    <message>
        <source>A name for display has at most 128 letters.</source>
        <translation>Ein Anzeigename hat höchstens 128 Zeichen.</translation>
    </message>
    <message>
        <source>This is no e-mail address.</source>
        <translation>Das ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>A role is one word of small letters, such as admin.</source>
        <translation>Eine Rolle ist ein Wort aus Kleinbuchstaben, etwa admin.</translation>
    </message>
    <message>
        <source>This page has been open too long.</source>
        <translation>Diese Seite war zu lange offen.</translation>
    </message>
    <message>
        <source>Go back, load it again and repeat what you did.</source>
        <translation>Zurückgehen, sie neu laden und den Schritt wiederholen.</translation>
    </message>
    <message>
        <source>This request has ended</source>
        <translation>Diese Anfrage ist beendet</translation>
    </message>
    <message>
        <source>Go back to the application and begin again.</source>
        <translation>Zur Anwendung zurückgehen und neu beginnen.</translation>
    </message>
    <message>
        <source>Latchkey is locked</source>
        <translation>Latchkey ist gesperrt</translation>
    </message>
    <message>
        <source>Unlock it on the computer where it runs, then load this page again.</source>
        <translation>Es auf dem Rechner entsperren, auf dem es läuft, dann diese Seite neu laden.</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Das ging nicht</translation>
    </message>
    <message>
        <source>Too much at once</source>
        <translation>Zu viel auf einmal</translation>
    </message>
    <message>
        <source>Something broke here</source>
        <translation>Hier ist etwas kaputtgegangen</translation>
    </message>
    <message>
        <source>It is in the log under %1. Try again in a minute.</source>
        <translation>Es steht im Log unter %1. In einer Minute noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Too many tries.</source>
        <translation>Zu viele Versuche.</translation>
    </message>
    <message>
        <source>Too many tries</source>
        <translation>Zu viele Versuche</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s), then try again.</source>
        <translation>
            <numerusform>%n Sekunde warten, dann noch einmal versuchen.</numerusform>
            <numerusform>%n Sekunden warten, dann noch einmal versuchen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Latchkey asks there whether %1 may sign you in, and shows this number. If it shows another, say no. This page goes on by itself.</source>
        <translation>Latchkey fragt dort, ob die Anmeldung bei %1 erlaubt ist, und zeigt diese Zahl. Steht dort eine andere, ablehnen. Diese Seite macht von selbst weiter.</translation>
    </message>
    <message>
        <source>The key that you scanned is void: too much time went by, or the page was opened again. Remove it from the app and scan this one.</source>
        <translation>Der eingelesene Schlüssel gilt nicht mehr: Es ist zu viel Zeit vergangen, oder die Seite wurde noch einmal geöffnet. In der App entfernen und diesen einlesen.</translation>
    </message>
    <message>
        <source>Going back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>You go back to %1. If nothing happens, press the button.</source>
        <translation>Es geht zurück zu %1. Geschieht nichts, den Knopf drücken.</translation>
    </message>
    <message>
        <source>Passwords cannot be checked for breaches at the moment. Try again later.</source>
        <translation>Passwörter lassen sich gerade nicht mit der Liste bekannt gewordener vergleichen. Später noch einmal versuchen.</translation>
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
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Look at its permissions, and who owns it.</source>
        <translation>Prüfen, welche Rechte die Datei hat und wem sie gehört.</translation>
    </message>
    <message>
        <source>Another program has %1.</source>
        <translation>Ein anderes Programm hält %1.</translation>
    </message>
    <message>
        <source>%1 is not an ordinary file.</source>
        <translation>%1 ist keine gewöhnliche Datei.</translation>
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
    <message>
        <source>‘%1’ is not a reference: %2</source>
        <translation>‚%1‘ ist kein Verweis: %2</translation>
    </message>
    <message>
        <source>a parameter is name=value.</source>
        <translation>ein Parameter ist name=Wert.</translation>
    </message>
    <message>
        <source>min_valid is a number of seconds up to 86400.</source>
        <translation>min_valid ist eine Zahl von Sekunden bis 86400.</translation>
    </message>
    <message>
        <source>scope is a list of scopes with commas.</source>
        <translation>scope ist eine Liste von Berechtigungen mit Kommas.</translation>
    </message>
    <message>
        <source>there is no parameter ‘%1’.</source>
        <translation>es gibt keinen Parameter ‚%1‘.</translation>
    </message>
    <message>
        <source>‘%1’ is there twice.</source>
        <translation>‚%1‘ ist zweimal da.</translation>
    </message>
    <message>
        <source>Write it as ref+BACKEND://PATH#/KEY.</source>
        <translation>So schreiben: ref+BACKEND://PATH#/KEY.</translation>
    </message>
    <message>
        <source>there is an invalid character before the first slash; a path may begin with one.</source>
        <translation>vor dem ersten Schrägstrich steht ein unzulässiges Zeichen; ein Pfad kann mit einem Schrägstrich beginnen.</translation>
    </message>
    <message>
        <source>the port is not a number.</source>
        <translation>der Port ist keine Zahl.</translation>
    </message>
    <message>
        <source>a parameter is malformed.</source>
        <translation>ein Parameter ist fehlerhaft aufgebaut.</translation>
    </message>
    <message>
        <source>it names no backend.</source>
        <translation>er nennt kein Backend.</translation>
    </message>
    <message>
        <source>it has a control character.</source>
        <translation>er enthält ein Steuerzeichen.</translation>
    </message>
    <message>
        <source>an escape is malformed.</source>
        <translation>eine Escape-Folge ist fehlerhaft.</translation>
    </message>
    <message>
        <source>‘%1’ is no rule for programs.</source>
        <translation>‚%1‘ ist keine Regel für Programme.</translation>
    </message>
    <message>
        <source>Say ask, allow or deny.</source>
        <translation>Möglich sind ask, allow und deny.</translation>
    </message>
    <message>
        <source>‘%1’ is not a span of consent.</source>
        <translation>‚%1‘ ist keine Dauer einer Freigabe.</translation>
    </message>
    <message>
        <source>Say once, session, hours or always.</source>
        <translation>Möglich sind once, session, hours und always.</translation>
    </message>
    <message>
        <source>%1 gives no tokens for some scopes or one audience only.</source>
        <translation>%1 gibt keine Token für nur einen Teil der Berechtigungen oder eine einzelne Audience.</translation>
    </message>
    <message>
        <source>Ask without scopes and audience.</source>
        <translation>Ohne Berechtigungen und Audience fragen.</translation>
    </message>
    <message>
        <source>This store has no recovery key.</source>
        <translation>Dieser Tresor hat keinen Wiederherstellungsschlüssel.</translation>
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
    <message>
        <source>The password does not fit.</source>
        <translation>Das Passwort passt nicht.</translation>
    </message>
    <message>
        <source>The stored password cannot be checked.</source>
        <translation>Das gespeicherte Passwort lässt sich nicht prüfen.</translation>
    </message>
    <message>
        <source>The signature key could not be used.</source>
        <translation>Der Signaturschlüssel ließ sich nicht verwenden.</translation>
    </message>
    <message>
        <source>The stored signature key is damaged.</source>
        <translation>Der gespeicherte Signaturschlüssel ist beschädigt.</translation>
    </message>
    <message>
        <source>“%1” is no signature algorithm.</source>
        <translation>„%1“ ist kein Signaturverfahren.</translation>
    </message>
    <message>
        <source>Use ES256, RS256 or EdDSA.</source>
        <translation>ES256, RS256 oder EdDSA verwenden.</translation>
    </message>
    <message>
        <source>The key is not in base32.</source>
        <translation>Der Schlüssel ist nicht in base32.</translation>
    </message>
    <message>
        <source>It has the letters A to Z and the digits 2 to 7.</source>
        <translation>Er hat die Buchstaben A bis Z und die Ziffern 2 bis 7.</translation>
    </message>
    <message>
        <source>This code does not fit.</source>
        <translation>Dieser Code passt nicht.</translation>
    </message>
    <message>
        <source>Wait for the next one.</source>
        <translation>Auf den nächsten warten.</translation>
    </message>
    <message>
        <source>The other side&apos;s key is no key.</source>
        <translation>Der Schlüssel der Gegenseite ist keiner.</translation>
    </message>
    <message>
        <source>The answer cannot be sealed.</source>
        <translation>Die Antwort lässt sich nicht versiegeln.</translation>
    </message>
    <message>
        <source>The message was not sealed for us.</source>
        <translation>Die Nachricht war nicht für Latchkey versiegelt.</translation>
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
    <name>desktop::AccountChoices</name>
    <message>
        <source>Every account</source>
        <translation>Alle Konten</translation>
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
    <name>desktop::AnswerTime</name>
    <message>
        <source>Denied in %1</source>
        <translation>Ablehnung in %1</translation>
    </message>
</context>
<context>
    <name>desktop::ApprovalView</name>
    <message>
        <source>that it is you</source>
        <translation>wer sich anmeldet</translation>
    </message>
    <message>
        <source>your name and picture</source>
        <translation>den Namen und das Bild</translation>
    </message>
    <message>
        <source>your e-mail address</source>
        <translation>die E-Mail-Adresse</translation>
    </message>
    <message>
        <source>your telephone number</source>
        <translation>die Telefonnummer</translation>
    </message>
    <message>
        <source>your postal address</source>
        <translation>die Postanschrift</translation>
    </message>
    <message>
        <source>and it stays signed in until you end it</source>
        <translation>und bleibt angemeldet, bis das beendet wird</translation>
    </message>
    <message>
        <source>what it calls ‘%1’</source>
        <translation>was er ‚%1‘ nennt</translation>
    </message>
    <message>
        <source>and may use %1 for you</source>
        <translation>und darf %1 in Vertretung benutzen</translation>
    </message>
    <message>
        <source>nowhere: it shows a code on another device</source>
        <translation>nirgends: Er zeigt einen Code auf einem anderen Gerät</translation>
    </message>
    <message>
        <source>part of Latchkey</source>
        <translation>Teil von Latchkey</translation>
    </message>
    <message>
        <source>has never asked</source>
        <translation>hat noch nie gefragt</translation>
    </message>
    <message>
        <source>allowed before</source>
        <translation>schon erlaubt</translation>
    </message>
</context>
<context>
    <name>desktop::AuthorityClients</name>
    <message>
        <source>no address: codes and programs only</source>
        <translation>keine Adresse: nur Codes und Programme</translation>
    </message>
    <message>
        <source>used %1</source>
        <comment>then &apos;3 h ago&apos;</comment>
        <translation>benutzt %1</translation>
    </message>
    <message>
        <source>never used</source>
        <translation>nie benutzt</translation>
    </message>
    <message>
        <source>‘%1’ is no address.</source>
        <translation>‚%1‘ ist keine Adresse.</translation>
    </message>
    <message>
        <source>‘%1’ has a part after #, which a reply cannot have.</source>
        <translation>‚%1‘ hat einen Teil hinter #, den eine Antwort nicht haben kann.</translation>
    </message>
    <message>
        <source>‘%1’ needs https: without it only this computer is allowed.</source>
        <translation>‚%1‘ braucht https: Ohne ist nur dieser Rechner erlaubt.</translation>
    </message>
    <message>
        <source>%1 is changed.</source>
        <translation>%1 ist geändert.</translation>
    </message>
    <message>
        <source>%1 is added.</source>
        <translation>%1 ist hinzugefügt.</translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation>%1 ist entfernt.</translation>
    </message>
    <message>
        <source>The secret is copied. Cleared from the clipboard in %1 s.</source>
        <translation>Das Geheimnis ist kopiert. In %1 s aus der Zwischenablage gelöscht.</translation>
    </message>
    <message>
        <source>The secret is copied.</source>
        <translation>Das Geheimnis ist kopiert.</translation>
    </message>
</context>
<context>
    <name>desktop::AuthorityEvents</name>
    <message>
        <source>signed in</source>
        <translation>hat sich angemeldet</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>hat sich abgemeldet</translation>
    </message>
    <message>
        <source>could not sign in</source>
        <translation>konnte sich nicht anmelden</translation>
    </message>
    <message>
        <source>was given a token</source>
        <translation>hat ein Token bekommen</translation>
    </message>
    <message>
        <source>ended a token</source>
        <translation>hat ein Token beendet</translation>
    </message>
    <message>
        <source>allowed a client</source>
        <translation>hat einen Client erlaubt</translation>
    </message>
    <message>
        <source>denied a client</source>
        <translation>hat einen Client abgelehnt</translation>
    </message>
    <message>
        <source>Every event</source>
        <translation>Alle Ereignisse</translation>
    </message>
    <message>
        <source>refused a used refresh token</source>
        <translation>hat ein verbrauchtes Refresh-Token abgelehnt</translation>
    </message>
    <message>
        <source>rotated the signing key</source>
        <translation>hat den Signaturschlüssel gewechselt</translation>
    </message>
    <message>
        <source>revoked a signing key</source>
        <translation>hat einen Signaturschlüssel widerrufen</translation>
    </message>
    <message>
        <source>was added</source>
        <translation>wurde hinzugefügt</translation>
    </message>
    <message>
        <source>was changed</source>
        <translation>wurde geändert</translation>
    </message>
    <message>
        <source>was removed</source>
        <translation>wurde entfernt</translation>
    </message>
    <message>
        <source>may sign in again</source>
        <translation>darf sich wieder anmelden</translation>
    </message>
    <message>
        <source>was shut out</source>
        <translation>wurde ausgesperrt</translation>
    </message>
    <message>
        <source>added a client</source>
        <translation>hat einen Client hinzugefügt</translation>
    </message>
    <message>
        <source>changed a client</source>
        <translation>hat einen Client geändert</translation>
    </message>
    <message>
        <source>removed a client</source>
        <translation>hat einen Client entfernt</translation>
    </message>
    <message>
        <source>gave a client a new secret</source>
        <translation>hat einem Client ein neues Geheimnis gegeben</translation>
    </message>
    <message>
        <source>refused new policies</source>
        <translation>hat neue Regeln abgelehnt</translation>
    </message>
    <message>
        <source>has whole policies again</source>
        <translation>hat wieder vollständige Regeln</translation>
    </message>
</context>
<context>
    <name>desktop::AuthorityKeys</name>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Signiert</translation>
    </message>
    <message>
        <source>Retiring</source>
        <translation>Läuft aus</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>published; signs %1</source>
        <comment>then &apos;in 5 h&apos;</comment>
        <translation>veröffentlicht; signiert %1</translation>
    </message>
    <message>
        <source>began %1</source>
        <comment>then &apos;3 h ago&apos;</comment>
        <translation>begann %1</translation>
    </message>
    <message>
        <source>still verifies; gone %1</source>
        <comment>then &apos;in 5 h&apos;</comment>
        <translation>prüft noch; fort %1</translation>
    </message>
    <message>
        <source>still verifies</source>
        <translation>prüft noch</translation>
    </message>
    <message>
        <source>verifies nothing any more</source>
        <translation>prüft nichts mehr</translation>
    </message>
    <message>
        <source>Next roll-over %1</source>
        <comment>then &apos;in 5 h 12 min&apos;</comment>
        <translation>Nächster Wechsel %1</translation>
    </message>
    <message>
        <source>The next keys sign now; the old ones verify until what they signed has ended.</source>
        <translation>Die nächsten Schlüssel signieren jetzt; die alten prüfen, bis endet, was sie signiert haben.</translation>
    </message>
    <message>
        <source>The key is revoked.</source>
        <translation>Der Schlüssel ist widerrufen.</translation>
    </message>
</context>
<context>
    <name>desktop::AuthorityPolicies</name>
    <message>
        <source>Policies in force: %1. Read %2.</source>
        <comment>then &apos;3 h ago&apos;</comment>
        <translation>Geltende Richtlinien: %1. Gelesen %2.</translation>
    </message>
    <message>
        <source>Decided in %1 µs.</source>
        <translation>Entschieden in %1 µs.</translation>
    </message>
    <message>
        <source>The policies are read again.</source>
        <translation>Die Richtlinien sind neu gelesen.</translation>
    </message>
</context>
<context>
    <name>desktop::AuthorityRequests</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>desktop::AuthoritySessions</name>
    <message>
        <source>an unknown browser</source>
        <translation>ein unbekannter Browser</translation>
    </message>
    <message>
        <source>The session has ended.</source>
        <translation>Die Sitzung ist beendet.</translation>
    </message>
</context>
<context>
    <name>desktop::AuthorityUsers</name>
    <message>
        <source>seen %1</source>
        <comment>then &apos;3 h ago&apos;</comment>
        <translation>gesehen %1</translation>
    </message>
    <message>
        <source>never seen</source>
        <translation>nie gesehen</translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <comment>the users that are shown, of all</comment>
        <translation>%1–%2 von %3</translation>
    </message>
    <message>
        <source>%1 is changed.</source>
        <translation>%1 ist geändert.</translation>
    </message>
    <message>
        <source>%1 is added.</source>
        <translation>%1 ist hinzugefügt.</translation>
    </message>
    <message>
        <source>%1 sets up a second factor anew at the next sign-in.</source>
        <translation>%1 richtet bei der nächsten Anmeldung einen neuen zweiten Faktor ein.</translation>
    </message>
    <message>
        <source>%1 of %2 activated.</source>
        <translation>%1 von %2 aktiviert.</translation>
    </message>
    <message>
        <source>%1 of %2 deactivated.</source>
        <translation>%1 von %2 deaktiviert.</translation>
    </message>
    <message>
        <source>%1 of %2 removed.</source>
        <translation>%1 von %2 entfernt.</translation>
    </message>
    <message>
        <source>%1 Already so: %2.</source>
        <translation>%1 Schon so: %2.</translation>
    </message>
</context>
<context>
    <name>desktop::AuthorityView</name>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Waits for the store</source>
        <translation>Wartet auf den Tresor</translation>
    </message>
    <message>
        <source>Does not run</source>
        <translation>Läuft nicht</translation>
    </message>
    <message>
        <source>Its signing keys are in the store, and the store is locked. Unlock it to go on.</source>
        <translation>Ihre Signaturschlüssel liegen im Tresor, und der Tresor ist gesperrt. Zum Fortfahren entsperren.</translation>
    </message>
    <message>
        <source>The client is there; the lines below use it.</source>
        <translation>Der Client ist da; die Zeilen unten verwenden ihn.</translation>
    </message>
</context>
<context>
    <name>desktop::ConsentView</name>
    <message>
        <source>%1, unchanged</source>
        <translation>%1, unverändert</translation>
    </message>
    <message>
        <source>%1, but this file is another one</source>
        <translation>%1, aber diese Datei ist eine andere</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>none, the file was changed %1</source>
        <translation>keines, die Datei wurde %1 geändert</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>the system does not tell</source>
        <translation>sagt das System nicht</translation>
    </message>
    <message>
        <source>Run by</source>
        <translation>Ausgeführt von</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Führt aus</translation>
    </message>
    <message>
        <source>commands that nobody can look at</source>
        <translation>Befehle, die niemand einsehen kann</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>not the one that has this path now</source>
        <translation>nicht die, die jetzt unter diesem Pfad liegt</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>%1, process %2</source>
        <translation>%1, Prozess %2</translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <translation>%1, mit %2</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Gestartet von</translation>
    </message>
    <message>
        <source>Works in</source>
        <translation>Arbeitet in</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Gleichzeitig</translation>
    </message>
    <message>
        <source>asks %1 times</source>
        <translation>fragt %1-mal</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Bisher</translation>
    </message>
    <message>
        <source>not allowed this week</source>
        <translation>diese Woche nicht erlaubt</translation>
    </message>
    <message>
        <source>allowed once this week</source>
        <translation>diese Woche einmal erlaubt</translation>
    </message>
    <message>
        <source>allowed %1 times this week</source>
        <translation>diese Woche %1-mal erlaubt</translation>
    </message>
    <message>
        <source>%1 If you did not start it, deny.</source>
        <translation>%1 Wer es nicht selbst gestartet hat, lehnt ab.</translation>
    </message>
    <message>
        <source>Nobody vouches for this program. If you did not start it, deny.</source>
        <translation>Für dieses Programm bürgt niemand. Wer es nicht selbst gestartet hat, lehnt ab.</translation>
    </message>
    <message>
        <source>Nobody can tell what it runs. If you did not start it, deny.</source>
        <translation>Was es ausführt, lässt sich nicht feststellen. Wer es nicht selbst gestartet hat, lehnt ab.</translation>
    </message>
    <message>
        <source>What runs is not the file that has this path. If you did not start it, deny.</source>
        <translation>Was läuft, ist nicht die Datei, die unter diesem Pfad liegt. Wer es nicht selbst gestartet hat, lehnt ab.</translation>
    </message>
    <message>
        <source>This one time.</source>
        <translation>Nur dieses eine Mal.</translation>
    </message>
    <message>
        <source>This one time. It has to ask again for the next.</source>
        <translation>Nur dieses eine Mal. Für das nächste muss es wieder fragen.</translation>
    </message>
    <message>
        <source>Until you log out or quit Latchkey.</source>
        <translation>Bis zum Abmelden oder bis Latchkey beendet wird.</translation>
    </message>
    <message>
        <source>Until %1. You can take it back under Programs.</source>
        <translation>Bis %1. Lässt sich unter „Programme“ zurücknehmen.</translation>
    </message>
    <message>
        <source>Until you take it back under Programs.</source>
        <translation>Bis es unter „Programme“ zurückgenommen wird.</translation>
    </message>
    <message>
        <source>Allow the removal</source>
        <translation>Entfernen erlauben</translation>
    </message>
    <message>
        <source>Allow once</source>
        <translation>Einmal erlauben</translation>
    </message>
    <message>
        <source>Allow this session</source>
        <translation>Für diese Sitzung erlauben</translation>
    </message>
    <message>
        <source>Allow for 8 hours</source>
        <translation>Für 8 Stunden erlauben</translation>
    </message>
    <message>
        <source>Always allow</source>
        <translation>Immer erlauben</translation>
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
    <name>desktop::ProgramsModel</name>
    <message>
        <source>%1, with %2</source>
        <translation>%1, mit %2</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>this session</source>
        <translation>diese Sitzung</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>noch nicht benutzt</translation>
    </message>
    <message>
        <source>used once</source>
        <translation>einmal benutzt</translation>
    </message>
    <message>
        <source>used %1 times</source>
        <translation>%1-mal benutzt</translation>
    </message>
    <message>
        <source>used once, %1</source>
        <translation>einmal benutzt, %1</translation>
    </message>
    <message>
        <source>used %1 times, last %2</source>
        <translation>%1-mal benutzt, zuletzt %2</translation>
    </message>
    <message>
        <source>%1 has to ask again for %2.</source>
        <translation>%1 muss für %2 wieder fragen.</translation>
    </message>
</context>
<context>
    <name>desktop::ProgramsView</name>
    <message>
        <source>denied in %1</source>
        <translation>Ablehnung in %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
</context>
<context>
    <name>desktop::ServicesModel</name>
    <message>
        <source>No service needed</source>
        <translation>Kein Dienst nötig</translation>
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
    <message>
        <source>%1 is there already. Name a file that is not there yet.</source>
        <translation>%1 gibt es schon. Eine Datei nennen, die es noch nicht gibt.</translation>
    </message>
    <message>
        <source>The recovery key is in %1. Move it to a safe place away from this computer.</source>
        <translation>Der Wiederherstellungsschlüssel ist in %1. An einen sicheren Ort bringen, weg von diesem Rechner.</translation>
    </message>
    <message>
        <source>The recovery key is on the clipboard for %1 seconds.</source>
        <translation>Der Wiederherstellungsschlüssel ist für %1 Sekunden in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The recovery key is on the clipboard.</source>
        <translation>Der Wiederherstellungsschlüssel ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Name the file with its folder: %1</source>
        <translation>Die Datei mit ihrem Ordner nennen: %1</translation>
    </message>
</context>
<context>
    <name>latchkeyd</name>
    <message>
        <source>Show what Latchkey does, step by step, and leave nothing.</source>
        <translation>Schritt für Schritt zeigen, was Latchkey tut, und nichts hinterlassen.</translation>
    </message>
    <message>
        <source>Descriptor %1 that the service manager handed over is no listening socket of this machine.</source>
        <translation>Der Deskriptor %1, den die Dienstverwaltung übergeben hat, ist kein lauschender Socket dieses Rechners.</translation>
    </message>
    <message>
        <source>The unit needs ListenStream= with a path.</source>
        <translation>Die Unit braucht ListenStream= mit einem Pfad.</translation>
    </message>
    <message>
        <source>Latchkey’s agent without a screen: keeps tokens fresh and gives them to your programs, over a socket that is yours alone. It runs until it gets SIGTERM; SIGHUP makes it read the configuration again. “latchkey” starts it when it is needed; “latchkey daemon status” tells how it does.
“latchkeyd authority --help” tells of its OpenID provider.</source>
        <translation>Der Agent von Latchkey ohne Bildschirm: hält Token frisch und gibt sie den eigenen Programmen, über einen Socket, der nur diesem Benutzer gehört. Er läuft, bis er SIGTERM bekommt; bei SIGHUP liest er die Konfiguration neu. „latchkey“ startet ihn, wenn er gebraucht wird; „latchkey daemon status“ sagt, wie es ihm geht.
„latchkeyd authority --help“ beschreibt seinen OpenID-Anbieter.</translation>
    </message>
    <message>
        <source>Serve one connection on standard input and output, and end (latchkey --direct).</source>
        <translation>Eine Verbindung auf Standardeingabe und -ausgabe bedienen und enden (latchkey --direct).</translation>
    </message>
    <message>
        <source>An agent is running; leave out --direct.</source>
        <translation>Ein Agent läuft; --direct weglassen.</translation>
    </message>
    <message>
        <source>Log to standard error as well as to the file.</source>
        <translation>Das Log nicht nur in die Datei, sondern auch auf die Standardfehlerausgabe schreiben.</translation>
    </message>
    <message>
        <source>Log to this file instead of latchkey.log.</source>
        <translation>Das Log in diese Datei schreiben statt in latchkey.log.</translation>
    </message>
    <message>
        <source>“file”, or “stderr”: to standard error only, for a service manager that keeps it.</source>
        <translation>„file“ oder „stderr“: nur auf die Standardfehlerausgabe, für eine Dienstverwaltung, die sie aufhebt.</translation>
    </message>
    <message>
        <source>Accounts, settings and socket of this profile (LATCHKEY_PROFILE).</source>
        <translation>Konten, Einstellungen und Socket dieses Profils (LATCHKEY_PROFILE).</translation>
    </message>
    <message>
        <source>Listen at this path instead of agent.sock in the runtime folder.</source>
        <translation>An diesem Pfad lauschen statt an agent.sock im Laufzeitordner.</translation>
    </message>
    <message>
        <source>--log is “file” or “stderr”, not “%1”.</source>
        <translation>--log ist „file“ oder „stderr“, nicht „%1“.</translation>
    </message>
    <message>
        <source>“latchkeyd --help” lists the options.</source>
        <translation>„latchkeyd --help“ listet die Optionen auf.</translation>
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
    <name>qr</name>
    <message>
        <source>There is nothing to draw.</source>
        <translation>Es gibt nichts zu zeichnen.</translation>
    </message>
    <message>
        <source>This is too long for a QR code.</source>
        <translation>Das ist zu lang für einen QR-Code.</translation>
    </message>
</context>
<context>
    <name>references</name>
    <message>
        <source>Only a YAML file holds several documents.</source>
        <translation>Nur eine YAML-Datei enthält mehrere Dokumente.</translation>
    </message>
    <message>
        <source>The file has no content under “data”.</source>
        <translation>Die Datei hat unter „data“ keinen Inhalt.</translation>
    </message>
    <message>
        <source>This %1 cannot be read, line %2: %3</source>
        <translation>Dieses %1 lässt sich nicht lesen, Zeile %2: %3</translation>
    </message>
    <message>
        <source>Line %1 of this YAML uses %2, which Latchkey does not read.</source>
        <translation>Zeile %1 dieses YAML verwendet %2, was Latchkey nicht liest.</translation>
    </message>
    <message>
        <source>Write the value out in full.</source>
        <translation>Den Wert ganz ausschreiben.</translation>
    </message>
    <message>
        <source>The program %1 is not installed.</source>
        <translation>Das Programm %1 ist nicht installiert.</translation>
    </message>
    <message>
        <source>Install %1 and try again.</source>
        <translation>%1 installieren und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The program %1 could not be started.</source>
        <translation>Das Programm %1 ließ sich nicht starten.</translation>
    </message>
    <message>
        <source>The program %1 did not end in time.</source>
        <translation>Das Programm %1 wurde nicht rechtzeitig fertig.</translation>
    </message>
    <message>
        <source>The program %1 wrote too much.</source>
        <translation>Das Programm %1 hat zu viel ausgegeben.</translation>
    </message>
    <message>
        <source>The program %1 crashed.</source>
        <translation>Das Programm %1 ist abgestürzt.</translation>
    </message>
    <message>
        <source>A quotation mark in a command is not closed.</source>
        <translation>In einem Befehl ist ein Anführungszeichen nicht geschlossen.</translation>
    </message>
    <message>
        <source>The file names more than one rule for what is encrypted.</source>
        <translation>Die Datei nennt mehr als eine Regel dafür, was verschlüsselt ist.</translation>
    </message>
    <message>
        <source>The expression ‘%1’ of the file is malformed.</source>
        <translation>Der Ausdruck ‚%1‘ der Datei ist fehlerhaft aufgebaut.</translation>
    </message>
    <message>
        <source>Restore the file from where it was written or committed.</source>
        <translation>Die Datei von dort zurückholen, wo sie geschrieben oder eingecheckt wurde.</translation>
    </message>
    <message>
        <source>The value at %1 is not of the type it claims.</source>
        <translation>Der Wert bei %1 ist nicht von dem Typ, den er angibt.</translation>
    </message>
    <message>
        <source>The value at %1 should be encrypted and is not.</source>
        <translation>Der Wert bei %1 muss verschlüsselt sein und ist es nicht.</translation>
    </message>
    <message>
        <source>The value at %1 was changed or moved: it does not open.</source>
        <translation>Der Wert bei %1 wurde verändert oder verschoben: Er lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The number at %1 is too large for SOPS.</source>
        <translation>Die Zahl bei %1 ist zu groß für SOPS.</translation>
    </message>
    <message>
        <source>Write it as a text, in quotation marks.</source>
        <translation>Als Text schreiben, in Anführungszeichen.</translation>
    </message>
    <message>
        <source>The program sops does not open the file: %1</source>
        <translation>Das Programm sops öffnet die Datei nicht: %1</translation>
    </message>
    <message>
        <source>The key ‘%1’ is not a text, which SOPS does not allow.</source>
        <translation>Der Schlüssel ‚%1‘ ist kein Text; das erlaubt SOPS nicht.</translation>
    </message>
    <message>
        <source>Put it in quotation marks.</source>
        <translation>In Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>References lie in each other too deeply.</source>
        <translation>Die Verweise sind zu tief ineinander verschachtelt.</translation>
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
<context>
    <name>tray::ApprovalCall</name>
    <message>
        <source>Wants to sign you in as %1. Without an answer it is denied.</source>
        <translation>Möchte eine Anmeldung als %1. Ohne Antwort wird sie abgelehnt.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Ablehnen</translation>
    </message>
</context>
<context>
    <name>tray::ConsentCall</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>%1 Without an answer it is denied.</source>
        <translation>%1 Ohne Antwort wird es abgelehnt.</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>%1 questions wait for your answer</source>
        <translation>%1 Fragen warten auf eine Antwort</translation>
    </message>
    <message>
        <source>%1, and others. Without an answer they are denied.</source>
        <translation>%1, und es gibt weitere Fragen. Ohne Antwort werden sie abgelehnt.</translation>
    </message>
</context>
<context>
    <name>tray::ConsentWords</name>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>this session</source>
        <translation>diese Sitzung</translation>
    </message>
    <message>
        <source>for hours</source>
        <translation>für Stunden</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>you said no</source>
        <translation>selbst abgelehnt</translation>
    </message>
    <message>
        <source>by the setting</source>
        <translation>durch die Einstellung</translation>
    </message>
    <message>
        <source>by a rule</source>
        <translation>durch eine Regel</translation>
    </message>
    <message>
        <source>you said no before</source>
        <translation>schon zuvor selbst abgelehnt</translation>
    </message>
    <message>
        <source>questions were paused</source>
        <translation>Fragen waren ausgesetzt</translation>
    </message>
    <message>
        <source>nobody answered</source>
        <translation>niemand hat geantwortet</translation>
    </message>
    <message>
        <source>nobody could answer</source>
        <translation>niemand konnte antworten</translation>
    </message>
    <message>
        <source>too many questions</source>
        <translation>zu viele Fragen</translation>
    </message>
    <message>
        <source>the store was locked</source>
        <translation>der Tresor war gesperrt</translation>
    </message>
    <message>
        <source>it has to ask again</source>
        <translation>es muss wieder fragen</translation>
    </message>
    <message>
        <source>another end</source>
        <translation>anderes Ende</translation>
    </message>
    <message>
        <source>the account is gone</source>
        <translation>das Konto ist fort</translation>
    </message>
    <message>
        <source>may have it until another day</source>
        <translation>darf es bis zu einem anderen Tag haben</translation>
    </message>
    <message>
        <source>lost its approval</source>
        <translation>hat die Freigabe verloren</translation>
    </message>
    <message>
        <source>was allowed to change it</source>
        <translation>durfte es ändern</translation>
    </message>
    <message>
        <source>was not allowed to change it</source>
        <translation>durfte es nicht ändern</translation>
    </message>
    <message>
        <source>was allowed to remove it</source>
        <translation>durfte es entfernen</translation>
    </message>
    <message>
        <source>was not allowed to remove it</source>
        <translation>durfte es nicht entfernen</translation>
    </message>
    <message>
        <source>was allowed the token</source>
        <translation>bekam das Token erlaubt</translation>
    </message>
    <message>
        <source>was denied the token</source>
        <translation>bekam das Token verweigert</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>reason and path</comment>
        <translation>%1 · %2</translation>
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
    <message>
        <source>was turned away at the socket</source>
        <translation>wurde am Socket abgewiesen</translation>
    </message>
    <message>
        <source>changed a setting</source>
        <translation>hat eine Einstellung geändert</translation>
    </message>
    <message>
        <source>took the recovery key of the vault</source>
        <translation>hat den Wiederherstellungsschlüssel des Tresors mitgenommen</translation>
    </message>
    <message>
        <source>tried to take the recovery key of the vault</source>
        <translation>wollte den Wiederherstellungsschlüssel des Tresors mitnehmen</translation>
    </message>
</context>
<context>
    <name>tray::ProgramWords</name>
    <message>
        <source>A program</source>
        <translation>Ein Programm</translation>
    </message>
    <message>
        <source>Process %1</source>
        <translation>Prozess %1</translation>
    </message>
    <message>
        <source>%1 asks for %2…</source>
        <translation>%1 fragt nach %2…</translation>
    </message>
    <message>
        <source>%1 asks to change %2…</source>
        <translation>%1 möchte %2 ändern…</translation>
    </message>
    <message>
        <source>%1 asks to remove %2…</source>
        <translation>%1 möchte %2 entfernen…</translation>
    </message>
    <message>
        <source>%1 wants %2</source>
        <translation>%1 möchte %2 benutzen</translation>
    </message>
    <message>
        <source>%1 wants to change %2</source>
        <translation>%1 möchte %2 ändern</translation>
    </message>
    <message>
        <source>%1 wants to remove %2</source>
        <translation>%1 möchte %2 entfernen</translation>
    </message>
    <message>
        <source>%1 wants to open a SOPS file</source>
        <translation>%1 möchte eine SOPS-Datei öffnen</translation>
    </message>
    <message>
        <source>%1 wants values from %2</source>
        <translation>%1 möchte Werte von %2</translation>
    </message>
    <message>
        <source>%1 wants the key of %2</source>
        <translation>%1 möchte den Schlüssel von %2</translation>
    </message>
    <message>
        <source>%1 wants the token of %2</source>
        <translation>%1 möchte das Token von %2</translation>
    </message>
    <message>
        <source>It can then read what is encrypted for your age key.</source>
        <translation>Es kann dann lesen, was für den hier verwahrten age-Schlüssel verschlüsselt ist.</translation>
    </message>
    <message>
        <source>It can then read there what you can read.</source>
        <translation>Es kann dann dort lesen, was dieser Benutzer lesen kann.</translation>
    </message>
    <message>
        <source>It can then act as %1 on %2.</source>
        <translation>Es kann dann als %1 bei %2 handeln.</translation>
    </message>
    <message>
        <source>It can then act for you on %1.</source>
        <translation>Es kann dann in Vertretung bei %1 handeln.</translation>
    </message>
    <message>
        <source>It then puts another key or sign-in in the place of this one. Every program that asks later gets the new one.</source>
        <translation>Es setzt dann einen anderen Schlüssel oder eine andere Anmeldung an die Stelle der jetzigen. Jedes Programm, das später fragt, bekommt das Neue.</translation>
    </message>
    <message>
        <source>Its token is ended at %1 and deleted here. This cannot be taken back.</source>
        <translation>Das Token wird bei %1 beendet und hier gelöscht. Das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>%1 wants a value of Latchkey’s environment</source>
        <translation>%1 möchte einen Wert aus der Umgebung von Latchkey</translation>
    </message>
    <message>
        <source>It can then read the variables that Latchkey was started with.</source>
        <translation>Es kann dann die Variablen lesen, mit denen Latchkey gestartet wurde.</translation>
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
    <message>
        <source>Somebody waits for your answer</source>
        <translation>Jemand wartet auf eine Antwort</translation>
    </message>
    <message>
        <source>Allow %1 to sign you in…</source>
        <translation>%1 die Anmeldung erlauben…</translation>
    </message>
    <message>
        <source>%1 more ask…</source>
        <translation>%1 weitere fragen…</translation>
    </message>
    <message>
        <source>Pause questions until %1</source>
        <translation>Fragen bis %1 aussetzen</translation>
    </message>
    <message>
        <source>Pause questions for 1 hour</source>
        <translation>Fragen 1 Stunde aussetzen</translation>
    </message>
</context>
</TS>
