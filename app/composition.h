// Builds the object tree once, opens the data folder and hands everything to QML. GUI thread only.
#pragma once

#include <QObject>
#include <QString>
#include <filesystem>
#include <functional>
#include <memory>

#include "app/app.h"
#include "app/inference/inference_service.h"
#include "app/storage/storage_service.h"

namespace eddy {

class Composition : public QObject {
  Q_OBJECT

 public:
  struct Options {
    std::filesystem::path dataFolder;
    QString model;              ///< to load instead of the one used last; may be empty
    QString starter;            ///< the shipped model; empty when there is none
    InferencePorts ports;       ///< the engine
    VaultCost vaultCost;        ///< of a guess at a new passphrase
    bool notices = false;       ///< the desktop may be spoken to: a tray icon, notices
    bool welcome = true;        ///< at the very first start
  };
  explicit Composition(Options options);
  ~Composition() override;

  /// Opens the data folder, then makes app() and calls `ready`; a folder that cannot be used is app()'s startupError.
  void start(std::function<void()> ready);
  /// Stops what runs, waits at most a second for it, and saves everything. Call it when the event loop has ended.
  void shutdown();

  App* app() const { return m_app.get(); }
  ConversationListModel& conversations() { return m_conversations; }
  ChatViewModel& chat() { return m_chat; }
  ChatPictures& pictures() { return m_pictures; }
  ModelsViewModel& models() { return m_models; }
  ModelShelf& shelf() { return m_shelf; }
  DevicesViewModel& devices() { return m_devices; }
  Notices& notices() { return m_notices; }
  AnswerAnnouncer& announcer() { return m_announcer; }
  Shortcuts& shortcuts() { return m_shortcuts; }
  DocumentsViewModel& documents() { return m_documents; }
  PresetLibrary& presets() { return m_presets; }
  PersonaLibrary& personas() { return m_personas; }
  Notebook& notebook() { return m_notebook; }
  TokenChancesLog& chances() { return m_chances; }
  Welcome& welcome() { return m_welcome; }
  ChatStyle& style() { return m_style; }
  UpdatesViewModel& updates() { return m_updates; }
  ParallelAnswers& answers() { return m_answers; }
  StateLibraryViewModel& library() { return m_library; }
  TimeTravel& travel() { return m_travel; }
  Settings& settings() { return m_settings; }
  SidebarModel& sidebar() { return m_sidebar; }
  ConversationOrganizer& organizer() { return m_organizer; }
  SearchViewModel& search() { return m_search; }
  FindInChat& find() { return m_find; }
  PaletteModel& palette() { return m_palette; }
  StatesViewModel& states() { return m_states; }
  VaultViewModel& vault() { return m_vault; }
  PrivateChat& privateChat() { return m_privateChat; }
  TransferViewModel& transfer() { return m_transfer; }
  StorageService& storage() { return *m_storage; }

 private:
  void connectParts();
  void showFound(qint64 conversation, qint64 message, const QString& words);
  void opened(const Result<std::optional<Error>>& opened, const std::function<void()>& ready);
  void unlocked();
  UpdatesViewModel::Services updateServices();
  void startParts(const std::map<std::string, std::string>& stored);
  void makeApp(const std::optional<Error>& error);

  Options m_options;
  std::unique_ptr<StorageService> m_storage;
  std::unique_ptr<InferenceService> m_inference;
  Settings m_settings;
  StatesViewModel m_states;
  VaultViewModel m_vault;
  ModelsViewModel m_models;
  ModelShelf m_shelf;
  UpdatesViewModel m_updates;
  ConversationListModel m_conversations;
  ChatViewModel m_chat;
  ChatPictures m_pictures;
  PresetLibrary m_presets;
  PersonaLibrary m_personas;
  ChatStyle m_style;
  Welcome m_welcome;
  TokenChancesLog m_chances;
  Notebook m_notebook;
  ParallelAnswers m_answers;
  StateLibraryViewModel m_library;
  TimeTravel m_travel;
  DocumentsViewModel m_documents;
  DevicesViewModel m_devices;
  Notices m_notices;
  AnswerAnnouncer m_announcer;
  Shortcuts m_shortcuts;
  PrivateChat m_privateChat;
  TransferViewModel m_transfer;
  SidebarModel m_sidebar;
  ConversationOrganizer m_organizer;
  SearchViewModel m_search;
  FindInChat m_find;
  PaletteModel m_palette;
  std::unique_ptr<App> m_app;
  bool m_open = false;
};

}  // namespace eddy
