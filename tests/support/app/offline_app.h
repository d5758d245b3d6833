// The whole application without a window, on the fake engine and real storage in a folder that is deleted at the end.
#pragma once

#include <QTemporaryDir>
#include <memory>

#include "app/composition.h"
#include "tests/support/app/fake_engine.h"

namespace eddy {

/// One at a time in a process (App is a singleton for QML). GUI thread, needs a QGuiApplication.
class OfflineApp {
 public:
  struct Options {
    bool sampleChats = false;
    QString starter;      ///< a real model: then the real engine runs it
    QString model;        ///< instead of the fake starter: see fake::make_engine() for names that fail
    int loadMsPerStep = 0;
    int tokenUs = 0;      ///< per byte of an answer
    int prefillMsPerChunk = 0;
    bool welcome = false; ///< as at a first start
    bool notices = false; ///< the desktop is spoken to, and there is a tray icon
    QString folder = {};  ///< that is there already, instead of one made for this
  };
  OfflineApp() : OfflineApp(Options{}) {}
  /// Starts and waits until the data folder is open.
  explicit OfflineApp(Options options);
  ~OfflineApp();

  App& app() { return *m_composition->app(); }
  Composition& composition() { return *m_composition; }
  ChatViewModel& chat() { return m_composition->chat(); }
  MessageListModel& messages() { return *m_composition->chat().messages(); }
  ConversationListModel& conversations() { return m_composition->conversations(); }
  ModelsViewModel& models() { return m_composition->models(); }
  Settings& settings() { return m_composition->settings(); }
  fake::Script& script() { return *m_script; }
  std::filesystem::path folder() const;

  /// Spins the event loop until one can send. False after a minute.
  bool waitReady();
  /// Sends and waits until the answer has ended.
  bool ask(const QString& question);
  bool waitIdle();

  /// Ends the application as at quitting; between stop() and start() the folder may be changed.
  void stop();
  void start();
  void restart() { stop(), start(); }

 private:
  Options m_options;
  QTemporaryDir m_folder;
  std::shared_ptr<fake::Script> m_script = std::make_shared<fake::Script>();
  std::unique_ptr<Composition> m_composition;
};

}  // namespace eddy
