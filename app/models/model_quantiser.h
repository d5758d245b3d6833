// Makes a smaller copy of a model on a thread of its own, and says before what it will be like. GUI thread only.
#pragma once

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>
#include <functional>
#include <thread>

#include "app/models/installed_models.h"
#include "engine/api/tools.h"

namespace eddy {

class ModelQuantiser : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.shelf.quantiser")
  Q_PROPERTY(QString name READ name NOTIFY changed)
  Q_PROPERTY(QStringList formats READ formats CONSTANT)
  Q_PROPERTY(QString format READ format WRITE setFormat NOTIFY changed)
  Q_PROPERTY(bool measuring READ isMeasuring NOTIFY changed)
  Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
  Q_PROPERTY(double progress READ progress NOTIFY progressChanged)
  Q_PROPERTY(QString sizeText READ sizeWords NOTIFY changed)
  Q_PROPERTY(QString lossText READ lossWords NOTIFY changed)
  Q_PROPERTY(QString speedText READ speedWords NOTIFY changed)
  Q_PROPERTY(bool canStart READ canStart NOTIFY changed)
  Q_PROPERTY(QString problem READ problem NOTIFY changed)
  Q_PROPERTY(QString done READ done NOTIFY changed)

 public:
  /// The engine's, unless a test has others. Called on the worker's thread.
  struct Ports {
    std::function<Result<QuantizeEstimate>(const QuantizeRequest&, std::stop_token)> estimate = estimate_quantize;
    std::function<Result<QuantizeSummary>(const QuantizeRequest&, std::stop_token, const LoadProgress&)> quantise = quantize_file;
  };
  explicit ModelQuantiser(InstalledModels& models, QObject* parent = nullptr);
  ~ModelQuantiser() override;
  void setPorts(Ports ports) { m_ports = std::move(ports); }
  /// Where the copies go.
  void setFolder(const QString& folder) { m_folder = folder; }
  void shutdown();

  QString name() const { return m_name; }
  QStringList formats() const;
  QString format() const { return m_format; }
  void setFormat(const QString& format);
  bool isMeasuring() const { return m_measuring; }
  bool isBusy() const { return m_busy; }
  double progress() const { return m_progress; }
  QString sizeWords() const;
  QString lossWords() const;
  QString speedWords() const;
  bool canStart() const { return !m_busy && !m_measuring && m_estimate && m_estimate->tensors_measured > 0; }
  QString problem() const { return m_problem; }
  QString done() const { return m_done; }

  /// Looks at a model of the list and measures what the chosen format would cost it.
  Q_INVOKABLE void prepare(const QString& path);
  Q_INVOKABLE void start();
  Q_INVOKABLE void cancel();

 signals:
  void changed();
  void progressChanged();
  void made(const QString& path);

 private:
  void measure();
  void ended(const QString& out, const Result<QuantizeSummary>& summary);
  QuantizeRequest request() const;
  template <class Work, class Done>
  void run(Work work, Done done);

  InstalledModels& m_models;
  Ports m_ports;
  QString m_folder, m_path, m_name, m_format = QStringLiteral("Q5_K");
  bool m_measuring = false, m_busy = false;
  double m_progress = 0;
  std::optional<QuantizeEstimate> m_estimate;
  QString m_problem, m_done;
  int m_job = 0;  // results of older ones are not wanted
  std::jthread m_thread;
};

}  // namespace eddy
