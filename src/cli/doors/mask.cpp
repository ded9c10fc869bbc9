// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doors/mask.h"

#include <algorithm>

namespace cli {

using latchkey::Bytes;

namespace {

constexpr std::string_view digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
//! Base64 of fewer characters than this is found everywhere.
constexpr std::size_t shortestPart = 6;
constexpr std::size_t shortestLine = 8;

void add(std::vector<Bytes> &words, Bytes word, std::size_t least)
{
    if (word.size() >= least && std::find(words.begin(), words.end(), word) == words.end())
        words.push_back(std::move(word));
}

Bytes base64(std::string_view text)
{
    Bytes out;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        bits = (bits << 8U) | static_cast<unsigned char>(c);
        count += 8;
        while (count >= 6) {
            count -= 6;
            out += digits[(bits >> static_cast<unsigned>(count)) & 63U];
        }
    }
    if (count > 0)
        out += digits[(bits << static_cast<unsigned>(6 - count)) & 63U];
    return out;
}

//! The characters of a base64 text that \a value alone decides when \a before bytes stand in front
//! of it: 3 bytes make 4 characters, and those at the edges are shared with the neighbours.
Bytes base64Core(std::string_view value, std::size_t before)
{
    Bytes whole(before, '\0');
    whole += value;
    Bytes encoded = base64(whole);
    const std::size_t first = (before * 8 + 5) / 6;
    const std::size_t last = whole.size() * 8 / 6;
    return last > first ? encoded.substr(first, last - first) : Bytes();
}

Bytes inUrlAlphabet(Bytes text)
{
    std::replace(text.begin(), text.end(), '+', '-');
    std::replace(text.begin(), text.end(), '/', '_');
    return text;
}

bool isUnreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
           || std::string_view("-._~").find(c) != std::string_view::npos;
}

Bytes hexadecimal(std::string_view text, std::string_view alphabet)
{
    Bytes out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        out += alphabet[byte >> 4U];
        out += alphabet[byte & 15U];
    }
    return out;
}

constexpr std::string_view lowerHex = "0123456789abcdef";
constexpr std::string_view upperHex = "0123456789ABCDEF";

//! \a kept: what stays besides letters, digits and -._~ (a form makes a space a plus).
Bytes percentEncoded(std::string_view text, std::string_view alphabet, std::string_view kept)
{
    Bytes out;
    for (const char c : text) {
        if (isUnreserved(c) || kept.find(c) != std::string_view::npos) {
            out += c;
            continue;
        }
        out += '%';
        out += hexadecimal(std::string_view(&c, 1), alphabet);
    }
    return out;
}

Bytes inForm(Bytes text)
{
    Bytes out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 3, "%20") == 0) {
            out += '+';
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

Bytes inJson(std::string_view text)
{
    Bytes out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\r') {
            out += "\\r";
        } else if (c == '\t') {
            out += "\\t";
        } else if (byte < 0x20U) {
            out += "\\u00";
            out += hexadecimal(std::string_view(&c, 1), lowerHex);
        } else {
            out += c;
        }
    }
    return out;
}

} // namespace

std::vector<Bytes> spellingsOf(std::string_view value)
{
    std::vector<Bytes> words;
    if (value.size() < shortestMasked)
        return words;
    add(words, Bytes(value), shortestMasked);
    // A program that prints a value of several lines may put something before each.
    for (std::string_view rest = value; rest.find('\n') != std::string_view::npos;) {
        const std::size_t end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end + 1);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        add(words, Bytes(line), shortestLine);
        if (rest.find('\n') == std::string_view::npos)
            add(words, Bytes(rest), shortestLine);
    }
    const Bytes plain = base64(value);
    const Bytes padded = plain + Bytes((4 - plain.size() % 4) % 4, '=');
    for (const Bytes &each : {padded, plain}) {
        add(words, each, shortestPart);
        add(words, inUrlAlphabet(each), shortestPart);
    }
    for (const std::size_t before : {0U, 1U, 2U}) {
        const Bytes core = base64Core(value, before);
        add(words, core, shortestPart);
        add(words, inUrlAlphabet(core), shortestPart);
    }
    for (const std::string_view alphabet : {upperHex, lowerHex}) {
        const Bytes encoded = percentEncoded(value, alphabet, {});
        add(words, encoded, shortestMasked);
        add(words, inForm(encoded), shortestMasked);
        add(words, percentEncoded(value, alphabet, "/:@!$&'()*,;=+"), shortestMasked);
        add(words, hexadecimal(value, alphabet), 2 * shortestMasked);
    }
    add(words, inJson(value), shortestMasked);
    return words;
}

MaskWords::MaskWords(const std::vector<Bytes> &words)
{
    m_states.emplace_back();
    for (const Bytes &word : words) {
        std::uint32_t at = 0;
        for (const char c : word) {
            std::uint32_t next = childOf(at, c);
            if (next == 0) {
                next = static_cast<std::uint32_t>(m_states.size());
                State fresh;
                fresh.sibling = m_states[at].child;
                fresh.depth = m_states[at].depth + 1;
                fresh.c = c;
                m_states.push_back(fresh);
                m_states[at].child = next;
            }
            at = next;
        }
        m_states[at].longest = m_states[at].depth;
    }
    // In the order of their depth, so that a fallback is ready before it is needed.
    std::vector<std::uint32_t> order{0};
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::uint32_t at = order[i];
        for (std::uint32_t child = m_states[at].child; child != 0;
             child = m_states[child].sibling) {
            const std::uint32_t fallback =
                at == 0 ? 0 : after(m_states[at].fallback, m_states[child].c);
            m_states[child].fallback = fallback;
            m_states[child].longest = std::max(m_states[child].longest, m_states[fallback].longest);
            order.push_back(child);
        }
    }
}

std::uint32_t MaskWords::childOf(std::uint32_t state, char c) const
{
    std::uint32_t child = m_states[state].child;
    while (child != 0 && m_states[child].c != c)
        child = m_states[child].sibling;
    return child;
}

std::uint32_t MaskWords::after(std::uint32_t state, char c) const
{
    while (true) {
        const std::uint32_t child = childOf(state, c);
        if (child != 0 || state == 0)
            return child;
        state = m_states[state].fallback;
    }
}

std::string Mask::pass(std::string_view piece)
{
    std::string out;
    for (const char c : piece) {
        m_state = m_words.after(m_state, c);
        m_held.push_back({c, false});
        // Words that overlap are one stretch. What pause() has shown cannot be taken back.
        const std::size_t matched = std::min(m_words.longest(m_state), m_held.size());
        for (std::size_t i = m_held.size() - matched; i < m_held.size(); ++i)
            m_held[i].isMasked = true;
        if (m_held.size() > m_words.depth(m_state))
            show(m_held.size() - m_words.depth(m_state), out);
    }
    return out;
}

std::string Mask::pause()
{
    constexpr std::size_t mostShown = 2;
    std::string out;
    if (m_held.size() <= mostShown)
        show(m_held.size(), out);
    return out;
}

std::string Mask::end()
{
    std::string out;
    show(m_held.size(), out);
    m_state = 0;
    return out;
}

void Mask::show(std::size_t count, std::string &out)
{
    for (; count > 0; --count) {
        const Held held = m_held.front();
        m_held.front() = {'\0', false};
        m_held.pop_front();
        if (held.isMasked && !m_isInMask)
            out += "***";
        else if (!held.isMasked)
            out += held.c;
        m_isInMask = held.isMasked;
    }
}

void Mask::wipeHeld()
{
    for (Held &held : m_held)
        held = {'\0', false};
    m_held.clear();
}

} // namespace cli
