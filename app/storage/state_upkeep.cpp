#include "app/storage/state_upkeep.h"

#include "app/storage/notebook_places.h"
#include "app/storage/state_wishes.h"

namespace eddy {

Result<std::int64_t> keepWithin(Stores& stores, std::int64_t budget) {
  const auto used = stores.snapshots.used_bytes();
  if (!used || budget <= 0 || *used <= budget) return used;
  auto wishes = read_state_wishes(*stores.database);
  if (!wishes) return wishes.error();
  const auto readings = stores.documents.readings();
  if (!readings) return readings.error();
  for (const auto& reading : *readings) wishes->on_show.insert(state_of(reading.id));
  for (const auto place : {NotebookPlace::Begun, NotebookPlace::Written}) wishes->on_show.insert(state_of(place));
  if (auto dropped = stores.snapshots.enforce_budget(budget, *wishes); !dropped) return dropped;
  return stores.snapshots.used_bytes();
}

}  // namespace eddy
