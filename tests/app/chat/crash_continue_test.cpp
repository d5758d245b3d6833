// The program is killed a hundred times at random moments: while it loads, reads, writes and saves. No more than a second of
// text is lost, the database is sound, and going on gives to the letter what a run would have written that nobody killed.
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <map>

#include "app/storage/storage_service.h"
#include "engine/api/engine.h"
#include "engine/api/parallel.h"
#include "tests/support/app/crash_settings.h"
#include "tests/support/app/disk_delay.h"
#include "tests/support/engine/tiny_chat_models.h"

using namespace eddy;
using namespace eddy::test;

class CrashContinueTest : public QObject {
  Q_OBJECT

  struct Seen {
    std::vector<qint64> questions, done;             // acknowledged
    // Of the answers that were shown last: age at the end (ms), how long
    std::map<qint64, std::vector<std::pair<qint64, qint64>>> shown;
    int exit_code = -1;
  };

  /// Runs the driver for so long from its start on, then ends it.
  Seen run(int milliseconds, int signal, int answers = 1) const {
    QProcess driver;
    driver.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    driver.start(QStringLiteral(EDDY_CRASH_DRIVER), {data(), QString::fromStdString(model().string()), QString::number(answers)});
    Seen seen;
    QElapsedTimer clock;
    clock.start();
    const auto take = [&] {
      while (driver.canReadLine()) {
        const auto words = QString::fromLatin1(driver.readLine()).trimmed().split(u' ');
        const auto id = words.value(1).toLongLong();
        if (words[0] == u"saved") {
          seen.questions.push_back(id);
          seen.shown.clear();
        }
        if (words[0] == u"done") seen.done.push_back(id);
        if (words[0] == u"shown") seen.shown[id].emplace_back(clock.elapsed(), words.value(2).toLongLong());
      }
    };
    while (clock.elapsed() < milliseconds && driver.state() != QProcess::NotRunning) {
      driver.waitForReadyRead(10);
      take();
    }
    const auto ended = clock.elapsed();
    ::kill(static_cast<pid_t>(driver.processId()), signal);
    driver.waitForFinished(20'000);
    take();
    for (auto& [answer, lengths] : seen.shown) {
      for (auto& [when, length] : lengths) when = ended - when;
    }
    if (driver.exitStatus() == QProcess::NormalExit) seen.exit_code = driver.exitCode();
    return seen;
  }

  QString data() const { return folder_.filePath(QStringLiteral("data")); }
  std::filesystem::path model() const { return folder_.filePath(QStringLiteral("model")).toStdString(); }

  /// Nothing that was acknowledged is missing, and of the answer on the screen at most what came in the last `lost` ms.
  void look(const Seen& seen, const std::vector<qint64>& questions, int lost) const {
    auto opened = Stores::open(data().toStdString());
    QVERIFY2(opened.has_value(), opened ? "" : opened.error().message.c_str());
    QVERIFY(opened->stores->database->quick_check().has_value());
    const auto& store = opened->stores->conversations;
    for (const auto id : questions) QVERIFY(store.message(MessageId{id}).has_value());
    for (const auto& [id, lengths] : seen.shown) {
      const auto answer = store.message(MessageId{id});
      QVERIFY(answer.has_value());
      const auto kept = QString::fromStdString(answer->text).size();
      for (const auto& [age, length] : lengths) {
        if (age > lost) QVERIFY2(kept >= length, qPrintable(QStringLiteral("%1 of %2 characters, %3 ms later").arg(kept).arg(length).arg(age)));
      }
    }
  }

  /// Every answer is what one uninterrupted run with its seed writes. (One that had no text yet is begun anew, with the seed
  /// of the settings.) Says how many were compared.
  int compare_with_one_run(int answers = 1) const {
    const auto engine = create_engine();
    const auto loaded = engine->load(model(), {.backend = "cpu", .threads = 1});
    auto opened = Stores::open(data().toStdString());
    if (!loaded || !opened) qFatal("the model or the data folder cannot be opened");
    const auto& store = opened->stores->conversations;
    const auto seeds = seeds_of_answers(crash_sampler().seed, answers);
    std::map<std::uint64_t, GenerationResult> whole;
    int compared = 0;
    for (const auto& conversation : *store.list_conversations()) {
      const auto messages = store.all_messages(conversation.id);
      if (static_cast<int>(messages->size()) != 1 + answers) continue;
      const auto is_of = [&](const Message& answer, std::uint64_t seed) {
        auto& one = whole[seed];
        if (one.tokens.size() < answer.tokens.size()) one = written(**loaded, messages->front().tokens, answer.tokens.size(), seed);
        return std::equal(answer.tokens.begin(), answer.tokens.end(), one.tokens.begin()) &&
               trimmed(one.text).find(trimmed(answer.text)) == 0;
      };
      for (std::size_t i = 1; i < messages->size(); ++i) {
        const auto& answer = (*messages)[i];
        if (answer.tokens.empty()) continue;
        if (!is_of(answer, seeds[i - 1]) && !is_of(answer, crash_sampler().seed)) return -1;
        ++compared;
      }
    }
    return compared;
  }
  static std::string trimmed(const std::string& text) { return QString::fromStdString(text).trimmed().toStdString(); }

  static GenerationResult written(LanguageModel& model, const std::vector<TokenId>& question, std::size_t tokens, std::uint64_t seed) {
    auto sequence = *model.new_sequence();
    (void)sequence->prefill(question);
    GenerationParams params{.sampler = crash_sampler(), .max_tokens = static_cast<int>(tokens)};
    params.sampler.seed = seed;
    params.stop_strings = model.chat_format().stop_strings();
    params.stop_tokens = model.chat_format().stop_tokens();
    return *sequence->generate(params, {}, {});
  }

 private Q_SLOTS:
  void initTestCase() { write_chat_model(model(), ChatModelKind::Rwkv7, {.layers = 4, .width = 64}); }
  void init() { std::filesystem::remove_all(data().toStdString()); }

  void a_hundred_kills_lose_a_second_at_most_and_no_random_number() {
    const DiskDelay disk(folder_.path());
    QRandomGenerator random(11);
    std::vector<qint64> questions;
    std::size_t shown = 0, done = 0;
    for (int round = 0; round < 100; ++round) {
      const auto seen = run(static_cast<int>(random.bounded(1400)), SIGKILL);
      questions.insert(questions.end(), seen.questions.begin(), seen.questions.end());
      shown += !seen.shown.empty();
      done += seen.done.size();
      look(seen, questions, static_cast<int>(1000 + 4 * disk.longest()));
      if (QTest::currentTestFailed()) return;
    }
    const int compared = compare_with_one_run();
    qInfo("%zu of 100 runs were killed over an answer, %zu answers were finished, %d compared", shown, done, compared);
    QVERIFY2(compared > 0, qPrintable(QString::number(compared)));
    QVERIFY(shown >= 20);
  }

  void answers_that_are_written_side_by_side_are_as_safe() {
    constexpr int kAnswers = 3;
    const DiskDelay disk(folder_.path());
    QRandomGenerator random(12);
    std::vector<qint64> questions;
    std::size_t together = 0;
    for (int round = 0; round < 25; ++round) {
      const auto seen = run(300 + static_cast<int>(random.bounded(1500)), SIGKILL, kAnswers);
      questions.insert(questions.end(), seen.questions.begin(), seen.questions.end());
      together += seen.shown.size() > 1;
      look(seen, questions, static_cast<int>(1000 + 4 * disk.longest()));
      if (QTest::currentTestFailed()) return;
    }
    // Asked to end, it waits for all of them.
    const auto asked = run(1500, SIGTERM, kAnswers);
    QCOMPARE(asked.exit_code, 0);
    look(asked, asked.questions, 0);
    if (QTest::currentTestFailed()) return;
    const int compared = compare_with_one_run(kAnswers);
    qInfo("%zu of 25 runs were killed over several answers, %d compared", together, compared);
    QVERIFY2(compared > 0, qPrintable(QString::number(compared)));
    QVERIFY(together > 0);
  }

  void asked_to_end_it_loses_nothing() {
    for (const int signal : {SIGTERM, SIGHUP, SIGINT}) {
      const auto seen = run(2500, signal);
      QCOMPARE(seen.exit_code, 0);
      look(seen, seen.questions, 0);
      if (QTest::currentTestFailed()) return;
    }
  }

 private:
  QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(CrashContinueTest)
#include "crash_continue_test.moc"
