#include "app/documents/reading_runner.h"

#include <algorithm>

#include "app/storage/state_upkeep.h"

namespace eddy {
namespace {

std::int64_t bytesIn(const std::vector<ReadingStep>& steps) {
  std::int64_t bytes = 0;
  for (const auto& step : steps) bytes += step.kind == ReadingStep::Kind::Passage ? static_cast<std::int64_t>(step.text.size()) : 0;
  return bytes;
}

}  // namespace

ReadingRunner::ReadingRunner(InferenceService& inference, StorageService& storage, Reading reading, Pace pace, QObject* parent)
    : QObject(parent), m_inference(inference), m_storage(storage), m_reading(std::move(reading)), m_pace(pace) {
  connect(&inference, &InferenceService::readEvent, this, &ReadingRunner::take);
}

ReadingRunner::~ReadingRunner() {
  if (m_running) m_inference.stop(m_read);
}

/// The saved state with its place, or the beginning.
Result<ReadingRunner::Begin> ReadingRunner::findBegin(Stores& stores, const Reading& reading) {
  Begin begin;
  auto stored = stores.snapshots.get(state_of(reading.id), reading.model_fingerprint);
  if (stored && *stored) {
    const auto& info = (*stored)->info;
    const auto mark = stores.documents.find_mark(reading.id, info.tokens, info.token_hash);
    if (!mark) return mark.error();
    if (*mark) {
      begin.mark = **mark;
      begin.snapshot = std::make_shared<const SnapshotPieces>(std::move(**stored));
    }
  }
  std::int64_t step = 0;
  for (const auto id : reading.documents) {
    const auto document = stores.documents.document(id);
    if (!document) return document.error();
    const std::int64_t read = std::clamp<std::int64_t>(begin.mark.steps - step - 1, 0, document->passages);
    const auto done = stores.documents.extent(id, read);
    if (!done) return done.error();
    const std::int32_t pages = pages_counted(*document, reading.documents.size() == 1);
    if (read > 0) begin.page = begin.pages + std::min(pages, std::max(1, done->page));
    begin.bytes += document->text_bytes;
    begin.bytesDone += done->bytes;
    begin.pages += pages;
    step += document->passages + 2;
  }
  return begin;
}

void ReadingRunner::start() {
  m_running = true;
  m_pauseWanted = false;
  auto work = [reading = m_reading](Stores& stores) -> Result<Begin> {
    if (auto set = stores.documents.set_status(reading.id, ReadingStatus::UnderWay); !set) return set.error();
    return findBegin(stores, reading);
  };
  m_storage.submit(this, std::move(work), [this](const Result<Begin>& begin) {
    if (!m_running) return;
    if (!begin) return fail(begin.error());
    m_step = begin->mark.steps;
    m_key = {m_step > 0 ? m_reading.model_fingerprint : std::string(), begin->mark.token_hash, begin->mark.tokens};
    m_snapshot = begin->snapshot;
    m_bytes = begin->bytes;
    m_bytesDone = begin->bytesDone;
    m_page = begin->page;
    m_pages = begin->pages;
    planPlaces();
    emit progressed();
    goOn();
  });
}

void ReadingRunner::pause() {
  m_pauseWanted = m_running;
  emit progressed();
}

void ReadingRunner::abandon() {
  if (!m_running) return;
  m_inference.stop(m_read);
  end(End::Paused);
}

double ReadingRunner::progress() const {
  if (m_bytes == 0) return 0;
  const double batch = static_cast<double>(bytesIn(m_steps));
  // Inside a batch text and tokens go hand in hand, at about four bytes a token.
  const double inside = std::min(batch, static_cast<double>(m_inBatch) * 4);
  return std::min(1.0, (static_cast<double>(m_bytesDone) + inside) / static_cast<double>(m_bytes));
}

double ReadingRunner::tokensPerSecond() const {
  const double seconds = m_seconds + m_secondsInBatch;
  return seconds > 0.05 ? static_cast<double>(m_tokensThisTime + m_inBatch) / seconds : 0;
}

double ReadingRunner::secondsLeft() const {
  const double speed = tokensPerSecond();
  const double done = progress();
  if (speed <= 0 || done < 0.001) return -1;
  const double all = static_cast<double>(tokens()) / done;
  return (all - static_cast<double>(tokens())) / speed;
}

/// A slow machine gets a few lines at a time, for a pause waits until they are read.
std::int64_t ReadingRunner::batchBytes() const {
  if (m_seconds <= 0) return std::min<std::int64_t>(m_pace.batchBytes, 1'500);
  const double wanted = static_cast<double>(m_bytesThisTime) / m_seconds * m_pace.batchSeconds;
  return std::clamp(static_cast<std::int64_t>(std::min(wanted, 1e9)), std::int64_t{1}, m_pace.batchBytes);
}

void ReadingRunner::goOn() {
  if (m_pauseWanted || m_step >= m_reading.steps) return send({});
  m_storage.submit(
      this, [id = m_reading.id, first = m_step, most = batchBytes()](Stores& stores) { return stores.documents.steps(id, first, most); },
      [this](Result<std::vector<ReadingStep>> steps) {
        if (!m_running) return;
        if (!steps) return fail(steps.error());
        cutAtPlace(*steps);
        send(*std::move(steps));
      });
}

/// Pages at even distances, and the ends of documents that are read together.
void ReadingRunner::planPlaces() {
  const bool wanted = m_pages > 1 && m_pace.places > 0;
  m_placeEvery = wanted ? (m_pages + m_pace.places - 1) / m_pace.places : 0;
  m_nextPlace = wanted ? std::max(1, (m_page + m_placeEvery - 1) / m_placeEvery) * m_placeEvery : 0;
}

/// A batch ends where a page ends whose state is to be kept. The last page needs none: that is the whole reading.
void ReadingRunner::cutAtPlace(std::vector<ReadingStep>& steps) {
  m_placeDue = 0;
  if (m_placeEvery == 0) return;
  const bool few = std::ssize(m_reading.documents) <= m_pace.places;
  const auto ends = [&](const ReadingStep& step) { return few && step.kind == ReadingStep::Kind::Close && step.page - 1 > m_lastPlace; };
  const auto beyond = std::ranges::find_if(steps, [&](const ReadingStep& step) { return step.page > m_nextPlace || ends(step); });
  if (beyond == steps.end()) return;
  const std::int32_t page = ends(*beyond) ? beyond->page - 1 : (beyond->page - 1) / m_placeEvery * m_placeEvery;  // some may be empty
  if (page >= m_pages || page <= m_lastPlace) return;
  m_placeDue = page;
  steps.erase(beyond, steps.end());
}

void ReadingRunner::send(std::vector<ReadingStep> steps) {
  m_steps = std::move(steps);
  m_inBatch = 0;
  m_secondsInBatch = 0;
  const bool last = (m_steps.empty() && m_placeDue == 0) || m_step + static_cast<std::int64_t>(m_steps.size()) >= m_reading.steps;
  const bool due = m_secondsUnsaved >= m_pace.keepSeconds;
  m_read = m_inference.read({.at = m_key, .snapshot = std::exchange(m_snapshot, nullptr), .steps = m_steps,
                             .keep = last || due, .place = m_placeDue > 0});
}

void ReadingRunner::take(const ReadEvent& event) {
  if (event.read != m_read || !m_running) return;
  std::visit([this](const auto& what) { on(what); }, event.what);
}

void ReadingRunner::on(const ReadAdvanced& advanced) {
  m_inBatch = advanced.tokens;
  m_secondsInBatch = advanced.seconds;
  emit progressed();
}

void ReadingRunner::on(const ReadDone& done) {
  m_step += static_cast<std::int64_t>(m_steps.size());
  m_bytesDone += bytesIn(m_steps);
  m_bytesThisTime += bytesIn(m_steps);
  for (const auto& step : m_steps) m_page = step.page > 0 && step.kind == ReadingStep::Kind::Passage ? step.page : m_page;
  m_key = done.key;
  m_tokensThisTime += done.tokens;
  m_seconds += done.seconds;
  m_secondsUnsaved += done.seconds;
  m_secondsInBatch = 0;
  m_inBatch = 0;
  m_steps.clear();
  emit progressed();
  if (done.place) keepPlace(*done.place);
  done.snapshot ? keep(done) : goOn();
}

/// A cache for questions as of this page: what goes wrong with it costs reading again, nothing else.
void ReadingRunner::keepPlace(const KeptState& kept) {
  const ReadingMark mark{m_step, kept.key.tokens, kept.key.token_hash};
  auto work = [kept, mark, page = m_placeDue, reading = m_reading, budget = m_pace.stateBudget](Stores& stores) -> Result<std::int64_t> {
    const auto place = stores.documents.add_place(reading.id, page, mark);
    if (!place) return place.error();
    const SnapshotInfo info{.message = state_of(*place),
                            .conversation = owner_of(reading.id),
                            .model_fingerprint = reading.model_fingerprint,
                            .token_hash = kept.key.token_hash,
                            .tokens = kept.key.tokens,
                            .bytes = static_cast<std::int64_t>(kept.snapshot->size())};
    if (auto put = stores.snapshots.put(info, *kept.snapshot); !put) return put.error();
    return keepWithin(stores, budget);
  };
  m_lastPlace = std::exchange(m_placeDue, 0);
  m_nextPlace = (m_lastPlace / m_placeEvery + 1) * m_placeEvery;
  m_storage.submit(this, std::move(work), [this](const Result<std::int64_t>& used) {
    if (!used) return;
    emit stateUsed(*used);
    emit placeKept();
  });
}

/// First the place, then the state: a state whose place nobody knows would be of no use.
void ReadingRunner::keep(const ReadDone& done) {
  const bool complete = m_step >= m_reading.steps;
  const SnapshotInfo info{.message = state_of(m_reading.id),
                          .conversation = owner_of(m_reading.id),
                          .model_fingerprint = m_reading.model_fingerprint,
                          .token_hash = done.key.token_hash,
                          .tokens = done.key.tokens};
  const ReadingMark mark{m_step, done.key.tokens, done.key.token_hash};
  const auto status = complete ? ReadingStatus::Complete : m_pauseWanted ? ReadingStatus::Paused : ReadingStatus::UnderWay;
  auto work = [info, mark, status, id = m_reading.id, seconds = m_secondsUnsaved, snapshot = done.snapshot,
               budget = m_pace.stateBudget](Stores& stores) -> Result<std::int64_t> {
    if (auto marked = stores.documents.add_mark(id, mark, seconds); !marked) return marked.error();
    if (auto kept = stores.snapshots.put(info, *snapshot); !kept) return kept.error();
    if (auto set = stores.documents.set_status(id, status); !set) return set.error();
    return keepWithin(stores, budget);
  };
  m_secondsUnsaved = 0;
  m_storage.submit(this, std::move(work), [this, complete](const Result<std::int64_t>& used) {
    if (!m_running) return;
    if (!used) return fail(used.error());
    emit stateUsed(*used);
    if (complete) return end(End::Complete);
    m_pauseWanted ? end(End::Paused) : goOn();
  });
}

void ReadingRunner::on(const ReadStateNeeded&) {
  // Another reading took the sequence, or the model was loaded anew.
  if (++m_restarts > 20) return fail({ErrorCode::Internal, "[read] the reading cannot find its place", {}});
  start();
}

void ReadingRunner::on(const ReadFailed& failed) {
  const auto code = failed.error.code;
  if (code == ErrorCode::Cancelled) return end(End::Paused);
  const bool badState = code == ErrorCode::StateMismatch || code == ErrorCode::FileCorrupt || code == ErrorCode::FileTooNew;
  if (!badState || ++m_restarts > 3) return fail(failed.error);
  m_storage.submit(
      this,
      [id = m_reading.id, model = m_reading.model_fingerprint](Stores& stores) { return stores.snapshots.discard(state_of(id), model); },
      [this](const Result<void>&) {
        if (m_running) start();
      });
}

void ReadingRunner::fail(const Error& error) {
  m_error = error;
  m_storage.submit([id = m_reading.id](Stores& stores) { return stores.documents.set_status(id, ReadingStatus::Failed); });
  end(End::Failed);
}

void ReadingRunner::end(End how) {
  if (!m_running) return;
  m_running = false;
  m_reading.status = how == End::Complete ? ReadingStatus::Complete : how == End::Paused ? ReadingStatus::Paused : ReadingStatus::Failed;
  emit ended(how);
}

}  // namespace eddy
