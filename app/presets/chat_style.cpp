#include "app/presets/chat_style.h"

#include <QJsonDocument>
#include <QLocale>

namespace eddy {
namespace {

constexpr const char* kModelsKey = "presets.models";
constexpr int kStoreDelay = 250;  // milliseconds after the last change

std::string textOf(const QJsonObject& json) { return QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString(); }
QJsonObject jsonOf(const std::string& text) { return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object(); }

}  // namespace

ChatStyle::ChatStyle(Services services, QObject* parent)
    : QObject(parent), m_inference(services.inference), m_storage(services.storage), m_settings(services.settings),
      m_chat(services.chat), m_presets(services.presets), m_personas(services.personas) {
  m_storeTimer.setSingleShot(true);
  m_storeTimer.setInterval(kStoreDelay);
  connect(&m_storeTimer, &QTimer::timeout, this, &ChatStyle::store);
  connect(&m_values, &AnswerValues::generationChanged, this, [this] {
    if (m_showing || !m_loaded) return;
    m_own = true;
    m_storeTimer.start();
    emit changed();
  });
  connect(&m_chat, &ChatViewModel::conversationChanged, this, &ChatStyle::load);
  connect(&m_chat, &ChatViewModel::conversationTouched, this, [this] {
    if (!m_storeTimer.isActive()) load();
  });
  connect(&m_presets, &PresetLibrary::changed, this, &ChatStyle::changed);
  connect(&m_personas, &PersonaLibrary::changed, this, &ChatStyle::changed);
  connect(&m_settings, &Settings::generationChanged, this, [this] {
    if (!m_own) show({{}, m_persona.toStdString(), m_instructions.toStdString(), m_tokens, m_messages});
  });
  connect(&m_inference, &InferenceService::readyChanged, this, &ChatStyle::takeModelValues);
  connect(&m_chat, &ChatViewModel::modelChanged, this, &ChatStyle::modelChanged);
}

void ChatStyle::restore(const std::map<std::string, std::string>& stored) {
  const auto found = stored.find(kModelsKey);
  if (found != stored.end()) m_ofModels = jsonOf(found->second);
  takeModelValues();
}

// The shown chat

void ChatStyle::load() {
  if (m_storeTimer.isActive()) store();
  const auto id = m_chat.conversationId();
  if (id != m_conversation) m_loaded = false;
  m_conversation = id;
  if (id == 0) return emit changed();
  struct Found {
    ChatStyleRow row;
    bool begun = false;
  };
  auto work = [id = ConversationId{id}](Stores& stores) -> Result<Found> {
    auto row = ChatStyles(*stores.database).read(id);
    if (!row) return row.error();
    const auto origin = stores.library.origin_of(id);
    if (!origin) return origin.error();
    const auto documents = stores.documents.documents_of(id);
    if (!documents) return documents.error();
    return Found{*std::move(row), origin->has_value() || documents->has_value()};
  };
  m_storage.of(id).submit(this, std::move(work), [this, id](const Result<Found>& found) {
    if (id != m_conversation || !found || m_storeTimer.isActive()) return;
    m_begun = found->begun;
    m_loaded = true;
    show(found->row);
  });
}

void ChatStyle::show(const ChatStyleRow& row) {
  m_showing = true;
  m_own = !row.values.empty();
  m_values.take(m_own ? jsonOf(row.values) : m_settings.answerValues());
  m_showing = false;
  m_persona = QString::fromStdString(row.persona);
  m_instructions = QString::fromStdString(row.instructions);
  m_tokens = row.tokens;
  m_messages = row.messages;
  emit changed();
}

void ChatStyle::setOwn(bool own) {
  if (own == m_own || !m_loaded) return;
  m_own = own;
  if (!own) show({{}, m_persona.toStdString(), m_instructions.toStdString(), m_tokens, m_messages});
  store();
  emit changed();
}

void ChatStyle::store() {
  m_storeTimer.stop();
  if (m_conversation == 0) return;
  m_storage.of(m_conversation).submit(
      this,
      [id = ConversationId{m_conversation}, values = m_own ? textOf(m_values.toJson()) : std::string()](Stores& stores) {
        return ChatStyles(*stores.database).set_values(id, values);
      },
      [this](const Result<void>& stored) {
        if (!stored) emit failed(stored.error());
      });
}

QString ChatStyle::label() const {
  if (!m_own) return {};
  auto general = m_settings.answerValues();
  if (m_values.toJson() == general) return {};
  const auto preset = m_presets.matching(&m_values);
  return preset.isEmpty() ? tr("Own settings") : m_presets.nameOf(preset);
}

void ChatStyle::applyPreset(const QString& id) {
  if (!m_loaded) return;
  m_presets.apply(id, &m_values);
  if (m_storeTimer.isActive()) store();  // the next question may come at once
}

// Instructions

QString ChatStyle::instructionsFixed() const {
  return m_begun ? tr("This chat begins with a document or a saved state: what was read there stands before everything, and instructions would not be read.")
                 : QString();
}

QString ChatStyle::rereadNote() const {
  if (m_messages == 0) return {};
  if (m_tokens == 0) return tr("Instructions stand at the very beginning, so the model will read this conversation again from the start.");
  return tr("Instructions stand at the very beginning, so the model will read this conversation again from the start: %n tokens.", nullptr,
            static_cast<int>(m_tokens));
}

void ChatStyle::setPersona(const QString& id) {
  if (!m_loaded || m_begun || id == m_persona) return;
  const auto preset = m_personas.presetOf(id);
  write(id, m_personas.textOf(id));
  if (!preset.isEmpty()) applyPreset(preset);
}

void ChatStyle::setInstructions(const QString& text) {
  const auto words = text.trimmed();
  if (!m_loaded || m_begun || words == m_instructions) return;
  write(words == m_personas.textOf(m_persona) ? m_persona : QString(), words);
}

void ChatStyle::write(const QString& persona, const QString& instructions) {
  const auto id = m_conversation;
  auto work = [id = ConversationId{id}, persona = persona.toStdString(), text = instructions.toStdString()](Stores& stores) -> Result<std::vector<MessageId>> {
    auto messages = ChatStyles(*stores.database).set_instructions(id, persona, text);
    // Of another text from now on. A failure costs space alone: what does not fit is never used.
    if (messages && !messages->empty()) (void)stores.snapshots.free_conversation(id);
    return messages;
  };
  m_persona = persona;
  m_instructions = instructions;
  emit changed();
  m_storage.of(id).submit(this, std::move(work), [this, id](const Result<std::vector<MessageId>>& messages) {
    if (!messages) return emit failed(messages.error());
    std::vector<MessageRef> gone;
    for (const auto message : *messages) gone.push_back(static_cast<MessageRef>(message));
    m_inference.forget(std::move(gone));
    if (id == m_chat.conversationId()) m_chat.reload();
  });
}

// The loaded model

void ChatStyle::takeModelValues() {
  const auto fingerprint = QString::fromStdString(m_inference.fingerprint());
  const auto values = m_ofModels.value(fingerprint);
  m_settings.setModelValues(values.isObject() ? std::optional(values.toObject()) : std::nullopt);
  emit modelChanged();
}

void ChatStyle::setModelValues(AnswerValues* values) {
  const auto fingerprint = QString::fromStdString(m_inference.fingerprint());
  if (fingerprint.isEmpty()) return;
  if (values) m_ofModels[fingerprint] = values->toJson();
  else m_ofModels.remove(fingerprint);
  m_storage.submit([text = textOf(m_ofModels)](Stores& stores) { return stores.settings.set(kModelsKey, text); });
  takeModelValues();
}

}  // namespace eddy
