// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace net {

class JsonDocument;

//! One value inside a JsonDocument, which it keeps alive. A default-made one is absent, and so is
//! what is asked of an absent one.
class JsonValue
{
public:
    enum class Kind { Absent, Null, True, False, Number, String, Array, Object };

    JsonValue() = default;

    [[nodiscard]] Kind kind() const;
    [[nodiscard]] bool isAbsent() const { return kind() == Kind::Absent; }
    //! A string, decoded; unset: it is none.
    [[nodiscard]] std::optional<QString> text() const;
    //! The same in UTF-8, for what nobody else may see.
    [[nodiscard]] std::optional<base::Secret> secret() const;
    //! A whole number; unset: it is none, or does not fit.
    [[nodiscard]] std::optional<qint64> integer() const;
    //! As it was written, quotes included.
    [[nodiscard]] QByteArrayView raw() const;

    [[nodiscard]] qsizetype size() const; //!< of an array or object
    [[nodiscard]] JsonValue element(qsizetype place) const; //!< of an array
    //! Each element of an array, in one walk.
    void forEach(const std::function<void(const JsonValue &)> &visit) const;
    [[nodiscard]] JsonValue member(QStringView name) const; //!< of an object
    [[nodiscard]] QString nameOf(qsizetype place) const; //!< of an object's member
    [[nodiscard]] JsonValue member(qsizetype place) const;

private:
    friend class JsonDocument;
    JsonValue(std::shared_ptr<const JsonDocument> document, std::size_t node);

    std::shared_ptr<const JsonDocument> m_document;
    std::size_t m_node = 0;
};

//! JSON text (RFC 8259) that may hold secrets, read in place and zeroed when the last value goes.
//! Repeated names are refused, nesting is bounded.
class JsonDocument
{
public:
    static constexpr int deepest = 32;

    //! What else is refused.
    enum class Manner {
        Strict, //!< UTF-8 only, no byte order mark, no unpaired surrogates
        //! As services of others answer: a byte order mark is passed over, and what is no Unicode
        //! reads as U+FFFD.
        Forgiving
    };

    //! Absent when \a text is not JSON. Its bytes are zeroed, also for whoever shares them.
    [[nodiscard]] static JsonValue parse(QByteArray text, Manner manner = Manner::Strict);

    ~JsonDocument();
    JsonDocument(const JsonDocument &) = delete;
    JsonDocument &operator=(const JsonDocument &) = delete;

private:
    friend class JsonValue;
    class Reader;

    //! Values in the order of the text; an object's names are values before their own.
    struct Node
    {
        JsonValue::Kind kind = JsonValue::Kind::Absent;
        bool hasEscapes = false;
        std::size_t begin = 0;
        std::size_t end = 0;
        std::size_t next = 0; //!< the node behind this one and all inside it
        std::size_t count = 0; //!< elements or members
    };

    explicit JsonDocument(QByteArray text)
        : m_text(std::move(text))
    {}

    QByteArray m_text;
    std::vector<Node> m_nodes;
};

} // namespace net
