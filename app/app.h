// The one object QML starts from. GUI thread only.
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QString>

#include "app/chat/answer_announcer.h"
#include "app/chat/chat_pictures.h"
#include "app/chat/chat_view_model.h"
#include "app/chat/conversation_list_model.h"
#include "app/chat/private_chat.h"
#include "app/chat/transfer_view_model.h"
#include "app/chat/conversation_organizer.h"
#include "app/chat/sidebar_model.h"
#include "app/desktop/notices.h"
#include "app/devices/devices_view_model.h"
#include "app/documents/documents_view_model.h"
#include "app/models/model_shelf.h"
#include "app/chat/token_chances_log.h"
#include "app/models/models_view_model.h"
#include "app/notebook/notebook.h"
#include "app/presets/chat_style.h"
#include "app/search/find_in_chat.h"
#include "app/search/palette_model.h"
#include "app/search/search_view_model.h"
#include "app/settings/settings.h"
#include "app/settings/shortcuts.h"
#include "app/settings/vault_view_model.h"
#include "app/settings/welcome.h"
#include "app/states/parallel_answers.h"
#include "app/states/state_library_view_model.h"
#include "app/states/time_travel.h"
#include "app/updates/updates_view_model.h"
#include "app/translations.h"
#include "app/settings/states_view_model.h"

namespace eddy {

/// Made by the composition, which must outlive the QML engine; QML gets it through create().
class App : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(eddy::ConversationListModel* conversations READ conversations CONSTANT)
  Q_PROPERTY(eddy::ChatViewModel* chat READ chat CONSTANT)
  Q_PROPERTY(eddy::ChatPictures* pictures READ pictures CONSTANT)
  Q_PROPERTY(eddy::PrivateChat* privateChat READ privateChat CONSTANT)
  Q_PROPERTY(eddy::TransferViewModel* transfer READ transfer CONSTANT)
  Q_PROPERTY(eddy::ModelsViewModel* models READ models CONSTANT)
  Q_PROPERTY(eddy::ModelShelf* shelf READ shelf CONSTANT)
  Q_PROPERTY(eddy::DevicesViewModel* devices READ devices CONSTANT)
  Q_PROPERTY(eddy::Notices* notices READ notices CONSTANT)
  Q_PROPERTY(eddy::AnswerAnnouncer* announcer READ announcer CONSTANT)
  Q_PROPERTY(eddy::Shortcuts* shortcuts READ shortcuts CONSTANT)
  Q_PROPERTY(eddy::DocumentsViewModel* documents READ documents CONSTANT)
  Q_PROPERTY(eddy::Settings* settings READ settings CONSTANT)
  Q_PROPERTY(eddy::PresetLibrary* presets READ presets CONSTANT)
  Q_PROPERTY(eddy::PersonaLibrary* personas READ personas CONSTANT)
  Q_PROPERTY(eddy::TokenChancesLog* chances READ chances CONSTANT)
  Q_PROPERTY(eddy::Notebook* notebook READ notebook CONSTANT)
  Q_PROPERTY(eddy::Welcome* welcome READ welcome CONSTANT)
  Q_PROPERTY(eddy::ChatStyle* style READ style CONSTANT)
  Q_PROPERTY(eddy::UpdatesViewModel* updates READ updates CONSTANT)
  Q_PROPERTY(eddy::ParallelAnswers* answers READ answers CONSTANT)
  Q_PROPERTY(eddy::StateLibraryViewModel* library READ library CONSTANT)
  Q_PROPERTY(eddy::TimeTravel* travel READ travel CONSTANT)
  Q_PROPERTY(eddy::StatesViewModel* states READ states CONSTANT)
  Q_PROPERTY(eddy::VaultViewModel* vault READ vault CONSTANT)
  Q_PROPERTY(eddy::SidebarModel* sidebar READ sidebar CONSTANT)
  Q_PROPERTY(eddy::ConversationOrganizer* organizer READ organizer CONSTANT)
  Q_PROPERTY(eddy::SearchViewModel* search READ search CONSTANT)
  Q_PROPERTY(eddy::FindInChat* find READ find CONSTANT)
  Q_PROPERTY(eddy::PaletteModel* palette READ palette CONSTANT)
  Q_PROPERTY(eddy::Translations* translations READ translations CONSTANT)
  Q_PROPERTY(QString version READ version CONSTANT)
  Q_PROPERTY(QString startupError READ startupError CONSTANT)
  Q_PROPERTY(QString startupErrorDetail READ startupErrorDetail CONSTANT)

 public:
  struct Parts {
    ConversationListModel* conversations = nullptr;
    ChatViewModel* chat = nullptr;
    ChatPictures* pictures = nullptr;
    PrivateChat* privateChat = nullptr;
    TransferViewModel* transfer = nullptr;
    ModelsViewModel* models = nullptr;
    ModelShelf* shelf = nullptr;
    DevicesViewModel* devices = nullptr;
    Notices* notices = nullptr;
    AnswerAnnouncer* announcer = nullptr;
    Shortcuts* shortcuts = nullptr;
    DocumentsViewModel* documents = nullptr;
    Settings* settings = nullptr;
    PresetLibrary* presets = nullptr;
    PersonaLibrary* personas = nullptr;
    TokenChancesLog* chances = nullptr;
    Notebook* notebook = nullptr;
    Welcome* welcome = nullptr;
    ChatStyle* style = nullptr;
    UpdatesViewModel* updates = nullptr;
    ParallelAnswers* answers = nullptr;
    StateLibraryViewModel* library = nullptr;
    TimeTravel* travel = nullptr;
    StatesViewModel* states = nullptr;
    VaultViewModel* vault = nullptr;
    SidebarModel* sidebar = nullptr;
    ConversationOrganizer* organizer = nullptr;
    SearchViewModel* search = nullptr;
    FindInChat* find = nullptr;
    PaletteModel* palette = nullptr;
    QString startupError;        ///< "" when all is well
    QString startupErrorDetail;
  };
  explicit App(Parts parts, QObject* parent = nullptr);
  ~App() override;
  static App* create(QQmlEngine* engine, QJSEngine*);

  ConversationListModel* conversations() const { return m_parts.conversations; }
  ChatViewModel* chat() const { return m_parts.chat; }
  ChatPictures* pictures() const { return m_parts.pictures; }
  PrivateChat* privateChat() const { return m_parts.privateChat; }
  TransferViewModel* transfer() const { return m_parts.transfer; }
  ModelsViewModel* models() const { return m_parts.models; }
  ModelShelf* shelf() const { return m_parts.shelf; }
  DevicesViewModel* devices() const { return m_parts.devices; }
  Notices* notices() const { return m_parts.notices; }
  AnswerAnnouncer* announcer() const { return m_parts.announcer; }
  Shortcuts* shortcuts() const { return m_parts.shortcuts; }
  DocumentsViewModel* documents() const { return m_parts.documents; }
  Settings* settings() const { return m_parts.settings; }
  PresetLibrary* presets() const { return m_parts.presets; }
  PersonaLibrary* personas() const { return m_parts.personas; }
  TokenChancesLog* chances() const { return m_parts.chances; }
  Notebook* notebook() const { return m_parts.notebook; }
  Welcome* welcome() const { return m_parts.welcome; }
  ChatStyle* style() const { return m_parts.style; }
  UpdatesViewModel* updates() const { return m_parts.updates; }
  ParallelAnswers* answers() const { return m_parts.answers; }
  StateLibraryViewModel* library() const { return m_parts.library; }
  TimeTravel* travel() const { return m_parts.travel; }
  StatesViewModel* states() const { return m_parts.states; }
  VaultViewModel* vault() const { return m_parts.vault; }
  SidebarModel* sidebar() const { return m_parts.sidebar; }
  ConversationOrganizer* organizer() const { return m_parts.organizer; }
  SearchViewModel* search() const { return m_parts.search; }
  FindInChat* find() const { return m_parts.find; }
  PaletteModel* palette() const { return m_parts.palette; }
  Translations* translations() { return &m_translations; }
  QString version() const;
  QString startupError() const { return m_parts.startupError; }
  QString startupErrorDetail() const { return m_parts.startupErrorDetail; }

 signals:
  /// A second start of the program asks for this window.
  void raiseRequested();

 private:
  Parts m_parts;
  Translations m_translations;
};

}  // namespace eddy
