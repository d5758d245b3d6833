#include "app/documents/summary_runner.h"

#include <algorithm>

namespace eddy {

SummaryRunner::SummaryRunner(InferenceService& inference, StorageService& storage, DocumentId document,
                             std::optional<SummaryStyle> style, QObject* parent)
    : QObject(parent), m_inference(inference), m_storage(storage), m_document(document), m_style(style),
      m_model(inference.fingerprint()), m_limits(summary_limits(inference.model().parameters)) {
  connect(&inference, &InferenceService::readEvent, this, &SummaryRunner::take);
}

SummaryRunner::~SummaryRunner() {
  if (m_running) m_inference.stop(m_read);
}

void SummaryRunner::start() {
  m_running = true;
  auto work = [id = m_document, model = m_model](Stores& stores) -> Result<Begin> {
    auto outline = stores.documents.outline(id);
    if (!outline) return outline.error();
    auto notes = stores.documents.notes(id, model);
    if (!notes) return notes.error();
    return Begin{*std::move(outline), *std::move(notes)};
  };
  m_storage.submit(this, std::move(work), [this](Result<Begin> begin) {
    if (!m_running) return;
    if (!begin) return end(begin.error());
    m_outline = std::move(begin->outline);
    m_stretches = cut_stretches(m_outline, m_limits);
    // Notes of an earlier try count as long as they are about the same stretches.
    for (std::size_t i = 0; i < std::min(begin->notes.size(), m_stretches.size()); ++i) {
      const auto& note = begin->notes[i];
      if (note.first_passage != m_stretches[i].first_passage || note.last_passage != m_stretches[i].last_passage) break;
      m_notes.push_back(note);
    }
    emit progressed();
    nextNote();
  });
}

void SummaryRunner::cancel() {
  if (!m_running) return;
  m_running = false;
  m_cancelled = true;
  m_inference.stop(m_read);
  emit ended();
}

void SummaryRunner::nextNote() {
  if (m_notes.size() >= m_stretches.size()) return beginPoints();
  const auto stretch = m_stretches[m_notes.size()];
  m_storage.submit(
      this,
      [id = m_document, stretch](Stores& stores) {
        return stores.documents.passages(id, stretch.first_passage, stretch.last_passage - stretch.first_passage + 1);
      },
      [this, stretch](const Result<std::vector<StoredPassage>>& passages) {
        if (!m_running) return;
        if (!passages) return end(passages.error());
        std::string text;
        for (const auto& one : *passages) text += one.passage.text + "\n";
        askForNote(stretch, text);
      });
}

void SummaryRunner::askForNote(const DocumentNote& stretch, const std::string& text) {
  ask(summary_prompt(text), [this, stretch](std::string answer) {
    auto note = stretch;
    note.text = clean_note(answer);
    m_notes.push_back(note);
    m_storage.submit([id = m_document, model = m_model, note](Stores& stores) { return stores.documents.put_note(id, model, note); });
    emit progressed();
    nextNote();
  });
}

void SummaryRunner::beginPoints() {
  if (!m_style) return end(std::nullopt);
  m_points = plan_points(*m_style, m_notes, m_outline);
  m_point = 0;
  nextPoint();
}

void SummaryRunner::nextPoint() {
  if (m_point >= m_points.size()) return finish();
  const auto& point = m_points[m_point];
  m_texts.clear();
  for (const auto& note : m_notes) {
    if (note.first_passage >= point.first_passage && note.last_passage <= point.last_passage && !note.text.empty()) m_texts.push_back(note.text);
  }
  m_joined.clear();
  joinNotes();
}

/// Notes about notes until one is left.
void SummaryRunner::joinNotes() {
  if (m_texts.size() <= 1 && m_joined.empty()) {
    if (!m_texts.empty()) m_points[m_point].text = m_texts.front();
    ++m_point;
    return nextPoint();
  }
  if (m_texts.empty()) {
    m_texts = std::exchange(m_joined, {});
    return joinNotes();
  }
  const auto groups = group_evenly(m_texts.size(), m_limits.fan_in);
  const std::size_t count = groups.front().second;
  if (count == 1) {  // nothing to join it with in this round
    m_joined.push_back(m_texts.front());
    m_texts.erase(m_texts.begin());
    return joinNotes();
  }
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += m_texts[i] + "\n";
  ask(summary_prompt(text), [this, count, first = m_texts.front()](std::string answer) {
    const auto note = clean_note(answer);
    m_joined.push_back(note.empty() ? first : note);
    m_texts.erase(m_texts.begin(), m_texts.begin() + static_cast<std::ptrdiff_t>(count));
    joinNotes();
  });
}

void SummaryRunner::ask(std::string prompt, std::function<void(std::string)> then) {
  m_then = std::move(then);
  GenerationParams params{.max_tokens = kNoteTokens};
  params.sampler.temperature = 0;
  m_read = m_inference.complete({.prompt = std::move(prompt), .params = params});
}

void SummaryRunner::take(const ReadEvent& event) {
  if (event.read != m_read || !m_running) return;
  if (const auto* failed = std::get_if<ReadFailed>(&event.what)) return end(failed->error);
  if (const auto* completed = std::get_if<Completed>(&event.what)) {
    const auto then = std::exchange(m_then, {});
    then(completed->text);
  }
}

void SummaryRunner::finish() {
  std::erase_if(m_points, [](const SummaryPoint& point) { return point.text.empty(); });
  if (m_points.empty()) return end(Error{ErrorCode::Internal, "[summary] the model had nothing to say about this document", {}});
  m_storage.submit([id = m_document, model = m_model, style = *m_style, points = m_points](Stores& stores) {
    return stores.documents.put_summary(id, model, style, points);
  });
  end(std::nullopt);
}

void SummaryRunner::end(std::optional<Error> error) {
  m_running = false;
  m_error = std::move(error);
  emit ended();
}

}  // namespace eddy
