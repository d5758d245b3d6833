// How answers are made: everything the sampler can be told, and where an answer ends. GUI thread only.
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>
#include <optional>
#include <string>

#include "app/inference/thinking.h"
#include "engine/api/generation.h"
#include "engine/api/result.h"

namespace eddy {

/// Values outside what makes sense are brought to the nearest that does when they are used.
class AnswerValues : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.settings, App.style.values")
  Q_PROPERTY(double temperature MEMBER m_temperature NOTIFY generationChanged)
  Q_PROPERTY(int topK MEMBER m_topK NOTIFY generationChanged)
  Q_PROPERTY(double topP MEMBER m_topP NOTIFY generationChanged)
  Q_PROPERTY(double minP MEMBER m_minP NOTIFY generationChanged)
  Q_PROPERTY(double typicalP MEMBER m_typicalP NOTIFY generationChanged)
  Q_PROPERTY(double presencePenalty MEMBER m_presencePenalty NOTIFY generationChanged)
  Q_PROPERTY(double frequencyPenalty MEMBER m_frequencyPenalty NOTIFY generationChanged)
  Q_PROPERTY(double penaltyDecay MEMBER m_penaltyDecay NOTIFY generationChanged)
  Q_PROPERTY(double repetitionPenalty MEMBER m_repetitionPenalty NOTIFY generationChanged)
  Q_PROPERTY(int maxTokens MEMBER m_maxTokens NOTIFY generationChanged)
  Q_PROPERTY(QString seed MEMBER m_seed NOTIFY generationChanged)
  Q_PROPERTY(QStringList stopStrings MEMBER m_stopStrings NOTIFY generationChanged)
  Q_PROPERTY(Shape shape MEMBER m_shape NOTIFY generationChanged)
  Q_PROPERTY(QString shapeText MEMBER m_shapeText NOTIFY generationChanged)
  Q_PROPERTY(Thinking thinking MEMBER m_thinking NOTIFY generationChanged)
  Q_PROPERTY(int thinkingBudget MEMBER m_thinkingBudget NOTIFY generationChanged)  // tokens; 0: as long as the model likes
  Q_PROPERTY(QString shapeError READ shapeError NOTIFY generationChanged)

 public:
  /// What an answer must look like: as it comes, JSON that a schema describes, a text of a grammar (GBNF).
  enum Shape { AnyText, JsonSchema, Grammar };
  Q_ENUM(Shape)

  /// Whether a model thinks before it answers, where its chat format lets that be chosen.
  enum Thinking { AsTheModel, NoThinking, AlwaysThinking };
  Q_ENUM(Thinking)

  explicit AnswerValues(QObject* parent = nullptr) : QObject(parent) {}

  /// Empty when the schema or grammar can be used; then answers are kept to it, else they are free.
  QString shapeError() const;

  Q_INVOKABLE virtual void resetGeneration();

  /// By the names of the properties; of a preset all but the seed.
  QJsonObject toJson() const;
  /// What is not there, or of another type, becomes the default.
  void take(const QJsonObject& values);

  /// A seed of its own for every answer unless the user has fixed one.
  GenerationParams generationParams() const;
  ThinkingWish thinkingWish() const;

 signals:
  void generationChanged();

 protected:
  double m_temperature = 0.7;
  int m_topK = 0;
  double m_topP = 0.9;
  double m_minP = 0;
  double m_typicalP = 1;
  double m_presencePenalty = 0;
  double m_frequencyPenalty = 0;
  double m_penaltyDecay = 0.996;
  double m_repetitionPenalty = 1;
  int m_maxTokens = 1024;
  QString m_seed;
  QStringList m_stopStrings;
  Shape m_shape = AnyText;
  QString m_shapeText;
  Thinking m_thinking = AsTheModel;
  int m_thinkingBudget = 0;

 private:
  Result<std::string> grammar() const;
};

/// What a chat's own values, kept as the JSON text of AnswerValues::toJson(), ask for; nothing when there are none.
std::optional<GenerationParams> paramsOf(const std::string& ownValues);
std::optional<ThinkingWish> thinkingOf(const std::string& ownValues);

}  // namespace eddy
