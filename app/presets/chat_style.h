// How the shown chat is answered: by the general values, by those of the model, or by its own; and its instructions.
// GUI thread only.
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include "app/chat/chat_view_model.h"
#include "app/presets/persona_library.h"
#include "app/presets/preset_library.h"
#include "app/storage/chat_style.h"

namespace eddy {

/// What is changed counts from the next answer on and is kept with the chat.
class ChatStyle : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.style")
  Q_PROPERTY(bool available READ available NOTIFY changed)          // a chat is shown
  Q_PROPERTY(bool hasOwn READ hasOwn WRITE setOwn NOTIFY changed)
  Q_PROPERTY(eddy::AnswerValues* values READ values CONSTANT)       // the chat's own, or what it would begin with
  Q_PROPERTY(QString label READ label NOTIFY changed)               // what differs, in a word or two; "" when nothing does
  Q_PROPERTY(QString persona READ persona NOTIFY changed)
  Q_PROPERTY(QString personaName READ personaName NOTIFY changed)
  Q_PROPERTY(QString instructions READ instructions NOTIFY changed) // "" = the general ones
  Q_PROPERTY(QString instructionsFixed READ instructionsFixed NOTIFY changed)  // why they cannot be changed; "" = they can
  Q_PROPERTY(QString rereadNote READ rereadNote NOTIFY changed)     // what changing the instructions costs; "" = nothing
  Q_PROPERTY(bool modelHasValues READ modelHasValues NOTIFY modelChanged)
  Q_PROPERTY(QString modelName READ modelName NOTIFY modelChanged)

 public:
  struct Services {
    InferenceService& inference;
    StorageService& storage;
    Settings& settings;
    ChatViewModel& chat;
    PresetLibrary& presets;
    PersonaLibrary& personas;
  };
  explicit ChatStyle(Services services, QObject* parent = nullptr);
  void restore(const std::map<std::string, std::string>& stored);

  bool available() const { return m_loaded; }
  bool hasOwn() const { return m_own; }
  void setOwn(bool own);
  AnswerValues* values() { return &m_values; }
  QString label() const;
  QString persona() const { return m_persona; }
  QString personaName() const { return m_personas.nameOf(m_persona); }
  QString instructions() const { return m_instructions; }
  QString instructionsFixed() const;
  QString rereadNote() const;
  bool modelHasValues() const { return m_settings.hasModelValues(); }
  QString modelName() const { return m_chat.modelName(); }

  /// The preset's values become the chat's own.
  Q_INVOKABLE void applyPreset(const QString& id);
  /// Its instructions, and its preset where it names one; "" takes the persona off.
  Q_INVOKABLE void setPersona(const QString& id);
  Q_INVOKABLE void setInstructions(const QString& text);
  /// These values for every chat with the loaded model that has none of its own; null takes them off.
  Q_INVOKABLE void setModelValues(eddy::AnswerValues* values);

 signals:
  void changed();
  void modelChanged();
  void failed(const eddy::Error& error);

 private:
  void load();
  void show(const ChatStyleRow& row);
  void store();
  void write(const QString& persona, const QString& instructions);
  void takeModelValues();

  InferenceService& m_inference;
  StorageService& m_storage;
  Settings& m_settings;
  ChatViewModel& m_chat;
  PresetLibrary& m_presets;
  PersonaLibrary& m_personas;
  AnswerValues m_values;
  QTimer m_storeTimer;
  QJsonObject m_ofModels;      // by fingerprint
  qint64 m_conversation = 0;
  bool m_loaded = false;
  bool m_own = false;
  bool m_begun = false;        // with a document or a saved state
  bool m_showing = false;      // values are taken over, not changed
  QString m_persona, m_instructions;
  qint64 m_tokens = 0;
  qint64 m_messages = 0;
};

}  // namespace eddy
