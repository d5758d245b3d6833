// Runs eddy-cli and says what it did.
#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

namespace eddy::test {

struct CliResult {
  int status = -1;  ///< exit status, -2 when it crashed or hung
  QByteArray out;
  QByteArray err;

  /// One line on stderr, as every failure must give.
  bool says_one_line() const { return err.endsWith('\n') && err.count('\n') == 1; }
};

inline QProcessEnvironment cli_environment(const QString& starter = {}) {
  auto environment = QProcessEnvironment::systemEnvironment();
  environment.remove("EDDY_DATA_DIR");
  environment.remove("EDDY_STARTER");
  if (!starter.isEmpty()) environment.insert("EDDY_STARTER", starter);
  return environment;
}

inline CliResult run_cli(const QStringList& arguments, const QByteArray& input = {}, const QString& starter = {}) {
  QProcess process;
  process.setProcessEnvironment(cli_environment(starter));
  process.start(EDDY_CLI, arguments);
  process.write(input);
  process.closeWriteChannel();
  CliResult result;
  if (process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit) {
    result.status = process.exitCode();
  } else {
    process.kill();
    process.waitForFinished();
    result.status = -2;
  }
  result.out = process.readAllStandardOutput();
  result.err = process.readAllStandardError();
  return result;
}

}  // namespace eddy::test
