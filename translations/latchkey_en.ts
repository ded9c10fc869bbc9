<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Doctor</name>
    <message numerus="yes">
        <source>All %n account(s) are in order.</source>
        <translation>
            <numerusform>The account is in order.</numerusform>
            <numerusform>All %n accounts are in order.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>in %n second(s)</source>
        <translation>
            <numerusform>in %n second</numerusform>
            <numerusform>in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>in %n hour</numerusform>
            <numerusform>in %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) need you</source>
        <translation>
            <numerusform>%n account needs you</numerusform>
            <numerusform>%n accounts need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Renewing works again for %n account(s)</source>
        <translation>
            <numerusform>Renewing works again for %n account</numerusform>
            <numerusform>Renewing works again for %n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 needs at least %n character(s).</source>
        <translation>
            <numerusform>%1 needs at least %n character.</numerusform>
            <numerusform>%1 needs at least %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may have %n character(s) at most.</source>
        <translation>
            <numerusform>%1 may have %n character at most.</numerusform>
            <numerusform>%1 may have %n characters at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 needs 1 to %n byte(s).</source>
        <translation>
            <numerusform>%1 needs 1 to %n byte.</numerusform>
            <numerusform>%1 needs 1 to %n bytes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may have %n entries at most.</source>
        <translation>
            <numerusform>%1 may have %n entry at most.</numerusform>
            <numerusform>%1 may have %n entries at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) of the request cannot be used.</source>
        <translation>
            <numerusform>%n field of the request cannot be used.</numerusform>
            <numerusform>%n fields of the request cannot be used.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>authority</name>
    <message numerus="yes">
        <source>Wait %n second(s), then try again.</source>
        <translation>
            <numerusform>Wait %n second, then try again.</numerusform>
            <numerusform>Wait %n seconds, then try again.</numerusform>
        </translation>
    </message>
</context>
</TS>
