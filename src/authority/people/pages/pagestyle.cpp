// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/pages/pagestyle.h"

namespace authority {

// Text on every ground it meets is at least 4.5:1, outlines that alone make a control known 3:1.
const QByteArray &pageStyle()
{
    static const QByteArray style = QByteArrayLiteral(R"(
:root { color-scheme: light dark; --canvas: #f5f5f8; --surface: #fff; --sunken: #f1f1f5;
  --line: #e5e5eb; --outline: #d3d3dc; --strong: #878896; --ink: #1a1b22; --ink2: #555661;
  --ink3: #666773; --accent: #4b50d2; --fill: #4b50d2; --fillhover: #3f44be; --hover: #f4f4f8;
  --good: #14744a; --goodtint: #e5f4ec; --warn: #8a5200; --warntint: #fcf0db; --bad: #b4232c;
  --badtint: #fceaea; --neutraltint: #eeeef2; --selected: #ecedfc; }
@media (prefers-color-scheme: dark) {
  :root { --canvas: #141418; --surface: #1a1a1f; --sunken: #121216; --line: #2b2b33;
    --outline: #3a3a44; --strong: #6e6f7d; --ink: #ededf2; --ink2: #b0b1bc; --ink3: #9495a2;
    --accent: #a5a9ff; --fill: #5a5fe0; --fillhover: #6166e4; --hover: #222228; --good: #62cb98;
    --goodtint: #17301f; --warn: #f0b454; --warntint: #362810; --bad: #ff8c88;
    --badtint: #3d1e20; --neutraltint: #2a2a32; --selected: #272846; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; align-items: center;
  justify-content: center; gap: 16px; padding: 32px 16px; background: var(--canvas);
  color: var(--ink); font: 14px/1.45 Inter, system-ui, "Segoe UI", Cantarell, sans-serif; }
main, section { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; }
main { width: 100%; max-width: 420px; padding: 32px; background: var(--surface);
  border: 1px solid var(--line); border-radius: 14px; }
main.wide { max-width: 640px; }
header { text-align: center; margin-bottom: 8px; }
.mark { position: relative; display: inline-block; height: 48px; }
.mark .sign { position: absolute; right: -10px; bottom: -8px; padding: 3px; border-radius: 50%;
  background: var(--surface); line-height: 0; }
.sign.good { color: var(--good); } .sign.bad { color: var(--bad); }
.sign.plain { color: var(--accent); }
h1 { margin: 20px 0 6px; font-size: 20px; line-height: 1.3; font-weight: 600;
  letter-spacing: -.3px; overflow-wrap: anywhere; }
h2 { margin: 0; font-size: 15px; font-weight: 600; }
p { margin: 0; color: var(--ink2); overflow-wrap: anywhere; }
form { display: grid; gap: 16px; margin: 0; }
section { border-top: 1px solid var(--line); padding-top: 20px; margin-top: 8px; gap: 12px; }
.line { display: grid; gap: 6px; }
label { font-weight: 500; }
input:not([type=checkbox]):not([type=hidden]):not([hidden]) { width: 100%; height: 40px; padding: 0 12px;
  color: var(--ink); background: var(--surface); border: 1px solid var(--strong);
  border-radius: 6px; font: inherit; }
input[aria-invalid=true] { border-color: var(--bad) !important; }
input.code { font: 500 20px/1 ui-monospace, "JetBrains Mono", "DejaVu Sans Mono", monospace;
  letter-spacing: .16em; text-align: center; font-variant-ligatures: none; }
input:focus { outline: 2px solid var(--accent); outline-offset: -1px; border-color: transparent; }
.hint, .note { font-size: 13px; color: var(--ink3); }
.trouble { color: var(--bad); font-size: 13px; display: grid; gap: 4px; }
button { height: 40px; padding: 0 16px; border-radius: 6px; border: 1px solid var(--outline);
  background: var(--surface); color: var(--ink); font: inherit; font-weight: 500; cursor: pointer;
  transition: background-color .12s; }
button:hover { background: var(--hover); }
button.primary { border-color: transparent; background: var(--fill); color: #fff; }
button.primary:hover { background: var(--fillhover); }
button.danger { color: var(--bad); }
button.plain { border-color: transparent; background: none; color: var(--accent); }
button:focus-visible, a:focus-visible, input[type=checkbox]:focus-visible {
  outline: 2px solid var(--accent); outline-offset: 2px; }
@keyframes wake { from { pointer-events: none; opacity: .45; } to { opacity: .45; } }
button.sleepy { animation: wake .6s step-end; }
.buttons { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 12px; }
.tick { display: flex; gap: 8px; align-items: center; font-weight: 400; color: var(--ink2); }
.tick input { width: 16px; height: 16px; margin: 0; accent-color: var(--fill); flex: none; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
.aside { text-align: center; }
.icon { flex: none; }
.banner { display: flex; gap: 10px; align-items: flex-start; padding: 10px 12px;
  border-radius: 8px; overflow-wrap: anywhere; }
.banner .icon { margin-top: 2px; }
.banner.good { background: var(--goodtint); color: var(--good); }
.banner.warn { background: var(--warntint); color: var(--warn); }
.banner.bad { background: var(--badtint); color: var(--bad); }
.banner.neutral { background: var(--neutraltint); color: var(--ink2); }
.rows { list-style: none; margin: 0; padding: 0; border: 1px solid var(--line);
  border-radius: 10px; }
.rows li { display: flex; align-items: center; gap: 12px; padding: 10px 14px; min-height: 50px; }
.rows li + li { border-top: 1px solid var(--line); }
.rows .icon { color: var(--ink3); }
.rows div { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.rows b { font-weight: 500; } .rows small { display: block; font-size: 13px; color: var(--ink3); }
.rows form { display: block; }
.rows button { height: 32px; padding: 0 12px; font-size: 13px; }
.tag { display: inline-block; padding: 1px 7px; margin-left: 6px; border-radius: 4px;
  background: var(--neutraltint); color: var(--ink2); font-size: 12px; font-weight: 500; }
.codes { list-style: none; margin: 0; padding: 14px; display: grid; gap: 8px;
  grid-template-columns: 1fr 1fr; background: var(--sunken); border-radius: 8px; text-align: center;
  font: 15px/1.4 ui-monospace, "JetBrains Mono", "DejaVu Sans Mono", monospace;
  font-variant-ligatures: none; user-select: all; }
.qr { display: block; width: 208px; height: 208px; margin: 0 auto; border-radius: 8px; }
.key { padding: 10px 12px; background: var(--sunken); border-radius: 8px; text-align: center;
  color: var(--ink); font: 13px/1.5 ui-monospace, "DejaVu Sans Mono", monospace; user-select: all;
  font-variant-ligatures: none; }
.number { margin: 0; text-align: center; font-size: 40px; font-weight: 600; line-height: 1.2;
  letter-spacing: 2px; font-variant-numeric: tabular-nums; }
.dots { display: flex; gap: 8px; justify-content: center; padding: 8px; }
.dots i { width: 8px; height: 8px; border-radius: 50%; background: var(--accent);
  animation: beat 1.2s infinite ease-in-out; }
.dots i:nth-child(2) { animation-delay: .15s; } .dots i:nth-child(3) { animation-delay: .3s; }
@keyframes beat { 0%, 60%, 100% { opacity: .25; } 30% { opacity: 1; } }
footer { color: var(--ink3); font-size: 12px; text-align: center; }
@media (prefers-reduced-motion: reduce) { .dots i { animation: none; } }
@media (max-width: 460px) { body { justify-content: flex-start; } main { padding: 24px 20px; } }
@media (max-width: 360px) { .buttons { grid-auto-flow: row; } .codes { grid-template-columns: 1fr; } }
)");
    return style;
}

} // namespace authority
