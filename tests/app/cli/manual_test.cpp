// The manual page and the shells' completions know every command and every option that --help names.
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <QTest>

#include "tests/support/app/cli_runner.h"

using namespace eddy::test;

class ManualTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { collect({}); }

  void everything_is_described_data() {
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"man", "bash", "zsh", "fish"}) QTest::newRow(kind) << kind;
  }
  void everything_is_described() {
    QFETCH(QString, kind);
    const auto printed = run_cli({"manual", kind});
    QCOMPARE(printed.status, 0);
    QString text = QString::fromUtf8(printed.out);
    text.replace("\\-", "-");  // roff's hyphen
    QVERIFY(commands_.size() > 8 && options_.size() > 30);
    for (const QString& command : std::as_const(commands_)) QVERIFY2(text.contains(command), qPrintable(command));
    for (const QString& option : std::as_const(options_)) {
      const QString word = kind == "fish" ? " -l " + option.mid(2) + " " : option;
      QVERIFY2(text.contains(word), qPrintable(option));
    }
  }

  void shells_can_read_their_completions_data() {
    QTest::addColumn<QString>("shell");
    for (const char* shell : {"bash", "zsh", "fish"}) {
      if (!QStandardPaths::findExecutable(shell).isEmpty()) QTest::newRow(shell) << shell;
    }
  }
  void shells_can_read_their_completions() {
    QFETCH(QString, shell);
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(run_cli({"manual", shell}).out);
    file.close();
    QProcess process;
    process.start(shell, {"-n", file.fileName()});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QCOMPARE(process.exitCode(), 0);
  }

  void bash_completes_commands_options_and_values_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("offered");
    QTest::newRow("a command") << QStringList{"eddy-cli", "gen"} << "generate";
    QTest::newRow("an option") << QStringList{"eddy-cli", "generate", "--temp"} << "--temperature";
    QTest::newRow("a value") << QStringList{"eddy-cli", "generate", "--backend", "cu"} << "cuda";
    QTest::newRow("a subcommand") << QStringList{"eddy-cli", "chats", "exp"} << "export";
    QTest::newRow("its option") << QStringList{"eddy-cli", "chats", "export", "--form"} << "--format";
  }
  void bash_completes_commands_options_and_values() {
    QFETCH(QStringList, words);
    QFETCH(QString, offered);
    QProcess process;
    const QStringList script{"-c", "source /dev/stdin; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _eddy_cli; echo \"${COMPREPLY[@]}\"",
                             "bash"};
    process.start("bash", script + words);
    process.write(run_cli({"manual", "bash"}).out);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(QString::fromUtf8(process.readAllStandardOutput()).trimmed(), offered);
  }

  void unknown_kind_is_wrong_usage() { QCOMPARE(run_cli({"manual", "csh"}).status, 2); }

 private:
  void collect(const QStringList& path) {
    const QString help = QString::fromUtf8(run_cli(path + QStringList{"--help"}).out);
    static const QRegularExpression option("^  (?:-\\w,)?(--[a-z-]+)", QRegularExpression::MultilineOption);
    for (auto it = option.globalMatch(help); it.hasNext();) options_ += it.next().captured(1);
    static const QRegularExpression command("^  ([a-z]+) ", QRegularExpression::MultilineOption);
    const auto below = help.indexOf("Subcommands:");
    if (below < 0) return;
    for (auto it = command.globalMatch(help.mid(below)); it.hasNext();) {
      const QString name = it.next().captured(1);
      commands_ += name;
      collect(path + QStringList{name});
    }
  }

  QStringList commands_;
  QStringList options_;
};

QTEST_GUILESS_MAIN(ManualTest)
#include "manual_test.moc"
