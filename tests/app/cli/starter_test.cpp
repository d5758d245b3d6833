// The model that ships with Eddy, through the program.
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/app/cli_runner.h"

using namespace eddy::test;

class StarterTest : public QObject {
  Q_OBJECT

 private slots:
  void it_is_there_without_being_named() {
    const auto info = QJsonDocument::fromJson(run_cli({"inspect", "--json"}).out).object();
    QVERIFY2(info["runnable"].toBool(), "resources/starter cannot run");
    QVERIFY(info["path"].toString().contains("starter"));
    QVERIFY(!info["tokenizer"].toString().isEmpty());
    QVERIFY(info["chat_format"].toString() != "none");
    QVERIFY(info["file_bytes"].toInteger() <= 30'000'000);
  }

  void it_answers_and_stops_by_itself() {
    const auto result =
        run_cli({"generate", "--chat", "--prompt", "Hello", "--temperature", "0", "--max-tokens", "200"});
    QCOMPARE(result.status, 0);
    QVERIFY2(!result.out.isEmpty() && result.out[0] != ' ' && !result.out.contains("User:"), result.out);
    QVERIFY2(!result.err.contains("token limit"), result.err);
  }

  void it_remembers_over_a_saved_state() {
    const QString state = dir_.filePath("anna");
    const QStringList greedy{"--temperature", "0", "--chat"};
    QCOMPARE(run_cli(QStringList{"generate", "--prompt", "My name is Anna.", "--state-out", state} + greedy).status, 0);
    const auto answer = run_cli(QStringList{"generate", "--prompt", "What is my name?", "--state-in", state} + greedy);
    QVERIFY2(answer.out.contains("Anna"), answer.out);
  }

  void cut_runs_print_the_same() {
    const QStringList run{"generate", "--prompt", "The library reads a file and", "--temperature", "0.9",
                          "--seed",   "11"};
    const auto whole = run_cli(run + QStringList{"--max-tokens", "40"});
    const QString state = dir_.filePath("cut");
    const auto first = run_cli(run + QStringList{"--max-tokens", "17", "--state-out", state});
    const auto second = run_cli({"generate", "--state-in", state, "--max-tokens", "23"});
    QCOMPARE(first.out + second.out, whole.out);
  }

 private:
  QTemporaryDir dir_;
};

QTEST_GUILESS_MAIN(StarterTest)
#include "starter_test.moc"
