// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/evaluation/extensions.h"

#include <algorithm>

namespace policy {

namespace {

//! A whole number without sign; a 0 in front only for 0 itself.
std::optional<int> plainNumber(std::string_view text, std::size_t mostDigits)
{
    if (text.empty() || text.size() > mostDigits || (text.size() > 1 && text.front() == '0'))
        return {};
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return {};
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<int> hexGroup(std::string_view text)
{
    if (text.empty() || text.size() > 4)
        return {};
    int value = 0;
    for (const char c : text) {
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (digit < 0)
            return {};
        value = value * 16 + digit;
    }
    return value;
}

bool parseV4(std::string_view text, IpRange &range)
{
    for (std::size_t i = 0; i < 4; ++i) {
        const std::size_t end = i < 3 ? text.find('.') : text.size();
        if (end == std::string_view::npos)
            return false;
        const auto part = plainNumber(text.substr(0, end), 3);
        if (!part || *part > 255)
            return false;
        range.address[i] = static_cast<quint8>(*part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return text.empty();
}

//! Groups joined by ":"; gives how many bytes they fill.
std::optional<std::size_t> parseGroups(std::string_view text, std::array<quint8, 16> &bytes)
{
    std::size_t filled = 0;
    if (text.empty())
        return filled;
    for (bool isLast = false; !isLast;) {
        const std::size_t end = std::min(text.find(':'), text.size());
        isLast = end == text.size();
        const auto group = hexGroup(text.substr(0, end));
        if (!group || filled == bytes.size())
            return {};
        bytes[filled++] = static_cast<quint8>(*group >> 8);
        bytes[filled++] = static_cast<quint8>(*group & 0xff);
        text.remove_prefix(isLast ? end : end + 1);
    }
    return filled;
}

bool parseV6(std::string_view text, IpRange &range)
{
    const std::size_t gap = text.find("::");
    if (gap == std::string_view::npos)
        return parseGroups(text, range.address) == range.address.size();
    std::array<quint8, 16> front{};
    std::array<quint8, 16> back{};
    const auto before = parseGroups(text.substr(0, gap), front);
    const auto behind = parseGroups(text.substr(gap + 2), back);
    // "::" stands for one group of zeros at least.
    if (!before || !behind || *before + *behind > range.address.size() - 2)
        return false;
    range.address = {};
    std::copy_n(front.begin(), *before, range.address.begin());
    std::copy_n(back.begin(), *behind, range.address.end() - std::ptrdiff_t(*behind));
    return true;
}

} // namespace

std::optional<IpRange> parseIp(std::string_view text)
{
    const std::size_t slash = text.find('/');
    const std::string_view address = text.substr(0, slash);
    IpRange range;
    range.isV4 = address.find(':') == std::string_view::npos;
    const int longest = range.isV4 ? 32 : 128;
    if (!(range.isV4 ? parseV4(address, range) : parseV6(address, range)))
        return {};
    const auto prefix = slash == std::string_view::npos
                            ? longest
                            : plainNumber(text.substr(slash + 1), range.isV4 ? 2 : 3);
    if (!prefix || *prefix > longest)
        return {};
    range.prefix = static_cast<quint8>(*prefix);
    return range;
}

bool isInRange(const IpRange &inner, const IpRange &outer)
{
    if (inner.isV4 != outer.isV4 || inner.prefix < outer.prefix)
        return false;
    const std::size_t whole = outer.prefix / 8u;
    if (!std::equal(inner.address.begin(),
                    inner.address.begin() + std::ptrdiff_t(whole),
                    outer.address.begin()))
        return false;
    const unsigned rest = outer.prefix % 8u;
    if (rest == 0)
        return true;
    const unsigned mask = (0xff00u >> rest) & 0xffu;
    return ((inner.address[whole] ^ outer.address[whole]) & mask) == 0;
}

bool isLoopback(const IpRange &range)
{
    IpRange loopback;
    loopback.isV4 = range.isV4;
    loopback.prefix = range.isV4 ? 8 : 128;
    loopback.address[range.isV4 ? 0 : 15] = range.isV4 ? 127 : 1;
    return isInRange(range, loopback);
}

bool isMulticast(const IpRange &range)
{
    IpRange multicast;
    multicast.isV4 = range.isV4;
    multicast.prefix = range.isV4 ? 4 : 8;
    multicast.address[0] = range.isV4 ? 0xe0 : 0xff;
    return isInRange(range, multicast);
}

} // namespace policy
