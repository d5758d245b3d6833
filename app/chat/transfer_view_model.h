// Saving chats as files and opening such files, as the screen shows it. GUI thread only.
#pragma once

#include <QObject>
#include <QString>
#include <QTemporaryDir>
#include <QUrl>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <deque>
#include <memory>

#include "app/chat/chat_exporter.h"
#include "app/chat/chat_importer.h"
#include "app/models/models_view_model.h"
#include "app/settings/settings.h"

namespace eddy {

class TransferViewModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.transfer")
  Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
  Q_PROPERTY(QString busyText READ busyText NOTIFY busyChanged)
  Q_PROPERTY(double progress READ progress NOTIFY progressChanged)
  Q_PROPERTY(QString errorText READ errorText NOTIFY errorChanged)
  Q_PROPERTY(QString errorDetail READ errorDetail NOTIFY errorChanged)
  Q_PROPERTY(bool canOpenText READ canOpenText NOTIFY errorChanged)
  Q_PROPERTY(QString noticeText READ noticeText NOTIFY noticeChanged)
  Q_PROPERTY(QString wantedModel READ wantedModel NOTIFY noticeChanged)
  Q_PROPERTY(bool settingsOffered READ settingsOffered NOTIFY settingsOfferedChanged)
  Q_PROPERTY(QString title READ title NOTIFY prepared)
  Q_PROPERTY(int states READ states NOTIFY prepared)
  Q_PROPERTY(double textBytes READ textBytes NOTIFY prepared)
  Q_PROPERTY(double leafBytes READ leafBytes NOTIFY prepared)
  Q_PROPERTY(double allBytes READ allBytes NOTIFY prepared)

 public:
  enum Format { Capsule = ChatExporter::Capsule, Markdown = ChatExporter::Markdown, Json = ChatExporter::Json,
                Html = ChatExporter::Html, Pdf = ChatExporter::Pdf };
  Q_ENUM(Format)
  enum States { NoStates, LastState, AllStates };
  Q_ENUM(States)

  struct Services {
    InferenceService& inference;
    StorageService& storage;
    Settings& settings;
    ModelsViewModel& models;
    ParseState parse;
  };
  explicit TransferViewModel(Services services, QObject* parent = nullptr);

  bool isBusy() const { return m_exporter || m_importer || !m_many.empty(); }
  QString busyText() const;
  double progress() const { return m_progress; }
  /// What went wrong and what helps; "" when all is well.
  QString errorText() const { return m_error; }
  QString errorDetail() const { return m_errorDetail; }
  /// The saved states of the file are damaged, its text may be whole.
  bool canOpenText() const { return !m_textOnly.isEmpty(); }
  /// What is to be known about the chat that was opened.
  QString noticeText() const { return m_notice; }
  /// The model it goes on with at once: a path on this computer when it is known here, "" otherwise.
  QString wantedModel() const { return m_wantedModel; }
  /// The opened chat was written with other settings than those in force.
  bool settingsOffered() const { return !m_offered.empty(); }

  // The chat that is about to be saved, after prepare().
  QString title() const { return m_title; }
  int states() const { return m_states; }
  double textBytes() const { return m_textBytes; }
  double leafBytes() const { return m_leafBytes; }
  double allBytes() const { return m_allBytes; }

  /// Looks what there is to save; `prepared` follows.
  Q_INVOKABLE void prepare(qint64 conversation);
  Q_INVOKABLE QString suggestedName(int format) const;
  Q_INVOKABLE void save(const QUrl& file, int format, int states);

  /// Each of these into a file of its own in `folder`, named by its title; no file that is there is written over. After an error the
  /// others are left; what was saved stays.
  Q_INVOKABLE void saveMany(const QVariantList& conversations, const QUrl& folder, int format, int states);

  /// As a PDF in a folder that goes with the program; `printReady` follows, for the system's viewer to show and print.
  Q_INVOKABLE void print(qint64 conversation);

  /// By content; false for what is no chat.
  Q_INVOKABLE bool isChat(const QUrl& file) const;
  /// True when all of them are chats.
  Q_INVOKABLE bool areChats(const QList<QUrl>& files) const;
  Q_INVOKABLE void open(const QList<QUrl>& files);
  Q_INVOKABLE void openText();
  Q_INVOKABLE void cancel();
  Q_INVOKABLE void useSettings();
  Q_INVOKABLE void loadWantedModel();
  Q_INVOKABLE void dismissError();
  Q_INVOKABLE void dismissNotice();
  Q_INVOKABLE void dismissSettings();

 signals:
  void busyChanged();
  void progressChanged();
  void errorChanged();
  void noticeChanged();
  void settingsOfferedChanged();
  void prepared();
  void saved(const QUrl& file);
  void printReady(const QUrl& file);
  /// The last of the chats that were opened.
  void opened(qint64 conversation);

 private:
  void printPrepared();
  void saveNextOfMany();
  void saveOneOfMany();
  QString freeName(const QString& name) const;
  void write(const QString& goal, int format, int states);
  void openNext();
  void openFile(const QString& path, bool withStates);
  void onSaved(const Result<void>& result);
  void onOpened(const Result<ChatImporter::Taken>& result);
  void noteModel(const ChatImporter::Taken& taken);
  void offerSettings(const std::map<std::string, std::string>& settings);
  std::map<std::string, std::string> currentSettings() const;
  void setProgress(double progress);
  void fail(const Error& error, bool saving);

  Services m_services;
  ChatExporter* m_exporter = nullptr;
  ChatImporter* m_importer = nullptr;
  std::deque<QString> m_waiting;   // files to be opened
  QString m_opening;               // the one that is
  QString m_goal;                  // of what is being saved
  QString m_error, m_errorDetail, m_textOnly;
  QString m_notice, m_wantedModel;
  std::map<std::string, std::string> m_offered;
  double m_progress = 0;
  qint64 m_prepared = 0;
  std::unique_ptr<QTemporaryDir> m_printFolder;
  qint64 m_printWanted = 0;  // as soon as it is prepared
  bool m_printing = false;
  std::deque<qint64> m_many;  // chats that are to be saved, the first one being so
  int m_manySaved = 0;
  QString m_manyFolder;
  int m_manyFormat = Capsule, m_manyStates = NoStates;
  QString m_title;
  int m_states = 0;
  double m_textBytes = 0, m_leafBytes = 0, m_allBytes = 0;
};

}  // namespace eddy
