package comeback.commit;

import comeback.commit.DueItems.DueItem;
import comeback.commit.DueItems.Queue;
import java.time.Instant;
import java.util.List;

class InMemoryBoughtTogetherTest extends BoughtTogetherContract {
    private final InMemoryBoughtTogether memory = new InMemoryBoughtTogether();

    @Override
    protected BoughtTogether together() {
        return memory;
    }

    @Override
    protected List<DueItem> before(Queue queue, int partition, Instant time, int limit) {
        return memory.before(queue, partition, time, limit);
    }
}
