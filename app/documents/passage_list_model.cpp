#include "app/documents/passage_list_model.h"

namespace eddy {
namespace {
constexpr int kBlock = 64;
constexpr std::size_t kMostBlocks = 40;  // a few megabytes of text
}  // namespace

PassageListModel::PassageListModel(StorageService& storage, QObject* parent) : QAbstractListModel(parent), m_storage(storage) {}

int PassageListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_count; }

const Passage* PassageListModel::passageAt(int row) const {
  const auto block = m_blocks.find(row / kBlock);
  if (block == m_blocks.end()) {
    fetch(row / kBlock);
    return nullptr;
  }
  const auto place = static_cast<std::size_t>(row % kBlock);
  return place < block->second.size() ? &block->second[place].passage : nullptr;
}

QVariant PassageListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto* passage = passageAt(index.row());
  if (!passage) return role == PageRole || role == KindRole ? QVariant(0) : role == StartsPageRole || role == StartsSectionRole ? QVariant(false) : QVariant(QString());
  const auto* before = index.row() % kBlock > 0 ? passageAt(index.row() - 1) : nullptr;
  switch (role) {
    case Qt::DisplayRole:
    case PassageTextRole: return QString::fromStdString(passage->text);
    case PageRole: return passage->page;
    case HeadingRole: return QString::fromStdString(passage->heading);
    case KindRole: return static_cast<int>(passage->kind);
    case StartsPageRole: return passage->page > 0 && (!before || before->page != passage->page);
    case StartsSectionRole: return !passage->heading.empty() && (!before || before->heading != passage->heading);
    default: return {};
  }
}

QHash<int, QByteArray> PassageListModel::roleNames() const {
  return {{PassageTextRole, "passageText"}, {PageRole, "page"},           {HeadingRole, "heading"},
          {KindRole, "kind"},               {StartsPageRole, "startsPage"}, {StartsSectionRole, "startsSection"}};
}

void PassageListModel::fetch(int block) const {
  if (!m_asked.insert(block).second) return;
  auto* self = const_cast<PassageListModel*>(this);  // a cache behind a const face
  m_storage.submit(
      self, [id = DocumentId{m_document}, block](Stores& stores) { return stores.documents.passages(id, block * kBlock, kBlock); },
      [self, block, document = m_document](Result<std::vector<StoredPassage>> passages) {
        if (document != self->m_document || !passages) return;
        if (self->m_blocks.size() >= kMostBlocks) {  // the farthest goes: what is looked at stays
          const auto first = self->m_blocks.begin(), last = std::prev(self->m_blocks.end());
          const auto far = block - first->first > last->first - block ? first : last;
          self->m_asked.erase(far->first);
          self->m_blocks.erase(far);
        }
        self->m_blocks[block] = *std::move(passages);
        emit self->dataChanged(self->index(block * kBlock), self->index(std::min(self->m_count, (block + 1) * kBlock) - 1));
      });
}

void PassageListModel::open(qint64 document, int first, int last) {
  m_highlighted = first;
  m_highlightedEnd = last;
  if (document == m_document) return emit highlightedChanged();
  beginResetModel();
  m_document = document;
  m_title.clear();
  m_count = 0;
  m_blocks.clear();
  m_asked.clear();
  endResetModel();
  emit documentChanged();
  if (document == 0) return emit highlightedChanged();
  m_storage.submit(
      this, [id = DocumentId{document}](Stores& stores) { return stores.documents.document(id); },
      [this, document](const Result<Document>& found) {
        if (document != m_document || !found) return;
        beginResetModel();
        m_count = static_cast<int>(found->passages);
        m_title = QString::fromStdString(found->name);
        endResetModel();
        emit documentChanged();
        emit highlightedChanged();
      });
}

}  // namespace eddy
