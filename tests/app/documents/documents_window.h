// The whole application on the fake engine, as the tests of documents use it.
#pragma once

#include <QtTest>
#include <fstream>

#include "tests/support/app/offline_app.h"

namespace eddy {

inline constexpr int kPatience = 30'000;

inline QUrl data(const char* name) { return QUrl::fromLocalFile(QStringLiteral(EDDY_TEST_DATA "/documents/") + QLatin1String(name)); }

/// A text of so many numbered sentences with one fact in it.
inline QUrl story(const QTemporaryDir& folder, const char* name, int sentences, const QString& fact = {}) {
  std::ofstream file(folder.filePath(QLatin1String(name)).toStdString());
  for (int i = 0; i < sentences; ++i) {
    file << "The keeper climbed the stairs of the lighthouse for the " << i << "th time and lit the lamp.\n\n";
    if (i == sentences / 2 && !fact.isEmpty()) file << fact.toStdString() << "\n\n";
  }
  return QUrl::fromLocalFile(folder.filePath(QLatin1String(name)));
}

struct Window : OfflineApp {
  using OfflineApp::OfflineApp;
  DocumentsViewModel& documents() { return composition().documents(); }
  DocumentSummaries& summaries() { return *documents().summaries(); }
  QVariantList points(int column = 0) { return summaries().columns().value(column).toMap().value("points").toList(); }
  bool summarise(int style) {
    summaries().make(style);
    return summaries().isBusy() && wait([&] { return !summaries().isBusy() && !points().isEmpty(); });
  }
  bool wait(const std::function<bool()>& until) { return QTest::qWaitFor(until, kPatience); }
  bool waitStatus(int status) { return wait([&] { return documents().status() == status; }); }
  /// Adds and waits until the model has read it.
  bool read(const QList<QUrl>& files) {
    if (!waitReady()) return false;
    documents().add(files);
    return wait([&] { return documents().hasDocuments(); }) && waitStatus(DocumentsViewModel::Complete);
  }
  QVariant last(int role) { return messages().data(messages().index(messages().count() - 1), role); }
  template <class T>
  T inStorage(std::function<Result<T>(Stores&)> work) {
    std::optional<Result<T>> answer;
    composition().storage().submit(&composition(), work, [&](Result<T> result) { answer.emplace(std::move(result)); });
    if (!wait([&] { return answer.has_value(); }) || !*answer) qFatal("storage does not answer");
    return **std::move(answer);
  }
};

}  // namespace eddy
