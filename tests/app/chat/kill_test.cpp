// The program is killed at random moments while an answer streams: nothing acknowledged is lost.
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include "app/storage/storage_service.h"
#include "tests/support/app/disk_delay.h"

using namespace eddy;

class KillTest : public QObject {
  Q_OBJECT

  struct Seen {
    std::vector<qint64> questions;                           // acknowledged
    qint64 answer = 0;                                       // the last one shown
    std::vector<std::pair<qint64, qint64>> lengths;          // when (ms), how long
  };

  /// Runs the driver for `milliseconds` after its first answer began, then kills it.
  static Seen runAndKill(const QString& folder, int milliseconds) {
    QProcess driver;
    driver.start(QStringLiteral(EDDY_CHAT_DRIVER), {folder});
    Seen seen;
    QElapsedTimer clock;
    clock.start();
    qint64 end = 60'000;
    while (clock.elapsed() < end && driver.state() != QProcess::NotRunning) {
      driver.waitForReadyRead(20);
      while (driver.canReadLine()) {
        const auto words = QString::fromLatin1(driver.readLine()).trimmed().split(u' ');
        if (words[0] == u"saved") seen.questions.push_back(words[1].toLongLong());
        if (words[0] != u"shown") continue;
        if (seen.answer == 0) end = clock.elapsed() + milliseconds;
        if (words[1].toLongLong() != seen.answer) seen.lengths.clear();
        seen.answer = words[1].toLongLong();
        seen.lengths.emplace_back(clock.elapsed(), words[2].toLongLong());
      }
    }
    driver.kill();  // SIGKILL
    driver.waitForFinished(-1);
    for (auto& [when, length] : seen.lengths) when = clock.elapsed() - when;  // age
    return seen;
  }

 private slots:
  void nothing_acknowledged_is_lost() {
    QTemporaryDir folder, beside;
    const DiskDelay disk(beside.path());
    QRandomGenerator random(7);
    std::vector<qint64> questions;
    for (int round = 0; round < 50; ++round) {
      const auto seen = runAndKill(folder.path(), random.bounded(1800));
      QVERIFY2(seen.answer != 0, qPrintable(QStringLiteral("nothing was shown in round %1").arg(round)));
      questions.insert(questions.end(), seen.questions.begin(), seen.questions.end());

      auto opened = Stores::open(folder.path().toStdString());
      QVERIFY2(opened.has_value(), opened ? "" : opened.error().message.c_str());
      QVERIFY(opened->stores->database->quick_check().has_value());
      auto& store = opened->stores->conversations;
      for (const auto id : questions) {
        const auto question = store.message(MessageId{id});
        QVERIFY(question.has_value());
        QVERIFY(question->text.rfind("long story number", 0) == 0);
      }
      const auto answer = store.message(MessageId{seen.answer});
      QVERIFY(answer.has_value());
      QCOMPARE(answer->tokens.empty(), answer->text.empty());
      // A save is several writes that wait for the disk.
      const qint64 saved_after = 1000 + 4 * disk.longest();
      for (const auto& [age, length] : seen.lengths) {
        if (age > saved_after)
          QVERIFY2(static_cast<qint64>(answer->text.size()) >= length,
                   qPrintable(QStringLiteral("round %1: %2 of %3 characters %4 ms later")
                                  .arg(round)
                                  .arg(answer->text.size())
                                  .arg(length)
                                  .arg(age)));
      }
    }
    QVERIFY(questions.size() >= 50);
  }
};

QTEST_GUILESS_MAIN(KillTest)
#include "kill_test.moc"
