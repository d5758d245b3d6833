// Summarises one document with the loaded model: notes about stretches, kept as they come, then points made of them. GUI
// thread only.
#pragma once

#include <QObject>
#include <functional>

#include "app/documents/summary_plan.h"
#include "app/inference/inference_service.h"
#include "app/storage/storage_service.h"

namespace eddy {

/// Without a style only the notes are made.
class SummaryRunner : public QObject {
  Q_OBJECT

 public:
  SummaryRunner(InferenceService& inference, StorageService& storage, DocumentId document, std::optional<SummaryStyle> style,
                QObject* parent = nullptr);
  ~SummaryRunner() override;

  void start();
  void cancel();

  bool isCancelled() const { return m_cancelled; }
  const std::vector<DocumentNote>& notes() const { return m_notes; }
  const std::vector<PassageOutline>& outline() const { return m_outline; }
  int notesDone() const { return static_cast<int>(m_notes.size()); }
  int notesInAll() const { return static_cast<int>(m_stretches.size()); }
  const std::vector<SummaryPoint>& points() const { return m_points; }
  const std::optional<Error>& error() const { return m_error; }

 signals:
  void progressed();
  void ended();   ///< points() are complete, or error() says why not; cancelled: neither

 private:
  struct Begin {
    std::vector<PassageOutline> outline;
    std::vector<DocumentNote> notes;
  };
  void nextNote();
  void askForNote(const DocumentNote& stretch, const std::string& text);
  void beginPoints();
  void nextPoint();
  void joinNotes();
  void ask(std::string prompt, std::function<void(std::string)> then);
  void take(const ReadEvent& event);
  void finish();
  void end(std::optional<Error> error);

  InferenceService& m_inference;
  StorageService& m_storage;
  DocumentId m_document;
  std::optional<SummaryStyle> m_style;
  std::string m_model;
  SummaryLimits m_limits;
  ReadId m_read{};
  std::function<void(std::string)> m_then;
  std::vector<PassageOutline> m_outline;
  std::vector<DocumentNote> m_stretches;
  std::vector<DocumentNote> m_notes;
  std::vector<SummaryPoint> m_points;
  std::size_t m_point = 0;
  std::vector<std::string> m_texts;    // notes of the point under way, joined step by step
  std::vector<std::string> m_joined;
  bool m_running = false;
  bool m_cancelled = false;
  std::optional<Error> m_error;
};

}  // namespace eddy
