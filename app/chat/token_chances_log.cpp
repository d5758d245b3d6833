#include "app/chat/token_chances_log.h"

#include <QColor>
#include <algorithm>
#include <cmath>

namespace eddy {
namespace {

/// What cannot be seen gets a sign.
QString shown(const std::string& text) {
  auto words = QString::fromStdString(text);
  words.replace(u'\n', QStringLiteral("\u21b5"));
  words.replace(u'\t', QStringLiteral("\u21e5"));
  return words;
}

}  // namespace

TokenChancesLog::TokenChancesLog(InferenceService& inference, ChatTurns& turns, Settings& settings, QObject* parent)
    : QObject(parent), m_settings(settings) {
  connect(&inference, &InferenceService::turnEvent, this, &TokenChancesLog::take);
  connect(&turns, &ChatTurns::ended, this, [this](TurnRunner* runner) { keep(*runner); });
  connect(&settings, &Settings::generationChanged, this, [this] {
    if (m_settings.property("tokenChances").toBool() || m_answers.empty()) return;
    m_answers.clear();
    m_order.clear();
    ++m_revision;
    emit changed();
  });
}

void TokenChancesLog::take(const TurnEvent& event) {
  const auto* text = std::get_if<TurnText>(&event.what);
  if (!text || text->looks.empty()) return;
  auto& looks = m_running[event.turn];
  looks.insert(looks.end(), text->looks.begin(), text->looks.end());
}

void TokenChancesLog::keep(const TurnRunner& runner) {
  const auto found = m_running.find(runner.turn());
  if (found == m_running.end()) return;
  const auto message = runner.job().answer;
  auto looks = std::move(found->second);
  m_running.erase(found);
  auto& kept = m_answers[message];
  if (runner.job().base == message) kept.insert(kept.end(), looks.begin(), looks.end());  // it was continued
  else kept = std::move(looks);
  std::erase(m_order, message);
  m_order.push_back(message);
  if (m_order.size() > kAnswers) {
    m_answers.erase(m_order.front());
    m_order.pop_front();
  }
  ++m_revision;
  emit changed();
}

int TokenChancesLog::count(qint64 message) const {
  const auto found = m_answers.find(message);
  return found == m_answers.end() ? 0 : static_cast<int>(found->second.size());
}

const TokenLook* TokenChancesLog::at(qint64 message, int index) const {
  const auto found = m_answers.find(message);
  if (found == m_answers.end() || index < 0 || index >= static_cast<int>(found->second.size())) return nullptr;
  return &found->second[static_cast<std::size_t>(index)];
}

QString TokenChancesLog::marked(qint64 message, const QString& color, const QString& ink) const {
  const auto found = m_answers.find(message);
  if (found == m_answers.end()) return {};
  QString html;
  const QColor base(color);
  for (std::size_t i = 0; i < found->second.size(); ++i) {
    const auto& look = found->second[i];
    const double surprise = std::clamp(-static_cast<double>(look.log_probability) / 4, 0.0, 1.0);
    QColor back = base;
    back.setAlphaF(static_cast<float>(0.55 * surprise));
    auto words = QString::fromStdString(look.text).toHtmlEscaped();
    words.replace(u' ', QStringLiteral("&nbsp;"));
    words.replace(u'\n', QStringLiteral("\u21b5<br>"));
    if (words.isEmpty()) words = QStringLiteral("\u25cc");
    html += QStringLiteral("<a href=\"%1\" style=\"text-decoration:none;color:%2;background-color:rgba(%3,%4,%5,%6)\">%7</a>\u200b")
                .arg(i).arg(ink).arg(back.red()).arg(back.green()).arg(back.blue()).arg(back.alpha()).arg(words);
  }
  return html;
}

QString TokenChancesLog::token(qint64 message, int index) const {
  const auto* look = at(message, index);
  return look ? shown(look->text) : QString();
}

double TokenChancesLog::probability(qint64 message, int index) const {
  const auto* look = at(message, index);
  return look ? std::exp(static_cast<double>(look->log_probability)) : 0;
}

QVariantList TokenChancesLog::likeliest(qint64 message, int index) const {
  QVariantList list;
  const auto* look = at(message, index);
  if (!look) return list;
  for (const auto& [text, value] : look->likeliest) {
    list.append(QVariantMap{{QStringLiteral("text"), shown(text)}, {QStringLiteral("probability"), std::exp(static_cast<double>(value))},
                            {QStringLiteral("logProbability"), static_cast<double>(value)}, {QStringLiteral("chosen"), text == look->text}});
  }
  return list;
}

}  // namespace eddy
