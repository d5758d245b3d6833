#include "app/composition.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include "app/errors/error_text.h"
#include "app/updates/this_copy.h"

namespace eddy {
namespace {
constexpr int kPatience = 800;  // milliseconds for running turns to end by themselves
}

Composition::Composition(Options options)
    : m_options(std::move(options)),
      m_storage(std::make_unique<StorageService>()),
      m_inference(std::make_unique<InferenceService>(m_options.ports)),
      m_settings(*m_storage),
      m_states(*m_storage, m_settings),
      m_vault(*m_storage, [this] { return m_chat.turns().isIdle() && !m_documents.isImporting(); }),
      m_models(*m_inference, *m_storage, m_settings, m_options.starter),
      m_shelf({*m_inference, *m_storage, m_models, m_options.ports.make_engine, m_options.starter}),
      m_updates(updateServices(), publisherOfThisCopy(), installationOfThisCopy()),
      m_conversations(*m_storage),
      m_chat({*m_inference, *m_storage, m_settings, m_models}),
      m_pictures(*m_storage, m_chat),
      m_presets(*m_storage),
      m_personas(*m_storage),
      m_style({*m_inference, *m_storage, m_settings, m_chat, m_presets, m_personas}),
      m_welcome(*m_storage, m_chat),
      m_chances(*m_inference, m_chat.turns(), m_settings),
      m_notebook(*m_inference, *m_storage, m_settings),
      m_answers({*m_inference, *m_storage, m_settings, m_chat}),
      m_library({*m_inference, *m_storage, m_chat, m_options.ports.parse}),
      m_travel({*m_inference, *m_storage, m_chat}),
      m_documents({*m_inference, *m_storage, m_settings}),
      m_devices({*m_inference, *m_storage, m_settings, m_models, m_options.ports.make_engine}),
      m_notices({m_settings, m_chat, m_conversations, m_documents}),
      m_announcer(m_settings, m_chat),
      m_shortcuts(*m_storage),
      m_privateChat(*m_storage, m_chat, m_conversations),
      m_transfer({*m_inference, *m_storage, m_settings, m_models, m_options.ports.parse}),
      m_sidebar(m_conversations, *m_storage),
      m_organizer(m_conversations, *m_storage),
      m_search(*m_storage),
      m_find(*m_chat.messages()),
      m_palette(m_conversations) {
  connectParts();
}

/// The user's rules for the network hold for updates too; their host is let in because the user asked or allowed it.
UpdatesViewModel::Services Composition::updateServices() {
  const auto fetch = [this](const QUrl& url, qint64 most, auto done) {
    m_shelf.network()->allowHost(url.host());
    m_shelf.downloads()->fetch(url, most, &m_updates, std::move(done));
  };
  const auto get = [this](const QString& name, const ReleasePackage& package) {
    m_shelf.network()->allowHost(package.url.host());
    m_shelf.downloads()->add(name, {{.url = package.url, .name = {}, .bytes = package.bytes, .sha256 = package.sha256}});
  };
  return {*m_storage, fetch, get};
}

Composition::~Composition() { shutdown(); }

void Composition::connectParts() {
  connect(&m_conversations, &ConversationListModel::currentIdChanged, &m_chat,
          [this] {
            m_chat.showConversation(m_conversations.currentId());
            m_documents.showConversation(m_conversations.currentId());
          });
  connect(&m_conversations, &ConversationListModel::refreshed, &m_chat,
          [this] { m_chat.setTitle(m_conversations.titleOf(m_chat.conversationId())); });
  connect(&m_conversations, &ConversationListModel::removing, &m_chat, &ChatViewModel::forget);
  connect(&m_conversations, &ConversationListModel::failed, &m_chat, &ChatViewModel::showError);
  connect(&m_chat, &ChatViewModel::conversationTouched, &m_conversations, &ConversationListModel::refresh);
  connect(&m_chat, &ChatViewModel::generatingChanged, &m_conversations, &ConversationListModel::setGenerating);
  connect(&m_organizer, &ConversationOrganizer::failed, &m_chat, &ChatViewModel::showError);
  connect(&m_states, &StatesViewModel::failed, &m_chat, &ChatViewModel::showError);
  connect(&m_vault, &VaultViewModel::unlocked, this, &Composition::unlocked);
  connect(&m_search, &SearchViewModel::failed, &m_chat, &ChatViewModel::showError);
  connect(&m_search, &SearchViewModel::wanted, this, &Composition::showFound);
  connect(&m_privateChat, &PrivateChat::failed, &m_chat, &ChatViewModel::showError);
  connect(&m_transfer, &TransferViewModel::opened, &m_conversations, &ConversationListModel::showWhenListed);
  connect(&m_documents, &DocumentsViewModel::picturesGiven, &m_pictures, &ChatPictures::add);
  connect(&m_documents, &DocumentsViewModel::pictureGiven, &m_pictures, &ChatPictures::addImage);
  connect(&m_documents, &DocumentsViewModel::conversationMade, &m_conversations, &ConversationListModel::showWhenListed);
  connect(&m_style, &ChatStyle::failed, &m_chat, &ChatViewModel::showError);
  connect(&m_updates, &UpdatesViewModel::quitRequested, QCoreApplication::instance(), &QCoreApplication::quit);
  connect(&m_answers, &ParallelAnswers::failed, &m_chat, &ChatViewModel::showError);
  connect(&m_travel, &TimeTravel::failed, &m_chat, &ChatViewModel::showError);
  connect(&m_library, &StateLibraryViewModel::conversationMade, &m_conversations, &ConversationListModel::showWhenListed);
  connect(&m_library, &StateLibraryViewModel::privateChatMade, &m_privateChat, &PrivateChat::adopt);
  connect(&m_privateChat, &PrivateChat::changed, &m_library, [this] { m_library.setPrivateOpen(m_privateChat.isOpen()); });
  connect(&m_documents, &DocumentsViewModel::readingCompleted, &m_chat, &ChatViewModel::documentsChanged);
  connect(&m_documents, &DocumentsViewModel::failed, &m_chat, &ChatViewModel::showError);
  connect(&m_documents, &DocumentsViewModel::stateUsed, &m_settings,
          [this](qint64 bytes) { m_settings.setStateUsedBytes(static_cast<double>(bytes)); });
}

/// The storage thread has put the right branch on show already.
void Composition::showFound(qint64 conversation, qint64 message, const QString& words) {
  m_find.close();
  if (conversation == m_chat.conversationId()) m_chat.reload();
  else m_conversations.select(conversation);
  if (message != 0) m_find.reveal(message, words);
}

void Composition::start(std::function<void()> ready) {
  m_settings.setDataFolder(QString::fromStdU16String(m_options.dataFolder.u16string()));
  m_storage->setVaultCost(m_options.vaultCost);
  m_storage->look(m_options.dataFolder, this, [this, ready = std::move(ready)](const Result<bool>& encrypted) {
    if (!encrypted) {
      makeApp(encrypted.error());
      return ready();
    }
    if (*encrypted) {
      m_vault.setLocked(m_options.dataFolder);
      makeApp(std::nullopt);
      return ready();
    }
    m_storage->open(m_options.dataFolder, this, [this, ready](const auto& result) { opened(result, ready); });
  });
}

void Composition::opened(const Result<std::optional<Error>>& opened, const std::function<void()>& ready) {
  if (!opened) {
    makeApp(opened.error());
    return ready();
  }
  m_open = true;
  m_storage->submit(
      this, [](Stores& stores) { return stores.settings.all(); },
      [this, ready](const Result<std::map<std::string, std::string>>& stored) {
        if (!stored) {
          makeApp(stored.error());
          return ready();
        }
        makeApp(std::nullopt);
        startParts(*stored);
        ready();
      });
}

/// The window is there already; now there is something to show in it.
void Composition::unlocked() {
  m_open = true;
  m_storage->submit(
      this, [](Stores& stores) { return stores.settings.all(); },
      [this](const Result<std::map<std::string, std::string>>& stored) {
        if (!stored) return m_chat.showError(stored.error());
        startParts(*stored);
      });
}

void Composition::startParts(const std::map<std::string, std::string>& stored) {
  m_settings.restore(stored);
  m_presets.restore(stored);
  m_personas.restore(stored);
  m_style.restore(stored);
  m_notebook.restore(stored);
  m_shortcuts.restore(stored);
  if (m_options.welcome) m_welcome.start(stored);
  m_sidebar.start(stored);
  m_conversations.start();
  m_documents.start();
  m_library.start();
  m_models.start(m_options.model, stored);
  m_shelf.start(m_settings.dataFolder(), stored);
  m_devices.start(stored);
  if (m_options.notices) m_notices.start();
  m_updates.start(stored);
  m_storage->submit(
      this, [](Stores& stores) { return stores.snapshots.used_bytes(); },
      [this](const Result<std::int64_t>& used) {
        if (used) m_settings.setStateUsedBytes(static_cast<double>(*used));
      });
}

void Composition::makeApp(const std::optional<Error>& error) {
  App::Parts parts{.conversations = &m_conversations, .chat = &m_chat, .pictures = &m_pictures, .privateChat = &m_privateChat, .transfer = &m_transfer, .models = &m_models, .shelf = &m_shelf,
                   .devices = &m_devices, .notices = &m_notices, .announcer = &m_announcer, .shortcuts = &m_shortcuts,
                   .documents = &m_documents, .settings = &m_settings, .presets = &m_presets, .personas = &m_personas, .chances = &m_chances, .notebook = &m_notebook, .welcome = &m_welcome, .style = &m_style, .updates = &m_updates, .answers = &m_answers, .library = &m_library, .travel = &m_travel, .states = &m_states, .vault = &m_vault, .sidebar = &m_sidebar, .organizer = &m_organizer,
                   .search = &m_search, .find = &m_find, .palette = &m_palette};
  if (error) {
    parts.startupError = inOneLine(describeStorage(error->code));
    parts.startupErrorDetail = QString::fromStdString(error->message);
  }
  m_app = std::make_unique<App>(std::move(parts));
  connect(m_app->translations(), &Translations::changed, &m_presets, &PresetLibrary::retranslate);
  connect(m_app->translations(), &Translations::changed, &m_personas, &PersonaLibrary::retranslate);
  connect(&m_notices, &Notices::showRequested, m_app.get(), [this](qint64 conversation) {
    if (conversation > 0 && !isPrivate(conversation)) m_conversations.select(conversation);
    emit m_app->raiseRequested();
  });
}

void Composition::shutdown() {
  if (!m_storage) return;
  m_vault.stop();
  m_chat.saveDraft();
  m_documents.stopAll();
  if (m_open) m_notebook.save();
  if (m_open) m_settings.save();
  auto& turns = m_chat.turns();
  if (!turns.isIdle()) {
    QEventLoop waiting;
    connect(&turns, &ChatTurns::ended, &waiting, [&] {
      if (turns.isIdle()) waiting.quit();
    });
    QTimer::singleShot(kPatience, &waiting, &QEventLoop::quit);
    turns.cancelAll();
    if (!turns.isIdle()) waiting.exec();
  }
  turns.abandonAll();
  m_shelf.shutdown();
  m_devices.shutdown();
  m_inference->shutdown();
  m_storage->shutdown();
}

}  // namespace eddy
