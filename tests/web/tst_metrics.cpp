// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/metrics.h"

#include <QTest>

using namespace web;

class MetricsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTextIsWhatPrometheusReads()
    {
        Metrics metrics;
        Counter allowed = metrics.counter("decisions_total", "Decisions.", {{"what", "allow"}});
        allowed.increment();
        metrics.counter("decisions_total", "Decisions.", {{"what", "allow"}}).increment(2);
        metrics.counter("decisions_total", "Decisions.", {{"what", "de\"ny"}}).increment();
        metrics.gauge("open", "Open.").set(7);
        Histogram seconds = metrics.histogram("seconds", "How long.", {}, {0.1, 1});
        seconds.observe(0.05);
        seconds.observe(5);

        const QByteArray text = metrics.text();

        QCOMPARE(allowed.value(), 3.0);
        QVERIFY2(text.contains("# TYPE decisions_total counter"), text.constData());
        QVERIFY2(text.contains("decisions_total{what=\"allow\"} 3"), text.constData());
        QVERIFY2(text.contains("decisions_total{what=\"de\\\"ny\"} 1"), text.constData());
        QVERIFY2(text.contains("open 7"), text.constData());
        QVERIFY2(text.contains("seconds_bucket{le=\"0.1\"} 1"), text.constData());
        QVERIFY2(text.contains("seconds_bucket{le=\"+Inf\"} 2"), text.constData());
        QVERIFY2(text.contains("seconds_count 2"), text.constData());
    }

    void whatWasNotMadeCountsNothing()
    {
        Counter counter;
        Gauge gauge;
        Histogram histogram;
        counter.increment();
        gauge.set(1);
        histogram.observe(1);
        QCOMPARE(counter.value(), 0.0);
    }
};

QTEST_GUILESS_MAIN(MetricsTest)
#include "tst_metrics.moc"
