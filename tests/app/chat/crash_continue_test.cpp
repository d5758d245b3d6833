// The program is killed a hundred times at random moments: while it loads, reads, writes and saves. No more than a second of
// text is lost, the database is sound, and going on gives to the letter what a run would have written that nobody killed.
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

#include "app/storage/storage_service.h"
#include "engine/api/engine.h"
#include "tests/support/app/crash_settings.h"
#include "tests/support/engine/tiny_chat_models.h"

using namespace eddy;
using namespace eddy::test;

class CrashContinueTest : public QObject {
  Q_OBJECT

  struct Seen {
    std::vector<qint64> questions, done;             // acknowledged
    qint64 answer = 0;                               // the last one shown
    std::vector<std::pair<qint64, qint64>> lengths;  // age at the end (ms), how long
    int exit_code = -1;
  };

  /// Runs the driver for so long from its start on, then ends it.
  Seen run(int milliseconds, int signal) const {
    QProcess driver;
    driver.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    driver.start(QStringLiteral(EDDY_CRASH_DRIVER), {data(), QString::fromStdString(model().string())});
    Seen seen;
    QElapsedTimer clock;
    clock.start();
    const auto take = [&] {
      while (driver.canReadLine()) {
        const auto words = QString::fromLatin1(driver.readLine()).trimmed().split(u' ');
        const auto id = words.value(1).toLongLong();
        if (words[0] == u"saved") seen.questions.push_back(id);
        if (words[0] == u"done") seen.done.push_back(id);
        if (words[0] != u"shown") continue;
        if (id != seen.answer) seen.lengths.clear();
        seen.answer = id;
        seen.lengths.emplace_back(clock.elapsed(), words.value(2).toLongLong());
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
    for (auto& [when, length] : seen.lengths) when = ended - when;
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
    if (seen.answer == 0) return;
    const auto answer = store.message(MessageId{seen.answer});
    QVERIFY(answer.has_value());
    const auto kept = QString::fromStdString(answer->text).size();
    for (const auto& [age, length] : seen.lengths) {
      if (age > lost) QVERIFY2(kept >= length, qPrintable(QStringLiteral("%1 of %2 characters, %3 ms later").arg(kept).arg(length).arg(age)));
    }
  }

  /// Every answer is what one uninterrupted run writes. Says how many were compared.
  int compare_with_one_run() const {
    const auto engine = create_engine();
    const auto loaded = engine->load(model(), {.backend = "cpu", .threads = 1});
    auto opened = Stores::open(data().toStdString());
    if (!loaded || !opened) qFatal("the model or the data folder cannot be opened");
    const auto& store = opened->stores->conversations;
    GenerationResult whole;
    int compared = 0;
    for (const auto& conversation : *store.list_conversations()) {
      const auto messages = store.all_messages(conversation.id);
      if (messages->size() != 2 || messages->back().tokens.empty()) continue;
      const auto& question = messages->front();
      const auto& answer = messages->back();
      if (whole.tokens.size() < answer.tokens.size()) whole = written(**loaded, question.tokens, answer.tokens.size());
      if (!std::equal(answer.tokens.begin(), answer.tokens.end(), whole.tokens.begin())) return -1;
      if (trimmed(whole.text).find(trimmed(answer.text)) != 0) return -2;
      ++compared;
    }
    return compared;
  }
  static std::string trimmed(const std::string& text) { return QString::fromStdString(text).trimmed().toStdString(); }

  static GenerationResult written(LanguageModel& model, const std::vector<TokenId>& question, std::size_t tokens) {
    auto sequence = *model.new_sequence();
    (void)sequence->prefill(question);
    GenerationParams params{.sampler = crash_sampler(), .max_tokens = static_cast<int>(tokens)};
    params.stop_strings = model.chat_format().stop_strings();
    params.stop_tokens = model.chat_format().stop_tokens();
    return *sequence->generate(params, {}, {});
  }

 private Q_SLOTS:
  void initTestCase() { write_chat_model(model(), ChatModelKind::Rwkv7, {.layers = 4, .width = 64}); }

  void a_hundred_kills_lose_a_second_at_most_and_no_random_number() {
    QRandomGenerator random(11);
    std::vector<qint64> questions;
    std::size_t shown = 0, done = 0;
    for (int round = 0; round < 100; ++round) {
      const auto seen = run(static_cast<int>(random.bounded(1400)), SIGKILL);
      questions.insert(questions.end(), seen.questions.begin(), seen.questions.end());
      shown += seen.answer != 0;
      done += seen.done.size();
      look(seen, questions, 1000);
      if (QTest::currentTestFailed()) return;
    }
    const int compared = compare_with_one_run();
    qInfo("%zu of 100 runs were killed over an answer, %zu answers were finished, %d compared", shown, done, compared);
    QVERIFY2(compared > 0, qPrintable(QString::number(compared)));
    QVERIFY(shown >= 20);
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
