package comeback.simulation.oracle;

import comeback.commit.DueItems;
import comeback.commit.DueItems.DueItem;
import comeback.commit.TablePorts;
import comeback.commit.Timelines;
import comeback.message.Message;
import comeback.message.MessageState;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** What must stand where the sweeper looks when all is well again: what is not resolved, and nothing else. */
final class DueRules {
    private static final int PAGE = Timelines.PAGE_MAX;

    private final Oracle oracle;
    private final TablePorts table;
    private final Instant overdue;

    /**
     * Judges nothing yet.
     *
     * @param overdue who should have been looked after by then
     */
    DueRules(Oracle oracle, TablePorts table, Instant overdue) {
        this.oracle = oracle;
        this.table = table;
        this.overdue = overdue;
    }

    void judge() {
        waiting();
        due();
    }

    private void waiting() {
        for (int partition = 0; partition < DueItems.PARTITIONS; partition++) {
            for (DueItem item : table.dueItems().before(DueItems.Queue.TO_LOOK_AFTER, partition, overdue, PAGE)) {
                if (!(item instanceof DueItem.OfMessage)) {
                    oracle.broken(Rule.NOBODY_LEFT_WAITING, -1, item.toString());
                }
            }
        }
    }

    private void due() {
        Set<DueItem> standing = new HashSet<>();
        for (DueItems.Queue queue : DueItems.Queue.values()) {
            for (int partition = 0; partition < DueItems.PARTITIONS; partition++) {
                standing.addAll(table.dueItems().before(queue, partition, Instant.MAX, Integer.MAX_VALUE));
            }
        }
        for (Message asBorn : oracle.born()) {
            boolean isResolved = table.messages()
                    .find(asBorn.store(), asBorn.id())
                    .filter(message -> message.state() instanceof MessageState.Due
                            || message.state() instanceof MessageState.Claimed)
                    .isEmpty();
            boolean stands = standing.contains(new DueItem.OfMessage(asBorn.store(), asBorn.id()));
            if (isResolved == stands) {
                oracle.broken(
                        Rule.UNRESOLVED_IS_DUE,
                        oracle.ledger(asBorn)
                                .map(ledger -> ledger.shopper.number())
                                .orElse(-1),
                        asBorn.flow() + "/" + asBorn.name() + (stands ? " is due though resolved" : " is due nowhere"));
            }
        }
    }
}
