// The system asks the program to end: a session closes, a service manager stops it, somebody presses Ctrl-C.
#pragma once

#include <QObject>
#include <memory>

class QSocketNotifier;

namespace eddy {

/// Turns SIGTERM, SIGINT and SIGHUP into a signal on the GUI thread, so that the program ends as by its menu and saves what
/// there is. A second one ends it at once. One per process; elsewhere than on Unix it does nothing.
class QuitSignals : public QObject {
  Q_OBJECT

 public:
  explicit QuitSignals(QObject* parent = nullptr);
  ~QuitSignals() override;

 signals:
  void asked();

 private:
  std::unique_ptr<QSocketNotifier> m_notifier;
};

}  // namespace eddy
