// What a publisher's release file may say, and what is refused.
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/updates/installation.h"
#include "app/updates/release.h"

using namespace eddy;

namespace {

QByteArray release(const QByteArray& from = {}, const QByteArray& to = {}) {
  // One line each: moc loses its way in a raw string of several.
  QByteArray json =
      R"({"format": 1, "version": "1.20.3", "date": "2026-12-01", "changes": "- faster", "packages": [{"platform": "linux-x86_64", )"
      R"("url": "https://example.org/Eddy.run", "bytes": 66000000, )"
      R"("sha256": "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"}]})";
  Q_ASSERT(from.isEmpty() || json.contains(from));
  return from.isEmpty() ? json : json.replace(from, to);
}

void write(const QString& path, const QByteArray& bytes) {
  QDir().mkpath(QFileInfo(path).path());
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(bytes);
}

}  // namespace

class ReleaseTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void a_release_says_version_changes_and_packages() {
    const auto parsed = parseRelease(release());
    QVERIFY(parsed);
    QCOMPARE(parsed->version, QVersionNumber(1, 20, 3));
    QCOMPARE(parsed->date, QDate(2026, 12, 1));
    QCOMPARE(parsed->changes, "- faster");
    const auto* package = parsed->packageFor("linux-x86_64");
    QVERIFY(package && package->bytes == 66000000 && package->url.host() == "example.org" && package->sha256.size() == 32);
    QVERIFY(!parsed->packageFor("amiga"));
  }
  void versions_are_compared_as_numbers() {
    QVERIFY(releaseVersion("0.10.0") > releaseVersion("0.9.12"));
    for (const char* wrong : {"", "1", "1.2", "1.2.3.4", "1.2.3-rc1", " 1.2.3", "1.2.999999", "a.b.c"})
      QVERIFY2(releaseVersion(wrong).isNull(), wrong);
  }

  void others_are_refused_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("cut") << release().left(200);
    QTest::newRow("huge") << release("- faster", QByteArray(kMostReleaseBytes, 'x'));
    QTest::newRow("no format") << release("\"format\": 1,", "");
    QTest::newRow("format 0") << release("\"format\": 1,", "\"format\": 0,");
    QTest::newRow("version") << release("1.20.3", "newest");
    QTest::newRow("date") << release("2026-12-01", "yesterday");
    QTest::newRow("http") << release("https://", "http://");
    QTest::newRow("script") << release("https://example.org/Eddy.run", "javascript:alert(1)");
    QTest::newRow("file") << release("https://example.org/", "file:///etc/");
    QTest::newRow("no host") << release("https://example.org/", "https:///");
    QTest::newRow("size of text") << release("66000000", "\"much\"");
    QTest::newRow("size below nothing") << release("66000000", "-1");
    QTest::newRow("absurd size") << release("66000000", "1e30");
    QTest::newRow("short hash") << release("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff", "0011");
    QTest::newRow("platform") << release("linux-x86_64", "");
  }
  void others_are_refused() {
    QFETCH(QByteArray, json);
    const auto parsed = parseRelease(json);
    QVERIFY(!parsed && parsed.error().code == ErrorCode::FileCorrupt);
  }
  void a_later_format_says_so() {
    const auto parsed = parseRelease(release("\"format\": 1,", "\"format\": 2,"));
    QVERIFY(!parsed && parsed.error().code == ErrorCode::FileTooNew);
  }

  void packages_of_the_system_are_left_to_it() {
    QCOMPARE(lookAtInstallation("/usr/bin", true).kind, InstallationKind::Packaged);
    QCOMPARE(lookAtInstallation("/usr/bin", false).kind, InstallationKind::Built);
    QCOMPARE(lookAtInstallation("/home/anna/.local/share/eddy-app/bin", true).kind, InstallationKind::SelfContained);
  }
  void the_version_before_is_found() {
    QTemporaryDir tree;
    const QString bin = tree.filePath("bin");
    QVERIFY(lookAtInstallation(bin, true).previous.isEmpty());
    write(tree.filePath("share/eddy/switch-version.sh"), "#!/bin/sh\n");
    write(tree.filePath("share/eddy/previous-version"), "0.9.1\n");
    QCOMPARE(lookAtInstallation(bin, true).previous, "0.9.1");
    QVERIFY(lookAtInstallation(bin, false).previous.isEmpty());
    write(tree.filePath("share/eddy/previous-version"), "rm -rf /\n");
    QVERIFY(lookAtInstallation(bin, true).previous.isEmpty());
  }
};

QTEST_GUILESS_MAIN(ReleaseTest)
#include "release_test.moc"
