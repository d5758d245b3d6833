#include "app/chat/transfer_view_model.h"

#include <QFileInfo>
#include <algorithm>
#include <cmath>

#include "app/errors/error_text.h"

namespace eddy {
namespace {

/// The settings that travel with a chat, as Settings names its properties. Nothing else of a file is ever set.
constexpr const char* kTravelling[] = {"temperature",      "topK",         "topP",              "minP",      "presencePenalty",
                                       "frequencyPenalty", "penaltyDecay", "repetitionPenalty", "maxTokens", "stopStrings"};

QString localPath(const QUrl& file) { return file.isLocalFile() ? file.toLocalFile() : file.toString(); }

std::filesystem::path pathOf(const QString& path) { return path.toStdU16String(); }

/// "…/tea.eddy" from what a file dialog gave, which may lack the ending.
QString withEnding(const QString& path, const QString& ending) {
  return path.endsWith(u'.' + ending, Qt::CaseInsensitive) ? path : path + u'.' + ending;
}

QString endingOf(int format) {
  switch (format) {
    case TransferViewModel::Markdown: return QStringLiteral("md");
    case TransferViewModel::Json: return QStringLiteral("json");
    case TransferViewModel::Html: return QStringLiteral("html");
    case TransferViewModel::Pdf: return QStringLiteral("pdf");
    default: return QStringLiteral("eddy");
  }
}

}  // namespace

TransferViewModel::TransferViewModel(Services services, QObject* parent) : QObject(parent), m_services(std::move(services)) {}

QString TransferViewModel::busyText() const {
  if (!m_many.empty()) return tr("Saving chat %1 of %2\u2026").arg(m_manySaved + 1).arg(m_manySaved + static_cast<int>(m_many.size()));
  if (m_exporter) return tr("Saving %1\u2026").arg(QFileInfo(m_goal).fileName());
  if (m_importer) return tr("Checking and opening %1\u2026").arg(QFileInfo(m_opening).fileName());
  return {};
}

void TransferViewModel::setProgress(double progress) {
  m_progress = m_many.empty() ? progress : (m_manySaved + progress) / (m_manySaved + static_cast<double>(m_many.size()));
  emit progressChanged();
}

void TransferViewModel::fail(const Error& error, bool saving) {
  if (error.code == ErrorCode::Cancelled) return;
  const auto name = QFileInfo(saving ? m_goal : m_opening).fileName();
  const auto words = [&]() -> QString {
    switch (error.code) {
      case ErrorCode::UnsupportedFormat:
        return tr("%1 holds no chat that Eddy knows. It opens its own chat files and those of ChatGPT, LM Studio and GPT4All.");
      case ErrorCode::FileTooNew: return tr("%1 was saved by a newer version of Eddy. Update Eddy to open it.");
      case ErrorCode::FileCorrupt: return tr("%1 is damaged. Nothing was taken over; get the file again from where it came from.");
      case ErrorCode::FileNotFound: return tr("%1 is not there any more.");
      case ErrorCode::DiskFull:
        return saving ? tr("%1 could not be saved: the disk is full. Free some space or choose another place.")
                      : tr("%1 could not be opened: the disk is full. Free some space and try again.");
      default:
        return saving ? tr("%1 could not be saved there. Choose another folder.")
                      : tr("%1 could not be opened. Check that you may read it, then try again.");
    }
  }();
  m_error = words.arg(name);
  m_errorDetail = QString::fromStdString(error.message);
  emit errorChanged();
}

void TransferViewModel::dismissError() {
  m_error.clear();
  m_errorDetail.clear();
  m_textOnly.clear();
  emit errorChanged();
}

// Saving

void TransferViewModel::prepare(qint64 conversation) {
  struct Facts {
    QString title;
    int states = 0;
    double text = 0, leaf = 0, all = 0;
  };
  auto look = [conversation](Stores& stores) -> Result<Facts> {
    auto outgoing = outgoing_chat(stores.conversations, &stores.snapshots, stores.library, ConversationId{conversation});
    if (!outgoing) return outgoing.error();
    Facts facts{.title = QString::fromStdString(outgoing->chat.content.conversation.title)};
    for (const auto& message : outgoing->chat.content.messages) {
      facts.text += static_cast<double>(message.text.size() + message.tokens.size() * sizeof(std::int32_t) + 200);
    }
    for (const auto& state : outgoing->chosen(StatesKept::CurrentLeaf)) facts.leaf += static_cast<double>(state.bytes);
    for (const auto& state : outgoing->states) facts.all += static_cast<double>(state.bytes);
    if (const auto& origin = outgoing->chat.origin) {
      const auto& begun = origin->state;
      facts.text += static_cast<double>(begun.text.size() + begun.tokens.size() * sizeof(std::int32_t));
      if (!begun.replayable) facts.text += static_cast<double>(begun.bytes);
      else facts.leaf += static_cast<double>(begun.bytes), facts.all += static_cast<double>(begun.bytes);
    }
    facts.states = static_cast<int>(outgoing->states.size());
    return facts;
  };
  m_services.storage.of(conversation).submit(this, std::move(look), [this, conversation](const Result<Facts>& facts) {
    if (!facts) {
      m_many.clear();
      emit busyChanged();
      return fail(facts.error(), true);
    }
    m_prepared = conversation;
    m_title = facts->title;
    m_states = facts->states;
    m_textBytes = facts->text;
    m_leafBytes = facts->text + facts->leaf;
    m_allBytes = facts->text + facts->all;
    if (!m_many.empty()) return saveOneOfMany();
    emit prepared();
    if (m_printWanted == conversation) printPrepared();
  });
}

QString TransferViewModel::suggestedName(int format) const {
  return QString::fromStdString(file_name_for(m_title.toStdString(), endingOf(format).toStdString()));
}

std::map<std::string, std::string> TransferViewModel::currentSettings() const {
  std::map<std::string, std::string> settings;
  for (const auto* name : kTravelling) {
    const auto value = m_services.settings.property(name);
    const bool list = value.metaType().id() == QMetaType::QStringList;
    settings[name] = (list ? value.toStringList().join(u'\n') : value.toString()).toStdString();
  }
  return settings;
}

void TransferViewModel::save(const QUrl& file, int format, int states) {
  if (isBusy() || m_prepared == 0) return;
  dismissError();
  write(withEnding(localPath(file), endingOf(format)), format, states);
}

void TransferViewModel::write(const QString& goal, int format, int states) {
  m_goal = goal;
  constexpr StatesKept kKept[] = {StatesKept::None, StatesKept::CurrentLeaf, StatesKept::All};
  ChatExporter::Job job{.conversation = ConversationId{m_prepared}, .file = pathOf(m_goal),
                        .format = static_cast<ChatExporter::Format>(format), .states = kKept[std::clamp(states, 0, 2)],
                        .settings = currentSettings(), .systemPrompt = m_services.settings.systemPromptUtf8(),
                        .modelFile = QFileInfo(m_services.models.path()).fileName().toStdString(),
                        .modelFingerprint = m_services.inference.fingerprint()};
  m_exporter = new ChatExporter(m_services.storage.of(m_prepared), std::move(job), m_services.parse, this);
  connect(m_exporter, &ChatExporter::progressed, this, &TransferViewModel::setProgress);
  connect(m_exporter, &ChatExporter::lettersMissing, this, [this](const QString& letters) {
    m_notice = tr("No font of this computer has these letters, which are empty boxes in the PDF: %1. Install fonts that have them (on Debian fonts-noto-cjk, "
                  "for Chinese, Japanese and Korean) and save it again.").arg(letters);
    emit noticeChanged();
  });
  connect(m_exporter, &ChatExporter::ended, this, &TransferViewModel::onSaved);
  setProgress(0);
  emit busyChanged();
  m_exporter->start();
}

void TransferViewModel::onSaved(const Result<void>& result) {
  std::exchange(m_exporter, nullptr)->deleteLater();
  if (!result) m_many.clear();
  emit busyChanged();
  const bool printing = std::exchange(m_printing, false);
  if (!result) return fail(result.error(), true);
  if (!m_many.empty()) return saveNextOfMany();
  if (printing) return emit printReady(QUrl::fromLocalFile(m_goal));
  emit saved(QUrl::fromLocalFile(m_goal));
}

void TransferViewModel::print(qint64 conversation) {
  if (isBusy()) return;
  m_printWanted = conversation;
  prepare(conversation);
}

void TransferViewModel::printPrepared() {
  m_printWanted = 0;
  if (!m_printFolder) m_printFolder = std::make_unique<QTemporaryDir>();
  m_printing = true;
  save(QUrl::fromLocalFile(m_printFolder->filePath(suggestedName(Pdf))), Pdf, NoStates);
}

void TransferViewModel::cancel() {
  m_waiting.clear();
  if (m_exporter && !m_many.empty()) {
    m_many.resize(1);
  } else if (!m_many.empty()) {
    m_many.clear();
    emit busyChanged();
  }
  if (m_exporter) m_exporter->cancel();
  if (m_importer) m_importer->cancel();
}

// Opening

bool TransferViewModel::isChat(const QUrl& file) const {
  return file.isLocalFile() && recognise_chat_file(pathOf(file.toLocalFile())) != ChatFileKind::None;
}

bool TransferViewModel::areChats(const QList<QUrl>& files) const {
  return !files.isEmpty() && std::all_of(files.begin(), files.end(), [this](const QUrl& file) { return isChat(file); });
}

void TransferViewModel::open(const QList<QUrl>& files) {
  for (const auto& file : files) m_waiting.push_back(localPath(file));
  openNext();
}

void TransferViewModel::openNext() {
  if (isBusy() || m_waiting.empty()) return;
  const auto file = m_waiting.front();
  m_waiting.pop_front();
  openFile(file, true);
}

void TransferViewModel::openText() {
  if (isBusy() || m_textOnly.isEmpty()) return;
  openFile(QString(m_textOnly), false);
}

void TransferViewModel::openFile(const QString& path, bool withStates) {
  dismissError();
  dismissNotice();
  dismissSettings();
  m_opening = path;
  m_importer = new ChatImporter(m_services.storage, pathOf(path), withStates, m_services.parse, this);
  connect(m_importer, &ChatImporter::progressed, this, &TransferViewModel::setProgress);
  connect(m_importer, &ChatImporter::ended, this, &TransferViewModel::onOpened);
  setProgress(0);
  emit busyChanged();
  m_importer->start();
}

void TransferViewModel::onOpened(const Result<ChatImporter::Taken>& result) {
  std::exchange(m_importer, nullptr)->deleteLater();
  emit busyChanged();
  if (!result) {
    const bool capsule = recognise_chat_file(pathOf(m_opening)) == ChatFileKind::Capsule;
    if (capsule && result.error().code == ErrorCode::FileCorrupt) m_textOnly = m_opening;
    fail(result.error(), false);
  } else {
    noteModel(*result);
    offerSettings(result->first.settings);
    emit opened(static_cast<qint64>(result->conversations.back().id));
  }
  openNext();
}

void TransferViewModel::noteModel(const ChatImporter::Taken& taken) {
  const auto count = static_cast<int>(taken.conversations.size());
  const auto model = QString::fromStdString(taken.first.model_name);
  if (count > 1) {
    m_notice = tr("%n chat(s) were taken over.", nullptr, count);
  } else if (!taken.first.model_fingerprint.empty() && taken.first.model_fingerprint != m_services.inference.fingerprint()) {
    m_notice = taken.statesKept > 0
                   ? tr("This chat was held with %1. With that model it goes on at once; another one reads it again first.").arg(model)
                   : tr("This chat was held with %1. Another model may answer otherwise.").arg(model);
    const auto file = QString::fromStdString(taken.first.model_file);
    for (const auto& path : m_services.models.recent()) {
      if (!file.isEmpty() && QFileInfo(path).fileName() == file) m_wantedModel = path;
    }
  } else if (taken.statesLeft > 0) {
    m_notice = tr("%n saved state(s) could not be used here; the chat is read again where they are missing.", nullptr,
                  static_cast<int>(taken.statesLeft));
  }
  emit noticeChanged();
}

void TransferViewModel::offerSettings(const std::map<std::string, std::string>& settings) {
  const auto current = currentSettings();
  for (const auto& [name, value] : settings) {
    const auto here = current.find(name);
    if (here != current.end() && here->second != value) m_offered[name] = value;
  }
  emit settingsOfferedChanged();
}

void TransferViewModel::useSettings() {
  for (const auto& [name, value] : m_offered) {
    const auto text = QString::fromStdString(value);
    const auto type = m_services.settings.property(name.c_str()).metaType().id();
    if (type == QMetaType::QStringList) {
      m_services.settings.setProperty(name.c_str(), text.isEmpty() ? QStringList() : text.split(u'\n'));
      continue;
    }
    bool number = false;
    const double amount = text.toDouble(&number);
    if (number && std::isfinite(amount)) m_services.settings.setProperty(name.c_str(), text);
  }
  dismissSettings();
}

void TransferViewModel::loadWantedModel() {
  if (!m_wantedModel.isEmpty()) m_services.models.load(m_wantedModel);
  dismissNotice();
}

void TransferViewModel::dismissNotice() {
  m_notice.clear();
  m_wantedModel.clear();
  emit noticeChanged();
}

void TransferViewModel::dismissSettings() {
  m_offered.clear();
  emit settingsOfferedChanged();
}

}  // namespace eddy
