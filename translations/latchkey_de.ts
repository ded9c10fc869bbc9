<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AccountColumns</name>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountDrawer</name>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warn me…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set its end…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountList</name>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountMenu</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountRow</name>
    <message>
        <source>%1 %2, %3, %4, last used %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountSection</name>
    <message>
        <source>Needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountsEmpty</name>
    <message>
        <source>Keep your first account here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in once. Your tools then ask Latchkey for a fresh token, and you see who asked. Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add account</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountsFilters</name>
    <message>
        <source>Attention first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By last use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OAuth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AWS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountsHeader</name>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add account</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>No account matches ‘%1’.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is in order: no account needs you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account of this kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityFilters</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1; press to show every account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityHead</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whenever a token is copied, renewed or refused, and whenever an account changes, a line appears here. Never a secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entry matches ‘%1’.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no entry of this kind in this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityRow</name>
    <message>
        <source>%1, %2 %3, %4: %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 %3: %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivitySeal</name>
    <message>
        <source>Each entry is sealed by the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the record</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppearanceSettings</name>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows the system unless you say otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in 42 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16:24</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Icon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without colour it fits a plain panel; its shape still changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with the session</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateBox</name>
    <message>
        <source>year-month-day, as in 2026-12-31</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawerFacts</name>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawerLife</name>
    <message>
        <source>until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change when you are warned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard is cleared after %1 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawerReferences</name>
    <message>
        <source>References</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawerUsers</name>
    <message>
        <source>Used by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has asked for it yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>When does the key of %1 %2 end?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latchkey warns you before. Leave it empty when the key has no end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LifeBar</name>
    <message>
        <source>%1 percent of its life remains</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveButton</name>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused, %1 new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LockSettings</name>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after 5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after 15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after 1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after 4 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock when idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the computer sleeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the screen locks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programs that ask are told that the store is locked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LockedPage</name>
    <message>
        <source>Latchkey is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programs that ask for a token are told to wait. Your passphrase opens the store again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programs that ask for a token are told to wait until you open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>The secrets stay where they were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secrets have moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move every secret into an encrypted file?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move every secret into the keyring?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each one is copied, then read back. The old ones go when all are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose how the file is opened. Nobody can open it without, and nobody can reset it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring opens with your session. The file is removed when every entry has been checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key file is made next to the store and opens it without a question. Whoever has both files has the secrets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move secrets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotificationSettings</name>
    <message>
        <source>Tell me about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts that need a new sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and tokens that end soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only those that Latchkey cannot renew by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts that work again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After refreshing has failed for a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before an end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An account can have times of its own; they are in its details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What waits is told in one notice afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Remove %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its secrets are deleted here, and %1 is told to end the sign-in where it listens. Programs that ask for it get nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove 1 account?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 accounts?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their secrets are deleted here, and the services are told to end the sign-ins where they listen. Programs that ask for them get nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretBox</name>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>%1 selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy references</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusChip</name>
    <message>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expiring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No expiry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoreSettings</name>
    <message>
        <source>Secrets are kept in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system’s keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened with your session; other programs of yours can read it while it is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keyring answers on this desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An encrypted file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>age, opened with a passphrase or a key file. For computers without a keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A move copies, checks every entry, and only then removes the old ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move secrets…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear what was copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only if it is still ours. Clipboard managers are asked not to keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after %1 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the accounts file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of what happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older entries are removed; the seal of what stays holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept for %1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the record is kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tr</name>
    <message>
        <source>The keyring was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring does not let Latchkey in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow it in the keyring&apos;s own settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keyring answers on this desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one, or keep the secrets in an encrypted file (Settings, Store).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring could not do it: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it stays so, look whether the keyring program runs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WarnDialog</name>
    <message>
        <source>When do you want to be warned?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only when Latchkey cannot renew %1 %2 by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At its own times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These hold for this account alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep these times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Sign in again when you are ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in was declined at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 declined: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has trouble just now: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not describe itself as an OpenID provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the address with the one in the provider&apos;s manual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the file; the other services work meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put %1 in its place; it is the state before the last change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a copy of it back in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A secret in the keyring is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again, or enter the key again, to replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store&apos;s content is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store holds no such secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latchkey is closing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store&apos;s key file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a copy of the key file back in its place.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agent</name>
    <message>
        <source>There is already an account called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or remove that one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renewing failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in %n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>‘%1’ is no span of the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as 20:00-08:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no client id yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it from the page where you registered Latchkey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not offer this way to sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An API key needs no sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no service called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not know Latchkey yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register Latchkey there and enter the client id it gives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sign-in has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is an AWS account; this version cannot use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of %1 is not on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the account again and paste its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key cannot be refreshed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new one at the service and paste it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store of secrets does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agent::Herald</name>
    <message>
        <source>Ended at %1. Sign in again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends %1, at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has ended this sign-in. Sign in again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renewing works again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remind me later</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) need you</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Renewing works again for %n account(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>base</name>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space and who may write into that folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check who may read that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than the %2 KiB that are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check who owns the folder above it, and whether the disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 belongs to somebody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it, or give it to yourself with chown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1:%2:%3: ‘%4’ has to be %5; it is %6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct that line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a decimal number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct that line; the rest of the file is left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a key has too many parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of strings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a date such as 2026-11-22T12:00:00Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is not a key in TOML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a value in TOML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no block %1 in ‘%2’.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is a list of tables in %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>‘%1’ is no kind of account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds are oauth, api_key, aws_keys, aws_role and aws_sso.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An account needs a service and a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ cannot be a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use letters a–z, digits, dot, dash and underscore; begin with a letter or digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ does not name an account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as service/account, such as github/work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the key that the service gave you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This begins like a header, not like a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out “Bearer” and what stands before the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is more than one line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the key alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a whole NAME=value line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste what stands behind the equals sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a space inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key has no spaces. Copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are quotes around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out the quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a character inside that no key has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it again, from the service&apos;s own page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record knows no ‘%1’.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is not a reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as auth://service/account/type, such as auth://github/work/token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is not a span of time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number and s, m, h or d, such as 24h.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored tokens cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again to replace them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is no way of client authentication.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crypto</name>
    <message>
        <source>The key or the nonce has the wrong length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data is too large to encrypt in one piece.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenSSL could not run the cipher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key does not fit, or the data was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody could open this file: it has no recipient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work factor must lie between 1 and %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an age file, or it was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s list of recipients was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore it from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The age file was written by a newer program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Latchkey and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an X25519 key, as age-keygen makes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latchkey cannot encrypt to post-quantum keys yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latchkey cannot encrypt to SSH keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an age recipient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recipient begins with “age1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latchkey cannot use post-quantum keys yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latchkey cannot use the keys of age plug-ins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an age identity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An identity begins with “AGE-SECRET-KEY-1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file holds no key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one with age-keygen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s passphrase takes more work to check than is safe here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is encrypted to a post-quantum key, which Latchkey cannot open yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypt it to an X25519 key (age1…) as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the keys opens this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase does not open this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encrypted file is damaged or cut short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is not written correctly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole key again, without line breaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is not valid base64url.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s signature key cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s list of signature keys cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signed token is malformed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature of the token is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is signed in a way that is not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to derive the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key cannot be derived with these Argon2 settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The X25519 key cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>desktop::ErrorAction</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new sign-in is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is not right yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It took too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else changed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That cannot be done here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in Latchkey</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>desktop::Phrases</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>format of a time of day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>format of a day of this year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>format of a day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <comment>format of a day in full</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HH:mm:ss</source>
        <comment>format of a time in full</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hour before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hours before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minute before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 minutes before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 seconds before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>renewed when used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No expiry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expiring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OAuth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AWS keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AWS role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AWS SSO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>browser</source>
        <comment>a way to sign in</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <comment>a way to sign in</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key</source>
        <comment>a way to sign in</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried to add the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried to change the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried to remove the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>began to sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried to sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked for the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copied the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried to copy the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refreshed the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried to refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried to end the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved the secrets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried to move the secrets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unlocked the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried to unlock the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>service and account</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>desktop::StoreView</name>
    <message>
        <source>the secrets of 1 account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the secrets of %1 accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keeps %2, opened with your session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keeps %2, opened with a key file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keeps %2, opened with a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory keeps %1 until Latchkey ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use at least %1 characters; four words that do not belong together are good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secrets have moved. Every entry was checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Everything is where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Everything is where it was.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>net</name>
    <message>
        <source>%1 points to an address that may not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address of the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keeps pointing elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an address that begins with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an address of the web.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of %1 has a user name in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not reached over an encrypted connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the connection to the internet and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 is too large to be the expected one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not found on the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not prove who it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the date of this computer, and whether a proxy or a network sign-in page stands in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy on the way to %1 did not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy in the settings of the system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy on the way to %1 wants a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 is not one of a web server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer several times in a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We try again in a little while.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>oauth</name>
    <message>
        <source>This address belongs to another sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole address of the page where you ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer did not come from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin the sign-in anew; follow no links from elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered without a code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again when you are ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No port of this computer is free for the sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close programs that use the network and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program uses port %1, which this sign-in needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close that program, or register another port with the provider and write it to ‘ports’ in a providers file of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 said yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latchkey goes on by itself. You can close this page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sign-in at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was kept. You can close this page and try again in Latchkey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to see here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latchkey waits at this address for the answer to one sign-in. This was not it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sign-in has its answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can close this page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A browser sent something that is no sign-in reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is not the address of a provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins with https:// and has no ? or # in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers in the name of another provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the address with the one in the provider&apos;s manual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s proof of identity does not hold: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again. If it happens again, tell the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not say whom it is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is meant for another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was given to another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it comes from another issuer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not say when it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has ended. Compare this computer&apos;s clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not say when it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was made at another time. Compare this computer&apos;s clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not valid yet. Compare this computer&apos;s clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it belongs to another sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it belongs to another token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its signature is of a kind we do not accept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the provider&apos;s keys are unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its signature is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The identity was signed with a key that %1 does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not give its keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source># Made by Latchkey when you signed in. You may change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is meant to be a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is out of range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is meant to be a list of port numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1.%2’ is meant to be a string.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is not a known key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is no way of signing in: browser, device or api_key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘client_auth’ is none, client_secret_basic or client_secret_post.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘scope_parameter’ is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is meant to be an https address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘host’ is 127.0.0.1 or localhost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘path’ begins with a slash and has letters, digits and . _ ~ - only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘scope_separator’ is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘id’ is made of small letters, digits and . _ -</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘name’ is missing or too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘letters’ is one or two letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘tone’ is 0 to 9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘methods’ names no way of signing in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘aliases’ are made of small letters, digits and . _ -</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘browser’ needs authorization_endpoint and token_endpoint, or issuer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘device’ needs device_endpoint and token_endpoint, or issuer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is too large for a service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of the service cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address of the service.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vault</name>
    <message>
        <source>There is no encrypted file yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose in the settings where secrets are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of %1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check who may write into that folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing the store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key %1 does not belong to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the two files back that belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store has got a new passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check who may write into the folder above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it and %1 away, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring has not been asked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring did not give back what it was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the secrets in an encrypted file (Settings, Store).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keyring answers on this desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one, or keep the secrets in an encrypted file (Settings, Store).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring of this desktop has not been set up yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it; it then asks for a new password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for its password dialog, or unlock the keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows Credential Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This passphrase does not open the store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it again; look at Caps Lock and the keyboard layout.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
