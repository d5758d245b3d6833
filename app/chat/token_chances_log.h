// What the model thought of the words of its last answers, while that is asked for. GUI thread only.
#pragma once

#include <QObject>
#include <QString>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <deque>
#include <map>

#include "app/chat/chat_turns.h"
#include "app/settings/settings.h"

namespace eddy {

/// In memory alone, of the last twenty answers.
class TokenChancesLog : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.chances")
  Q_PROPERTY(int revision READ revision NOTIFY changed)  // grows when an answer is added or forgotten

 public:
  static constexpr std::size_t kAnswers = 20;

  TokenChancesLog(InferenceService& inference, ChatTurns& turns, Settings& settings, QObject* parent = nullptr);

  int revision() const { return m_revision; }
  Q_INVOKABLE bool has(qint64 message) const { return m_answers.contains(message); }
  Q_INVOKABLE int count(qint64 message) const;
  /// The tokens as links "0", "1", …, the unlikelier the stronger marked with `color`.
  Q_INVOKABLE QString marked(qint64 message, const QString& color, const QString& ink) const;
  Q_INVOKABLE QString token(qint64 message, int index) const;
  Q_INVOKABLE double probability(qint64 message, int index) const;
  /// {text, probability, chosen}, the likeliest first.
  Q_INVOKABLE QVariantList likeliest(qint64 message, int index) const;

 signals:
  void changed();

 private:
  void take(const TurnEvent& event);
  void keep(const TurnRunner& runner);
  const TokenLook* at(qint64 message, int index) const;

  Settings& m_settings;
  std::map<TurnId, std::vector<TokenLook>> m_running;
  std::map<qint64, std::vector<TokenLook>> m_answers;
  std::deque<qint64> m_order;                          // of m_answers, oldest first
  int m_revision = 0;
};

}  // namespace eddy
