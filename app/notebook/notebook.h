// Raw completion: one text that the model and the user write together, without a chat. GUI thread only.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <QtQml/qqmlregistration.h>
#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include "app/inference/inference_service.h"
#include "app/notebook/notebook_states.h"
#include "app/presets/answer_values.h"
#include "app/settings/settings.h"
#include "app/storage/storage_service.h"

namespace eddy {

/// The text and its values are kept, and written down before the model sees them. The state of what was read and written stays with the
/// model and is kept too, so that going on reads only what was changed, after a restart as well.
class Notebook : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.notebook")
  Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
  Q_PROPERTY(int cursor READ cursor WRITE setCursor NOTIFY cursorChanged)
  Q_PROPERTY(bool isRunning READ isRunning NOTIFY activityChanged)
  Q_PROPERTY(bool canComplete READ canComplete NOTIFY activityChanged)
  Q_PROPERTY(bool canUndo READ canUndo NOTIFY activityChanged)
  Q_PROPERTY(QString statusText READ statusText NOTIFY statusChanged)
  Q_PROPERTY(QString errorText READ errorText NOTIFY statusChanged)
  Q_PROPERTY(eddy::AnswerValues* values READ values CONSTANT)
  Q_PROPERTY(bool open READ open WRITE setOpen NOTIFY openChanged)

 public:
  Notebook(InferenceService& inference, StorageService& storage, Settings& settings, QObject* parent = nullptr);
  void restore(const std::map<std::string, std::string>& stored);
  /// Writes what was not yet saved.
  void save();

  QString text() const { return m_text; }
  /// Does nothing while the model writes.
  void setText(const QString& text);
  /// Where in the text one writes; kept with it.
  int cursor() const { return std::min(m_cursor, static_cast<int>(m_text.size())); }
  void setCursor(int cursor);
  bool isRunning() const { return m_starting || m_turn.has_value(); }
  bool canComplete() const { return !isRunning() && m_inference.isReady() && !m_text.isEmpty(); }
  bool canUndo() const { return !isRunning() && !m_before.empty(); }
  QString statusText() const { return m_status; }
  QString errorText() const { return m_error; }
  AnswerValues* values() { return &m_values; }
  bool open() const { return m_open; }
  void setOpen(bool open);

  Q_INVOKABLE void complete();
  Q_INVOKABLE void stop();
  /// Back to the text before the last completion.
  Q_INVOKABLE void undo();
  Q_INVOKABLE void clear();

 signals:
  void textChanged();
  void cursorChanged();
  void appended(const QString& piece);   ///< text() has grown by this
  void activityChanged();
  void statusChanged();
  void openChanged();

 private:
  void begin(const Result<void>& saved);
  void take(const TurnEvent& event);
  void on(const StateNeeded& needed);
  void on(const TurnProgress& progress);
  void on(const NotebookRead& read);
  void on(const TurnText& text);
  void on(const TurnFinished& finished);
  void on(const TurnFailed& failed);
  template <class Other>
  void on(const Other&) {}
  void saveSoon();
  std::map<std::string, std::string> news() const;
  void dropStrangers();
  void keepBegun();
  void keepEnd(const TurnFinished& finished);
  void keep(KeptNotebookState state, std::shared_ptr<const StateSnapshot> snapshot);
  void say(const QString& status, const QString& error = {});

  InferenceService& m_inference;
  StorageService& m_storage;
  Settings& m_settings;
  AnswerValues m_values;
  QTimer m_saveTimer;
  QString m_text, m_status, m_error;
  std::vector<QString> m_before;         // texts before completions, latest last
  std::optional<TurnId> m_turn;
  NotebookStates m_states;
  std::string m_asked;                   // the text that the model was given
  NotebookRead m_begun;                  // where it began to write, until that is kept
  int m_cursor = 0;
  bool m_open = false;
  bool m_restored = false;
  bool m_starting = false;               // the text is being written down
  bool m_stopWanted = false;
};

}  // namespace eddy
