// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference.h"
#include "references/documents/json.h"
#include "references/documents/yaml.h"
#include "references/sops/sealedvalue.h"
#include "references/valstext.h"

#include <QTest>

#include <rapidcheck.h>
#include <string>

using namespace references;

namespace {

//! Letters that grammars stumble over, and all others.
rc::Gen<std::string> texts()
{
    const auto odd = rc::gen::element('+',
                                      ':',
                                      '/',
                                      '#',
                                      '?',
                                      '&',
                                      '%',
                                      '"',
                                      '\'',
                                      ',',
                                      ' ',
                                      '\n',
                                      '-',
                                      '{',
                                      '[',
                                      '|',
                                      '\\',
                                      'r',
                                      'e',
                                      'f');
    return rc::gen::container<std::string>(rc::gen::oneOf(odd, rc::gen::inRange<char>(1, 127)));
}

rc::Gen<std::string> names()
{
    return rc::gen::nonEmpty(rc::gen::container<std::string>(
        rc::gen::element('a', 'b', 'z', '0', '9', '/', '.', '_', '-')));
}

QByteArray bytes(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

//! The same words and references, however they are cut.
QString shape(const std::vector<Piece> &pieces)
{
    QString result;
    for (const Piece &piece : pieces)
        result +=
            piece.isReference()
                ? QStringLiteral("<%1|%2|%3>").arg(piece.kind, piece.scheme, shape(piece.address))
                : piece.words;
    return result;
}

} // namespace

//! What holds for every text, not only for those we thought of.
class ReferenceProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void referencesBetweenWordsAreFound()
    {
        QVERIFY(rc::check([] {
            std::vector<Piece> pieces;
            for (const auto &[words, path] :
                 *rc::gen::container<std::vector<std::pair<std::string, std::string>>>(
                     rc::gen::pair(names(), names()))) {
                Piece before;
                before.words = QStringLiteral("<%1> ").arg(QString::fromStdString(words));
                Piece reference;
                reference.kind = QStringLiteral("ref");
                reference.scheme = QStringLiteral("echo");
                Piece address;
                address.words = QString::fromStdString(path) + QStringLiteral("xx");
                reference.address.push_back(address);
                pieces.push_back(before);
                pieces.push_back(reference);
            }
            const auto again = splitReferences(joined(pieces));
            RC_ASSERT(again.has_value());
            RC_ASSERT(shape(*again) == shape(pieces));
        }));
    }

    void anyTextIsSplitOrRefused()
    {
        QVERIFY(rc::check([] {
            const QString text = QString::fromStdString(*texts());
            const auto pieces = splitReferences(text);
            RC_PRE(pieces.has_value());
            const QStringList none{QStringLiteral("neither")};
            const auto untouched = splitReferences(text, none);
            RC_ASSERT(untouched.has_value());
            RC_ASSERT(joined(*untouched) == text);
        }));
    }

    void everyUriReadsBack()
    {
        QVERIFY(rc::check([] {
            core::BackendUri uri;
            uri.scheme = QStringLiteral("vault");
            uri.path = QStringLiteral("host/") + QString::fromStdString(*names())
                       + QStringLiteral(" %é?#x");
            for (const auto &[name, value] :
                 *rc::gen::container<std::map<std::string, std::string>>(names(), texts())) {
                // Control characters are refused in any spelling but an escaped one.
                uri.params.insert(QString::fromStdString(name), QString::fromStdString(value));
            }
            uri.fragment = QStringList{QStringLiteral("a b"), QStringLiteral("c#d%")};
            const auto again = core::BackendUri::parse(uri.toString());
            RC_ASSERT(again.has_value());
            RC_ASSERT(*again == uri);
        }));
    }

    void everyTextSurvivesYamlAndJson()
    {
        QVERIFY(rc::check([] {
            Node root = Node::map();
            int number = 0;
            for (const std::string &text : *rc::gen::container<std::vector<std::string>>(texts())) {
                root.set(QByteArray::number(++number) + bytes(text), Node::text(bytes(text)));
                Node list = Node::list();
                list.append(Node::text(bytes(text)));
                root.set("list" + QByteArray::number(number), std::move(list));
            }
            Documents documents;
            documents.push_back(root.clone());
            const auto yaml = readYaml(writeYaml(documents).expose());
            RC_ASSERT(yaml.has_value());
            RC_ASSERT(yaml->front() == root);
            const auto json = writeJson(root);
            RC_ASSERT(json.has_value());
            const auto again = readJson(json->expose());
            RC_ASSERT(again.has_value());
            RC_ASSERT(*again == root);
        }));
    }

    void whatIsSealedOpensAtItsPlaceOnly()
    {
        const base::Secret key(QByteArray(32, 'k'));
        const QByteArray nonce(32, 'n');
        QVERIFY(rc::check([&] {
            const QByteArray text = bytes(*rc::gen::nonEmpty(texts()));
            const QByteArray place = bytes(*names()) + ':';
            const auto sealed = sealValue(Node::text(text), key, place, nonce);
            RC_ASSERT(sealed.has_value());
            const auto opened = openValue(*sealed, key, place);
            RC_ASSERT(opened.has_value());
            RC_ASSERT(opened->view() == text);
            RC_ASSERT(!openValue(*sealed, key, "x:" + place));
        }));
    }
};

QTEST_GUILESS_MAIN(ReferenceProperties)
#include "tst_referenceproperties.moc"
