// Which states of the notebook's text are stored, and of how much of it. Values; one thread at a time.
#pragma once

#include <QByteArray>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/inference/turn.h"
#include "app/storage/notebook_places.h"
#include "app/storage/storage_service.h"

namespace eddy {

/// The state of the first `bytes` bytes of the text, in UTF-8. Tokens cannot be made from the text again (some were read in pieces, some
/// were sampled), so what tells whether a state still is one of the text is a hash of those bytes.
struct KeptNotebookState {
  NotebookPlace place = NotebookPlace::Written;
  std::size_t bytes = 0;
  QByteArray hash;    ///< SHA-256 of them, hexadecimal
  SnapshotKey key;

  static KeptNotebookState of(NotebookPlace place, std::string_view text, SnapshotKey key);
  bool isOf(std::string_view text) const;
};

class NotebookStates {
 public:
  /// From its stored form; "" and what is not one are empty.
  static NotebookStates parse(const std::string& json);
  std::string toJson() const;

  /// Replaces the one of the same place and model; those that were added longest ago go where there are too many.
  void add(KeptNotebookState state);
  /// Those of other texts are removed.
  std::vector<KeptNotebookState> takeStrangers(std::string_view text);
  /// Of beginnings of this text, as the model is asked with them.
  std::vector<KeptText> of(std::string_view text) const;
  /// Of the longest of those that this model has made.
  std::int64_t tokensKept(std::string_view text, const std::string& model) const;

 private:
  std::vector<KeptNotebookState> m_states;  // latest first
};

/// First the text, then the state, then what it is of: whenever the program ends, no state is taken for one of another text. What saved
/// states take afterwards. The storage thread only.
Result<std::int64_t> keepNotebookState(Stores& stores, const std::map<std::string, std::string>& text, const KeptNotebookState& state,
                                       const StateSnapshot& snapshot, const std::string& states, std::int64_t budget);

inline constexpr const char* kNotebookStatesKey = "notebook.states";

}  // namespace eddy
