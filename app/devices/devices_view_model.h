// The page of devices: what models can run on here, why something is not used, and which one is chosen. GUI thread only.
#pragma once

#include <QAbstractListModel>
#include <QTimer>
#include <QtQml/qqmlregistration.h>
#include <functional>
#include <optional>
#include <thread>
#include <vector>

#include "app/devices/device_records.h"
#include "app/inference/inference_service.h"
#include "app/models/models_view_model.h"
#include "app/settings/settings.h"
#include "app/storage/storage_service.h"

namespace eddy {

/// Tests and measurements run on the inference thread when that has nothing else to do; a question stops them.
class DevicesViewModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.devices")
  Q_PROPERTY(bool open READ isOpen WRITE setOpen NOTIFY openChanged)
  Q_PROPERTY(int count READ count NOTIFY changed)
  Q_PROPERTY(bool looking READ isLooking NOTIFY changed)
  Q_PROPERTY(QString choice READ choice NOTIFY changed)          // a deviceId; "": automatic
  Q_PROPERTY(QString automaticText READ automaticText NOTIFY changed)
  Q_PROPERTY(QString missingText READ missingText NOTIFY changed)  // the chosen device is not there
  Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
  Q_PROPERTY(QString busyText READ busyText NOTIFY busyChanged)
  Q_PROPERTY(double progress READ progress NOTIFY progressChanged)

 public:
  enum Role { DeviceId = Qt::UserRole, Name, Kind, Facts, Memory, Usable, WhyNot, Speed, Test, TestFailed, Chosen, InUse, Best };

  /// Long work, off the GUI thread; tests pass others.
  struct Ports {
    std::function<std::vector<DeviceInfo>()> list;
    std::function<Result<DeviceCheck>(const DeviceInfo&, int index, std::stop_token, const LoadProgress&)> check;
    std::function<Result<DeviceSpeed>(const DeviceInfo&, int index, int threads, std::stop_token, const LoadProgress&)> measure;
  };
  struct Services {
    InferenceService& inference;
    StorageService& storage;
    Settings& settings;
    ModelsViewModel& models;
    std::function<std::unique_ptr<Engine>()> makeEngine;
  };
  explicit DevicesViewModel(Services services, QObject* parent = nullptr);
  ~DevicesViewModel() override;

  void setPorts(Ports ports) { m_ports = std::move(ports); }
  /// Takes over what is kept and looks what is there. Where there is a choice and nobody made it, it is measured.
  void start(const std::map<std::string, std::string>& stored);
  void shutdown();

  bool isOpen() const { return m_open; }
  void setOpen(bool open);
  int count() const { return static_cast<int>(m_devices.size()); }
  bool isLooking() const { return m_looking; }
  QString choice() const { return m_choice; }
  QString automaticText() const;
  QString missingText() const;
  bool isBusy() const { return m_job != 0; }
  QString busyText() const;
  double progress() const { return m_progress; }

  /// "" for automatic.
  Q_INVOKABLE void choose(const QString& deviceId);
  Q_INVOKABLE void refresh();
  /// Every op against its reference, there.
  Q_INVOKABLE void test(const QString& deviceId);
  /// All devices that could be chosen by themselves, one after the other; an empty id for all.
  Q_INVOKABLE void measure(const QString& deviceId = {});
  Q_INVOKABLE void stop();

  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : count(); }
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

 signals:
  void openChanged();
  void changed();
  void busyChanged();
  void progressChanged();

 private:
  struct Task {
    QString id;
    bool isTest = false;
  };
  void listed(std::vector<DeviceInfo> devices);
  void measureWhereChoiceIsOpen();
  const DeviceInfo* find(const QString& id) const;
  int indexOf(const DeviceInfo& device) const;
  const DeviceRecord* recordOf(const DeviceInfo& device) const;
  bool isCandidate(const DeviceInfo& device) const;
  bool isInUse(const DeviceInfo& device) const;
  std::optional<PlacedLayers> layersOn(const DeviceInfo& device) const;
  QString memoryAndLayers(const DeviceInfo& device) const;
  std::vector<const DeviceInfo*> ranking() const;
  void run(std::vector<Task> tasks);
  void next();
  template <class Work, class Done>
  void perform(Work work, Done done);
  void ended(const std::optional<Error>& error);
  void keep();
  void place();
  void retell();

  Services m_services;
  Ports m_ports;
  std::vector<DeviceInfo> m_devices;
  DeviceRecords m_records;
  QString m_choice;
  std::vector<Task> m_tasks;  // the first is running
  int m_job = 0;              // 0: none
  int m_lastJob = 0;
  double m_progress = 0;
  bool m_open = false, m_looking = false, m_started = false;
  std::jthread m_looker;
};

}  // namespace eddy
