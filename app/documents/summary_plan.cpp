#include "app/documents/summary_plan.h"

#include <algorithm>

namespace eddy {

SummaryLimits summary_limits(std::int64_t parameters) {
  // A small model sums up a paragraph or two, a larger one a few pages.
  if (parameters < 300'000'000) return {1'800, 6};
  if (parameters < 2'000'000'000) return {5'000, 10};
  return {10'000, 16};
}

std::vector<DocumentNote> cut_stretches(std::span<const PassageOutline> outline, const SummaryLimits& limits) {
  std::vector<DocumentNote> stretches;
  std::int64_t bytes = 0;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const bool section = i > 0 && outline[i].heading != outline[i - 1].heading && bytes > limits.stretch_bytes / 3;
    if (stretches.empty() || section || bytes + outline[i].bytes > limits.stretch_bytes) {
      stretches.push_back({static_cast<std::int64_t>(i), static_cast<std::int64_t>(i), {}});
      bytes = 0;
    }
    stretches.back().last_passage = static_cast<std::int64_t>(i);
    bytes += outline[i].bytes;
  }
  return stretches;
}

std::size_t most_points(SummaryStyle style) {
  switch (style) {
    case SummaryStyle::Line: return 1;
    case SummaryStyle::Paragraph: return 5;
    case SummaryStyle::Bullets: return 12;
    case SummaryStyle::Chapters: return 60;
  }
  return 1;
}

std::vector<std::pair<std::size_t, std::size_t>> group_evenly(std::size_t count, std::size_t fan_in) {
  std::vector<std::pair<std::size_t, std::size_t>> groups;
  const std::size_t wanted = std::max<std::size_t>(1, (count + fan_in - 1) / fan_in);
  for (std::size_t i = 0; i < wanted; ++i) {
    const std::size_t begin = count * i / wanted;
    const std::size_t end = count * (i + 1) / wanted;
    if (begin < end) groups.emplace_back(begin, end);
  }
  return groups;
}

std::vector<SummaryPoint> plan_points(SummaryStyle style, std::span<const DocumentNote> notes,
                                      std::span<const PassageOutline> outline) {
  const auto heading_of = [&](const DocumentNote& note) {
    const auto first = static_cast<std::size_t>(note.first_passage);
    return first < outline.size() ? outline[first].heading : std::string();
  };
  std::vector<SummaryPoint> points;
  if (style == SummaryStyle::Chapters) {
    for (const auto& note : notes) {
      const std::string heading = heading_of(note);
      if (points.empty() || points.back().heading != heading) points.push_back({note.first_passage, note.last_passage, heading, {}});
      points.back().last_passage = note.last_passage;
    }
    if (points.size() <= most_points(style)) return points;
    points.clear();
  }
  const std::size_t most = most_points(style);
  const std::size_t fan_in = std::max<std::size_t>(1, (notes.size() + most - 1) / most);
  for (const auto& [begin, end] : group_evenly(notes.size(), fan_in)) {
    const std::string heading = style == SummaryStyle::Chapters ? heading_of(notes[begin]) : std::string();
    points.push_back({notes[begin].first_passage, notes[end - 1].last_passage, heading, {}});
  }
  return points;
}

std::string summary_prompt(std::string_view text) { return std::string("Summarize this text in one line.\n").append(text); }

std::string clean_note(std::string_view answer) {
  const auto begin = answer.find_first_not_of(" \t\r\n-*\"");
  if (begin == std::string_view::npos) return {};
  answer.remove_prefix(begin);
  answer = answer.substr(0, answer.find('\n'));
  const auto end = answer.find_last_not_of(" \t\r\"");
  return std::string(answer.substr(0, end + 1));
}

}  // namespace eddy
