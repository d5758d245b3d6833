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
#include "app/presets/answer_values.h"
#include "app/storage/storage_service.h"

namespace eddy {

/// The text and its values are kept; the state of what was read and written stays with the model, so that going on reads
/// only what was changed.
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
  Notebook(InferenceService& inference, StorageService& storage, QObject* parent = nullptr);
  void restore(const std::map<std::string, std::string>& stored);
  /// Writes what was not yet saved.
  void save();

  QString text() const { return m_text; }
  /// Does nothing while the model writes.
  void setText(const QString& text);
  /// Where in the text one writes; kept with it.
  int cursor() const { return std::min(m_cursor, static_cast<int>(m_text.size())); }
  void setCursor(int cursor);
  bool isRunning() const { return m_turn.has_value(); }
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
  void take(const TurnEvent& event);
  void on(const TurnProgress& progress);
  void on(const TurnText& text);
  void on(const TurnFinished& finished);
  void on(const TurnFailed& failed);
  template <class Other>
  void on(const Other&) {}
  void saveSoon();
  void say(const QString& status, const QString& error = {});

  InferenceService& m_inference;
  StorageService& m_storage;
  AnswerValues m_values;
  QTimer m_saveTimer;
  QString m_text, m_status, m_error;
  std::vector<QString> m_before;         // texts before completions, latest last
  std::optional<TurnId> m_turn;
  int m_cursor = 0;
  bool m_open = false;
  bool m_restored = false;
};

}  // namespace eddy
