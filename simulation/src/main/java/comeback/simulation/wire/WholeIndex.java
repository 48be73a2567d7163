package comeback.simulation.wire;

import comeback.commit.DueItems;
import comeback.simulation.dynamo.Table;
import comeback.table.Keys;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The due index as the world itself sees it: at once and often, so without the SDK. */
final class WholeIndex implements DueItems {
    private final Table table;

    WholeIndex(Table table) {
        this.table = table;
    }

    @Override
    public List<DueItem> before(Queue queue, int partition, Instant time, int limit) {
        return table.indexPart(Keys.duePartition(queue, partition).s()).stream()
                .takeWhile(item -> Long.parseLong(item.text("dueAt")) < time.getEpochSecond())
                .map(item -> Keys.dueItem(item.text("pk"), item.text("sk")))
                .flatMap(Optional::stream)
                .limit(limit)
                .toList();
    }

    @Override
    public List<DueItem> flagged(int limit) {
        return table.indexPart("FLAGGED").stream()
                .map(item -> Keys.dueItem(item.text("pk"), item.text("sk")))
                .flatMap(Optional::stream)
                .limit(limit)
                .toList();
    }
}
