// Wrong usage: exit status 2, naming the option. Wrong files: exit status 1, one line on stderr.
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/app/cli_runner.h"
#include "tests/support/engine/tiny_rwkv7.h"

using namespace eddy::test;

class UsageTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    write_tiny_model(path("tiny").toStdString());
    QVERIFY(QDir(dir_.path()).mkdir("bare"));
    write_tiny_rwkv7(path("bare/model.safetensors").toStdString());
  }

  void help_is_everywhere_data() {
    QTest::addColumn<QStringList>("command");
    QTest::newRow("program") << QStringList{};
    for (const char* name : {"generate", "logits", "tokenize", "inspect", "bench", "devices", "chats", "quantize"}) {
      QTest::newRow(name) << QStringList{name};
    }
    QTest::newRow("chats list") << QStringList{"chats", "list"};
    QTest::newRow("chats export") << QStringList{"chats", "export"};
  }

  void help_is_everywhere() {
    QFETCH(QStringList, command);
    const auto result = run_cli(command + QStringList{"--help"});
    QCOMPARE(result.status, 0);
    QVERIFY(result.out.contains("--help"));
    QVERIFY(result.err.isEmpty());
  }

  void the_version_is_printed() {
    const auto result = run_cli({"--version"});
    QCOMPARE(result.status, 0);
    QVERIFY(result.out.startsWith("eddy-cli "));
  }

  void wrong_usage_is_named_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* name, QStringList arguments, const char* named) {
      QTest::newRow(name) << arguments << QString(named);
    };
    row("nothing", {}, "command");
    row("unknown command", {"fly"}, "fly");
    row("unknown option", {"generate", "--foo", "1"}, "--foo");
    row("unknown option of the program", {"--foo"}, "--foo");
    row("extra word", {"devices", "all"}, "all");
    row("missing value", {"generate", "--max-tokens"}, "--max-tokens");
    row("no number", {"generate", "--max-tokens", "many"}, "--max-tokens");
    row("no device", {"generate", "--devices", "cpu,gpux"}, "gpux");
    row("half a number", {"generate", "--max-tokens", "12x"}, "--max-tokens");
    row("negative number", {"generate", "--max-tokens", "-1"}, "--max-tokens");
    row("number too large", {"generate", "--max-tokens", "99999999999"}, "--max-tokens");
    row("temperature", {"generate", "--temperature", "hot"}, "--temperature");
    row("temperature below 0", {"generate", "--temperature", "-0.1"}, "--temperature");
    row("temperature NaN", {"generate", "--temperature", "nan"}, "--temperature");
    row("top-k", {"generate", "--top-k", "1.5"}, "--top-k");
    row("top-p", {"generate", "--top-p", "1.1"}, "--top-p");
    row("min-p", {"generate", "--min-p", "2"}, "--min-p");
    row("presence", {"generate", "--presence-penalty", "x"}, "--presence-penalty");
    row("frequency", {"generate", "--frequency-penalty", "1e9"}, "--frequency-penalty");
    row("decay", {"generate", "--penalty-decay", "2"}, "--penalty-decay");
    row("repetition", {"generate", "--repetition-penalty", "0"}, "--repetition-penalty");
    row("seed", {"generate", "--seed", "-5"}, "--seed");
    row("empty stop", {"generate", "--stop", ""}, "--stop");
    row("backend", {"generate", "--backend", "abacus"}, "--backend");
    row("device", {"generate", "--device", "-1"}, "--device");
    row("threads", {"generate", "--threads", "two"}, "--threads");
    row("two prompts", {"generate", "--prompt", "a", "--prompt-file", "b"}, "--prompt");
    row("system without chat", {"generate", "--prompt", "a", "--system", "b"}, "--chat");
    row("no ids", {"logits", "--output", "x"}, "--ids");
    row("ids twice", {"logits", "--output", "x", "--ids", "1", "--ids-file", "y"}, "--ids");
    row("ids with words", {"logits", "--output", "x", "--ids", "1 two"}, "--ids");
    row("no ids in ids", {"logits", "--output", "x", "--ids", " "}, "--ids");
    row("no output", {"logits", "--ids", "1"}, "--output");
    row("chunk", {"logits", "--ids", "1", "--output", "x", "--chunk", "-1"}, "--chunk");
    row("tokenizer and model", {"tokenize", "--model", "a", "--tokenizer", "b"}, "--tokenizer");
    row("bench counts", {"bench", "--prefill", "0"}, "--prefill");
    row("chats without a verb", {"chats"}, "subcommand");
    row("chat without a number", {"chats", "show"}, "id");
    row("chat number", {"chats", "show", "first"}, "id");
    row("export format", {"chats", "export", "1", "--format", "pdf"}, "--format");
    row("quantize without files", {"quantize", "--format", "Q8_0"}, "in");
    row("quantize without a format", {"quantize", "a", "b"}, "--format");
    row("weight format", {"quantize", "a", "b", "--format", "Q99"}, "--format");
  }

  void wrong_usage_is_named() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const auto result = run_cli(arguments);
    QCOMPARE(result.status, 2);
    QVERIFY(result.out.isEmpty());
    QVERIFY2(result.says_one_line(), result.err);
    QVERIFY2(result.err.contains(named.toUtf8()), result.err);
  }

  void failures_say_one_line_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* name, QStringList arguments, QString named) {
      QTest::newRow(name) << arguments << named;
    };
    const auto tiny = path("tiny");
    row("no model", {"generate", "--model", path("none"), "--prompt", "a"}, "none");
    row("no CUDA", {"generate", "--model", tiny, "--prompt", "a", "--backend", "cuda"}, "CUDA");
    row("no Vulkan", {"generate", "--model", tiny, "--prompt", "a", "--backend", "vulkan", "--device", "99"}, "vulkan");
    row("no such device", {"generate", "--model", tiny, "--prompt", "a", "--device", "7"}, "device 7");
    row("more layers than there are", {"generate", "--model", tiny, "--prompt", "a", "--devices", "cpu=7"}, "7 layers");
    row("no room", {"inspect", tiny, "--devices", "cpu=1kB"}, "has room for 0");
    row("a list and a backend", {"generate", "--model", tiny, "--prompt", "a", "--backend", "cpu", "--devices", "cpu"},
        "both");
    row("empty prompt", {"generate", "--model", tiny, "--prompt", ""}, "prompt");
    row("no prompt file", {"generate", "--model", tiny, "--prompt-file", path("none.txt")}, "none.txt");
    row("no tokenizer", {"generate", "--model", path("bare"), "--prompt", "a"}, "tokenizer.json");
    row("no state", {"generate", "--model", tiny, "--state-in", path("none.state")}, "none.state");
    row("state in no folder", {"generate", "--model", tiny, "--prompt", "a", "--state-out", path("none/a.state")},
        "none");
    row("state over a folder", {"generate", "--model", tiny, "--prompt", "a", "--state-out", tiny}, "tiny");
    row("token outside", {"logits", "--model", tiny, "--ids", "1 999", "--output", path("x")}, "999");
    row("no ids file", {"logits", "--model", tiny, "--ids-file", path("none.ids"), "--output", path("x")}, "none.ids");
    row("logits in no folder", {"logits", "--model", tiny, "--ids", "1", "--output", path("none/x")}, "none");
    row("tokenize without tokenizer", {"tokenize", "--model", path("bare")}, "tokenizer.json");
    row("no tokenizer file", {"tokenize", "--tokenizer", path("none.json")}, "none.json");
    row("inspect nothing", {"inspect", path("none")}, "none");
    row("bench nothing", {"bench", "--model", path("none")}, "none");
    row("no chats", {"chats", "list", "--data-dir", path("none")}, "none");
    row("quantize nothing", {"quantize", path("none"), path("x.gguf"), "--format", "Q8_0"}, "none");
  }

  void failures_say_one_line() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const auto result = run_cli(arguments);
    QCOMPARE(result.status, 1);
    QVERIFY2(result.says_one_line(), result.err);
    QVERIFY2(result.err.contains(named.toUtf8()), result.err);
  }

  void damaged_states_are_refused() {
    const QString state = path("good.state");
    QCOMPARE(run_cli({"generate", "--model", path("tiny"), "--prompt", "a", "--max-tokens", "3", "--state-out", state})
                 .status,
             0);
    QFile file(state);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    for (int at : {0, 9, 100, static_cast<int>(bytes.size()) - 1}) {
      QByteArray changed = bytes;
      changed[at] = static_cast<char>(changed[at] ^ 4);
      QFile bad(path("bad.state"));
      QVERIFY(bad.open(QIODevice::WriteOnly));
      bad.write(changed);
      bad.close();
      const auto result = run_cli({"generate", "--model", path("tiny"), "--state-in", path("bad.state")});
      QCOMPARE(result.status, 1);
      QVERIFY2(result.says_one_line() && result.err.contains("bad.state"), result.err);
    }
  }

  void states_of_other_models_are_refused() {
    write_tiny_model(path("other").toStdString(), {.seed = 2});
    const QString state = path("tiny.state");
    QCOMPARE(run_cli({"generate", "--model", path("tiny"), "--prompt", "a", "--max-tokens", "3", "--state-out", state})
                 .status,
             0);
    const auto result = run_cli({"generate", "--model", path("other"), "--state-in", state});
    QCOMPARE(result.status, 1);
    QVERIFY2(result.says_one_line() && result.err.contains("another model"), result.err);
  }

  void the_shipped_model_may_be_named_by_the_environment() {
    QCOMPARE(run_cli({"inspect"}, {}, path("tiny")).status, 0);
    QVERIFY(run_cli({"inspect"}, {}, path("tiny")).out.contains("rwkv7"));
    const auto missing = run_cli({"inspect"}, {}, path("none"));
    QCOMPARE(missing.status, 1);
    QVERIFY(missing.says_one_line() && missing.err.contains("none"));
  }

 private:
  QString path(const QString& name) const { return dir_.filePath(name); }
  QTemporaryDir dir_;
};

QTEST_GUILESS_MAIN(UsageTest)
#include "usage_test.moc"
