// The pictures of the chat on show: those of its messages, and those that wait for the next one. GUI thread only.
#pragma once

#include <QImage>
#include <QObject>
#include <QQuickAsyncImageProvider>
#include <QString>
#include <QThreadPool>
#include <QUrl>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <vector>

#include "app/chat/chat_view_model.h"
#include "app/chat/picture_file.h"

namespace eddy {

/// Files are read and decoded on a thread of their own, stored on the storage thread, and shown through "image://pictures/CHAT/PICTURE".
class ChatPictures : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.pictures")
  /// Of the message that is being written: id, name, source.
  Q_PROPERTY(QVariantList waiting READ waiting NOTIFY changed)
  /// Grows with every change: bindings on of() and named() read it.
  Q_PROPERTY(int revision READ revision NOTIFY changed)
  Q_PROPERTY(bool isAdding READ isAdding NOTIFY addingChanged)
  Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
  /// The one looked at in full; "" for none.
  Q_PROPERTY(QUrl opened READ opened NOTIFY openedChanged)
  Q_PROPERTY(QString openedName READ openedName NOTIFY openedChanged)

 public:
  ChatPictures(StorageService& storage, ChatViewModel& chat, QObject* parent = nullptr);
  ~ChatPictures() override;

  QVariantList waiting() const;
  int revision() const { return m_revision; }
  bool isAdding() const { return m_adding > 0; }
  QString problem() const { return m_problem; }
  QUrl opened() const { return m_opened; }
  QString openedName() const { return m_openedName; }

  /// Local files. What cannot be kept is told in problem().
  void add(const QList<QUrl>& files);
  void addImage(const QImage& image);
  Q_INVOKABLE void remove(qint64 picture);
  Q_INVOKABLE void dismissProblem();
  /// Of a message on show: name, source, width, height.
  Q_INVOKABLE QVariantList of(qint64 message, int revision) const;
  /// The source of this chat's picture with that name; empty when there is none.
  Q_INVOKABLE QUrl named(const QString& name, int revision) const;
  Q_INVOKABLE void open(const QUrl& source, const QString& name);
  Q_INVOKABLE void close() { open({}, {}); }

  /// For "image://pictures"; the engine owns it. This must outlive the engine.
  QQuickAsyncImageProvider* makeProvider();

 signals:
  void changed();
  void addingChanged();
  void problemChanged();
  void openedChanged();

 private:
  using Read = std::variant<Picture, PictureProblem>;
  void addLater(std::function<Read()> read);
  void keep(qint64 conversation, Read read);
  void refresh();
  void setProblem(const QString& problem);
  QUrl sourceOf(PictureId id) const;

  StorageService& m_storage;
  ChatViewModel& m_chat;
  QThreadPool m_reading;
  std::vector<PictureFacts> m_facts;
  QString m_problem;
  QUrl m_opened;
  QString m_openedName;
  int m_revision = 0;
  int m_adding = 0;
};

}  // namespace eddy
