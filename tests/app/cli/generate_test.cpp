// eddy-cli generate on a tiny model: streaming, stops, and runs cut in two.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

#include "tests/support/app/cli_runner.h"
#include "tests/support/engine/tiny_rwkv7.h"

using namespace eddy::test;

namespace {

QList<QByteArray> seeds_in(const QByteArray& figures) {
  QList<QByteArray> seeds;
  for (const auto& line : figures.split('\n')) {
    if (line.startsWith("--- ")) seeds.append(line.mid(line.lastIndexOf(' ') + 1));
  }
  return seeds;
}

}  // namespace

class GenerateTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    write_tiny_model(path("tiny").toStdString());
    write_tiny_model(path("endless").toStdString(), {.ends = false});
  }

  void the_prompt_comes_from_three_places() {
    QFile file(path("prompt.txt"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Hello");
    file.close();
    const auto expected = generate({"--prompt", "Hello"}).out;
    QVERIFY(!expected.isEmpty());
    QCOMPARE(generate({}, "Hello").out, expected);
    QCOMPARE(generate({"--prompt-file", path("prompt.txt")}).out, expected);
    QCOMPARE(generate({"--prompt-file", "-"}, "Hello").out, expected);
  }

  void figures_go_to_stderr() {
    const auto result = generate({"--prompt", "Hello", "--max-tokens", "5"});
    QCOMPARE(result.status, 0);
    QVERIFY(result.err.contains("prompt: 5 tokens") && result.err.contains("generated: 5 tokens") &&
            result.err.contains("tokens/s"));
    QVERIFY(!result.out.contains("tokens/s"));
  }

  void the_same_seed_gives_the_same_text() {
    const QStringList options{"--prompt", "Hello", "--temperature", "1.5", "--top-p", "1"};
    const auto five = generate(options + QStringList{"--seed", "5"}).out;
    QCOMPARE(generate(options + QStringList{"--seed", "5"}).out, five);
    QVERIFY(generate(options + QStringList{"--seed", "6"}).out != five);
    QVERIFY(generate(options).out != generate(options).out);
  }

  void several_answers_are_each_what_their_seed_gives_alone() {
    const QStringList options{"--prompt", "Hello", "--temperature", "1.3", "--max-tokens", "25"};
    const auto three = generate(options + QStringList{"--seed", "5", "--answers", "3"});
    QCOMPARE(three.status, 0);
    const auto seeds = seeds_in(three.err);
    QCOMPARE(seeds.size(), 3);
    QCOMPARE(seeds[0], QByteArray("5"));
    QByteArray expected;
    for (int i = 0; i < 3; ++i) {
      const auto alone = generate(options + QStringList{"--seed", QString::fromLatin1(seeds[i])}).out;
      expected += "--- answer " + QByteArray::number(i + 1) + "\n" + alone + "\n\n";
    }
    QCOMPARE(three.out, expected);
  }

  void several_questions_are_answered_from_one_state() {
    const auto result = generate({"--prompt", "A text about pears. ", "--question", "What colour? ", "--question", "Which taste? ",
                                  "--max-tokens", "12", "--temperature", "0"});
    QCOMPARE(result.status, 0);
    const auto alone = generate({"--prompt", "A text about pears. Which taste? ", "--max-tokens", "12", "--temperature", "0"});
    QVERIFY(result.out.startsWith("--- What colour? \n"));
    QVERIFY(result.out.endsWith("--- Which taste? \n" + alone.out + "\n\n"));
  }

  void a_state_that_was_not_tuned_for_the_model_is_refused() {
    const auto refused = generate({"--prompt", "x", "--initial-state", path("tiny/model.safetensors")});
    QCOMPARE(refused.status, 1);
    QVERIFY(refused.says_one_line() && refused.err.contains("no tuned state"));
  }

  void text_ends_before_the_first_stop_string() {
    const auto whole = generate({"--prompt", "Hello", "--max-tokens", "60"}).out;
    const QByteArray stop = ascii_pair(whole);
    QVERIFY(!stop.isEmpty());
    const auto cut = generate({"--prompt", "Hello", "--max-tokens", "60", "--stop", "never in there", "--stop", stop});
    QCOMPARE(cut.out, whole.left(whole.indexOf(stop)));
    QVERIFY(cut.err.contains("ended by stop string"));
  }

  void cut_runs_print_the_same_data() {
    QTest::addColumn<QStringList>("options");
    QTest::newRow("greedy") << QStringList{"--temperature", "0"};
    QTest::newRow("random") << QStringList{"--temperature", "1.2", "--top-k", "60", "--min-p", "0.01", "--seed", "3"};
    QTest::newRow("fresh seed given once")
        << QStringList{"--temperature", "0.9", "--seed", "77", "--repetition-penalty", "1.3"};
    QTest::newRow("penalties") << QStringList{
        "--presence-penalty", "0.5", "--frequency-penalty", "0.4", "--penalty-decay", "0.99", "--seed", "4"};
    QTest::newRow("chat") << QStringList{"--chat", "--system", "Be brief.", "--temperature", "0.7", "--seed", "8"};
  }

  void cut_runs_print_the_same() {
    QFETCH(QStringList, options);
    options += {"--prompt", "Once upon a time"};
    const auto whole =
        generate(options + QStringList{"--max-tokens", "40", "--stop", "zz", "--state-out", path("whole")});
    QCOMPARE(whole.status, 0);
    for (int cut : {1, 2, 13, 39}) {
      const auto first = generate(
          options + QStringList{"--max-tokens", QString::number(cut), "--stop", "zz", "--state-out", path("cut")});
      QCOMPARE(first.status, 0);
      const auto second =
          continued({"--state-in", path("cut"), "--max-tokens", QString::number(40 - cut), "--state-out", path("cut")});
      QCOMPARE(second.status, 0);
      QCOMPARE(first.out + second.out, whole.out);
    }
  }

  void a_cut_inside_a_stop_string_is_not_seen() {
    const QStringList prompt{"--prompt", "Hello", "--temperature", "0"};
    const auto whole = generate(prompt + QStringList{"--max-tokens", "60"}).out;
    const QByteArray stop = ascii_pair(whole);
    const auto at = whole.indexOf(stop);
    bool held = false;
    for (int cut = 1; cut < 60; ++cut) {
      const auto first = generate(
          prompt + QStringList{"--max-tokens", QString::number(cut), "--stop", stop, "--state-out", path("cut")});
      const auto second = continued({"--state-in", path("cut"), "--max-tokens", QString::number(60 - cut)});
      QCOMPARE(first.out + second.out, whole.left(at));
      held = held || (first.out.size() == at && !first.err.contains("ended by stop string"));
      if (first.err.contains("ended by stop string")) break;
    }
    QVERIFY(held);
  }

  void an_ended_run_says_nothing_more_until_asked() {
    const QStringList prompt{"--prompt", "Hello", "--temperature", "0"};
    const QByteArray stop = ascii_pair(generate(prompt + QStringList{"--max-tokens", "60"}).out);
    QCOMPARE(generate(prompt + QStringList{"--stop", stop, "--max-tokens", "60", "--state-out", path("ended")}).status,
             0);
    const auto rest = continued({"--state-in", path("ended")});
    QCOMPARE(rest.status, 0);
    QVERIFY(rest.out.isEmpty() && rest.err.contains("come to its end"));
    QVERIFY(!continued({"--state-in", path("ended"), "--temperature", "0.5", "--max-tokens", "30"}).out.isEmpty());
    QVERIFY(!continued({"--state-in", path("ended"), "--prompt", " And then?", "--stop", "zzz", "--max-tokens", "30"})
                 .out.isEmpty());
  }

  void a_state_takes_a_new_prompt() {
    QCOMPARE(generate({"--prompt", "abc", "--max-tokens", "0", "--state-out", path("abc")}).status, 0);
    const auto joined = generate({"--prompt", "abcdef", "--temperature", "0"});
    const auto parted =
        continued({"--state-in", path("abc"), "--prompt", "def", "--temperature", "0", "--max-tokens", "20"});
    QCOMPARE(parted.out, joined.out);
  }

  void text_streams_and_an_interrupt_keeps_what_is_there() {
    QProcess process;
    process.setProcessEnvironment(cli_environment());
    process.start(EDDY_CLI, {"generate", "--model", path("endless"), "--prompt", "Hello", "--max-tokens", "100000000",
                             "--temperature", "0", "--state-out", path("stopped")});
    process.closeWriteChannel();
    QByteArray out;
    while (out.size() < 200) {
      QVERIFY(process.waitForReadyRead(30000));
      out += process.readAllStandardOutput();
    }
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    out += process.readAllStandardOutput();
    QVERIFY(process.readAllStandardError().contains("ended by interrupted"));
    const auto more =
        run_cli({"generate", "--model", path("endless"), "--state-in", path("stopped"), "--max-tokens", "50"});
    QCOMPARE(more.status, 0);
    QVERIFY(!more.out.isEmpty());
  }

  void an_interrupt_before_the_answer_fails() {
    QProcess process;
    process.setProcessEnvironment(cli_environment());
    process.start(EDDY_CLI, {"generate", "--model", path("tiny"), "--state-out", path("never")});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(waits_for_input(process.processId()), 30000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("stopped"));
    QVERIFY(!QFile::exists(path("never")));
  }

  void a_reader_that_goes_away_is_no_failure() {
    QProcess piped;
    piped.setProcessEnvironment(cli_environment());
    const QString command =
        "{ '%1' generate --model '%2' --prompt Hello --max-tokens 100000000 --temperature 0; echo status $? >&2; }"
        " | head -c 100";
    piped.start("sh", {"-c", command.arg(QString(EDDY_CLI), path("endless"))});
    QVERIFY(piped.waitForFinished(60000));
    const auto said = piped.readAllStandardError();
    QVERIFY2(said.contains("status 0"), said);
  }

  void a_full_disk_is_a_failure() {
    if (!QFile::exists("/dev/full")) return;
    QProcess process;
    process.setProcessEnvironment(cli_environment());
    process.setStandardOutputFile("/dev/full");
    process.start(EDDY_CLI, {"generate", "--model", path("tiny"), "--prompt", "Hello", "--max-tokens", "1000"});
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("standard output"));
  }

 private:
  QString path(const QString& name) const { return dir_.filePath(name); }

  // It has taken over the interrupt signal (bit 1 of SigCgt) and sleeps.
  static bool waits_for_input(qint64 process) {
    QFile file(QString("/proc/%1/status").arg(process));
    if (!file.open(QIODevice::ReadOnly)) return false;
    const QByteArray status = file.readAll();
    const QByteArray caught = status.mid(status.indexOf("SigCgt:") + 7, 17).trimmed();
    return status.contains("State:\tS") && (caught.toULongLong(nullptr, 16) & 2) != 0;
  }

  // Greedy and short unless the options say otherwise; CLI options may not be given twice.
  CliResult generate(QStringList options, const QByteArray& input = {}) const {
    if (!options.contains("--max-tokens")) options += {"--max-tokens", "20"};
    const bool random = options.contains("--seed") || options.contains("--temperature");
    if (!random) options += {"--temperature", "0"};
    return run_cli(QStringList{"generate", "--model", path("tiny")} + options, input);
  }

  CliResult continued(const QStringList& options) const {
    return run_cli(QStringList{"generate", "--model", path("tiny")} + options);
  }

  // Two neighbouring printable characters of the text that do not stand at its beginning.
  static QByteArray ascii_pair(const QByteArray& text) {
    for (int i = 6; i + 1 < text.size(); ++i) {
      const bool plain = text[i] > 32 && text[i] < 127 && text[i + 1] > 32 && text[i + 1] < 127;
      if (plain && text.indexOf(text.mid(i, 2)) == i) return text.mid(i, 2);
    }
    return {};
  }

  QTemporaryDir dir_;
};

QTEST_GUILESS_MAIN(GenerateTest)
#include "generate_test.moc"
