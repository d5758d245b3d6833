#include "app/chat/chat_pictures.h"

#include <QMetaObject>
#include <QQuickTextureFactory>
#include <memory>
#include <mutex>

#include "app/errors/error_text.h"

namespace eddy {
namespace {

constexpr QSize kFullSize(3000, 3000);  // where nothing smaller was asked for

/// Lives until it has said that it has finished; the engine may be gone before the storage thread has answered.
class PictureResponse : public QQuickImageResponse {
 public:
  struct Shared {
    std::mutex mutex;
    PictureResponse* response = nullptr;
  };

  PictureResponse() : m_shared(std::make_shared<Shared>()) { m_shared->response = this; }
  ~PictureResponse() override {
    const std::lock_guard lock(m_shared->mutex);
    m_shared->response = nullptr;
  }
  std::shared_ptr<Shared> shared() const { return m_shared; }
  QQuickTextureFactory* textureFactory() const override { return QQuickTextureFactory::textureFactoryForImage(m_image); }
  QString errorString() const override { return m_image.isNull() ? QStringLiteral("the picture cannot be shown") : QString(); }

  static void finish(const std::shared_ptr<Shared>& shared, QImage image) {
    const std::lock_guard lock(shared->mutex);
    if (!shared->response) return;
    shared->response->m_image = std::move(image);
    emit shared->response->finished();
  }

 private:
  std::shared_ptr<Shared> m_shared;
  QImage m_image;
};

/// Asked on a thread of the engine's.
class PictureProvider : public QQuickAsyncImageProvider {
 public:
  PictureProvider(StorageService& storage, QObject& owner) : m_storage(storage), m_owner(owner) {}

  QQuickImageResponse* requestImageResponse(const QString& id, const QSize& size) override {
    auto* response = new PictureResponse;
    const auto parts = id.split(u'/');
    const auto conversation = parts.value(0).toLongLong();
    const auto picture = parts.value(1).toLongLong();
    const QSize most(size.width() > 0 ? size.width() : kFullSize.width(), size.height() > 0 ? size.height() : kFullSize.height());
    QMetaObject::invokeMethod(&m_owner, [&storage = m_storage, owner = &m_owner, conversation, picture, most, shared = response->shared()] {
      storage.of(conversation).submit(
          owner,
          [picture, most](Stores& stores) -> Result<QImage> {
            const auto content = PictureStore(*stores.database).content(PictureId{picture});
            if (!content) return content.error();
            return decodePicture(*content, most);
          },
          [shared](const Result<QImage>& image) { PictureResponse::finish(shared, image ? *image : QImage()); });
    }, Qt::QueuedConnection);
    return response;
  }

 private:
  StorageService& m_storage;
  QObject& m_owner;
};

}  // namespace

ChatPictures::ChatPictures(StorageService& storage, ChatViewModel& chat, QObject* parent) : QObject(parent), m_storage(storage), m_chat(chat) {
  m_reading.setMaxThreadCount(1);
  connect(&m_chat, &ChatViewModel::conversationChanged, this, [this] {
    m_facts.clear();
    ++m_revision;
    emit changed();
    close();
    dismissProblem();
    refresh();
  });
  connect(m_chat.messages(), &MessageListModel::rowsInserted, this, &ChatPictures::refresh);
}

ChatPictures::~ChatPictures() { m_reading.waitForDone(); }

QQuickAsyncImageProvider* ChatPictures::makeProvider() { return new PictureProvider(m_storage, *this); }

QUrl ChatPictures::sourceOf(PictureId id) const {
  return QUrl(QStringLiteral("image://pictures/%1/%2").arg(m_chat.conversationId()).arg(static_cast<qint64>(id)));
}

QVariantList ChatPictures::waiting() const {
  QVariantList list;
  for (const auto& one : m_facts) {
    if (!one.message)
      list += QVariantMap{{"id", static_cast<qint64>(one.id)}, {"name", QString::fromStdString(one.name)}, {"source", sourceOf(one.id)}};
  }
  return list;
}

QVariantList ChatPictures::of(qint64 message, int) const {
  QVariantList list;
  for (const auto& one : m_facts) {
    if (one.message == MessageId{message})
      list += QVariantMap{{"name", QString::fromStdString(one.name)}, {"source", sourceOf(one.id)}, {"width", one.width}, {"height", one.height}};
  }
  return list;
}

QUrl ChatPictures::named(const QString& name, int) const {
  const auto wanted = name.toStdString();
  for (auto one = m_facts.rbegin(); one != m_facts.rend(); ++one) {
    if (one->name == wanted) return sourceOf(one->id);
  }
  return {};
}

void ChatPictures::open(const QUrl& source, const QString& name) {
  if (source == m_opened) return;
  m_opened = source;
  m_openedName = name;
  emit openedChanged();
}

void ChatPictures::setProblem(const QString& problem) {
  if (problem == m_problem) return;
  m_problem = problem;
  emit problemChanged();
}

void ChatPictures::dismissProblem() { setProblem({}); }

void ChatPictures::add(const QList<QUrl>& files) {
  for (const auto& file : files) addLater([path = file.toLocalFile()] { return readPicture(path); });
}

void ChatPictures::addImage(const QImage& image) {
  addLater([image, name = tr("Pasted picture") + QStringLiteral(".png")] { return pictureOf(image, name); });
}

void ChatPictures::addLater(std::function<Read()> read) {
  const auto conversation = m_chat.conversationId();
  if (conversation == 0) return;
  ++m_adding;
  emit addingChanged();
  m_reading.start([this, conversation, read = std::move(read)] {
    auto done = std::make_shared<Read>(read());
    QMetaObject::invokeMethod(this, [this, conversation, done] { keep(conversation, std::move(*done)); }, Qt::QueuedConnection);
  });
}

void ChatPictures::keep(qint64 conversation, Read read) {
  const auto end = [this](const QString& problem) {
    --m_adding;
    emit addingChanged();
    if (!problem.isEmpty()) setProblem(problem);
  };
  if (const auto* problem = std::get_if<PictureProblem>(&read)) return end(problem->text);
  m_storage.of(conversation).submit(
      this,
      [conversation, picture = std::get<Picture>(std::move(read))](Stores& stores) {
        return PictureStore(*stores.database).add(ConversationId{conversation}, picture);
      },
      [this, end](const Result<PictureId>& added) {
        const bool many = !added && added.error().code == ErrorCode::InvalidArgument;
        end(added ? QString() : many ? tr("A message holds at most %n picture(s). Send it, or take one away.", "", kMostPictures) : inOneLine(describeStorage(added.error().code)));
        refresh();
      });
}

void ChatPictures::remove(qint64 picture) {
  m_storage.of(m_chat.conversationId()).submit(
      this, [picture](Stores& stores) { return PictureStore(*stores.database).remove(PictureId{picture}); },
      [this](const Result<void>& removed) {
        if (!removed) setProblem(inOneLine(describeStorage(removed.error().code)));
        refresh();
      });
}

void ChatPictures::refresh() {
  const auto conversation = m_chat.conversationId();
  if (conversation == 0) return;
  m_storage.of(conversation).submit(
      this, [conversation](Stores& stores) { return PictureStore(*stores.database).facts(ConversationId{conversation}); },
      [this, conversation](Result<std::vector<PictureFacts>> facts) {
        if (!facts || conversation != m_chat.conversationId()) return;
        if (facts->empty() && m_facts.empty()) return;
        m_facts = *std::move(facts);
        ++m_revision;
        emit changed();
      });
}

}  // namespace eddy
